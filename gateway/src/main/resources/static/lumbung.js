"use strict";

const STATES = {
    UP: ["Siap", "Ready"],
    NOT_READY: ["Belum siap", "Not ready: it waits for its database or for Kafka"],
    UNREACHABLE: ["Tidak terjangkau", "Cannot be reached: it is not running"],
};

function inBoth(element, [indonesian, english]) {
    const other = document.createElement("span");
    other.lang = "en";
    other.textContent = english;
    element.replaceChildren(indonesian + " ", other);
    return element;
}

function part(name, className, text) {
    const element = document.createElement(name);
    element.className = className;
    element.textContent = text;
    return element;
}

function line(service, state) {
    const item = part("li", state, "");
    const docs = part("a", "docs", "API");
    docs.href = "/swagger-ui/index.html?urls.primaryName=" + encodeURIComponent(service);
    docs.setAttribute("aria-label", "API " + service);
    item.append(
        part("span", "dot", ""),
        part("span", "name", service),
        inBoth(part("span", "state", ""), STATES[state] ?? [state, state]),
        docs);
    return item;
}

function show(services) {
    const names = Object.keys(services);
    const ready = names.filter(name => services[name] === "UP").length;
    inBoth(document.getElementById("summary"), ready === names.length
        ? ["Semua layanan siap", "All services are ready"]
        : [`${ready} dari ${names.length} layanan siap`, `${ready} of ${names.length} services are ready`]);
    document.getElementById("states").replaceChildren(...names.map(name => line(name, services[name])));
    document.getElementById("checked").textContent = new Date().toLocaleTimeString("id");
}

async function check() {
    try {
        const answer = await fetch("/actuator/health", {cache: "no-store"});
        show((await answer.json()).components.services.details);
    } catch {
        inBoth(document.getElementById("summary"), ["Gerbang tidak menjawab", "The gateway does not answer"]);
        document.getElementById("states").replaceChildren();
    }
    setTimeout(check, 5000);
}

void check();
