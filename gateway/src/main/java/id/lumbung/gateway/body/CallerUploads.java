package id.lumbung.gateway.body;

import id.lumbung.edge.web.BodyBudget;

/** What one caller sends: their own budget, and how many requests know of it. */
record CallerUploads(BodyBudget budget, int requests) {

    CallerUploads plus(int more) {
        return new CallerUploads(budget, requests + more);
    }
}
