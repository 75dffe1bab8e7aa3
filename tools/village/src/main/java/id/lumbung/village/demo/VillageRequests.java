package id.lumbung.village.demo;

import id.lumbung.launcher.client.Gateway;
import id.lumbung.launcher.login.Callers;
import id.lumbung.village.life.Village;

/** What a village's board and outlets ask of the gateway, fact by fact. */
record VillageRequests(Callers callers, Village village) {

    void deposit(Deposit deposit) {
        callers.board(village.cooperativeId())
                .put(
                        "/api/membership/deposits/" + deposit.id(),
                        deposit.body(village.cooperativeId()));
    }

    void sendBack(Return it) {
        callers.outlet(it.sale().outletId()).put("/api/pharmacy/returns/" + it.id(), it.body());
    }

    void visit(Visit visit) {
        var path = "/api/clinic/visits/" + visit.id();
        var outlet = village.outlet("CLINIC");
        clinic().put(path, visit.registration(village.cooperativeId(), outlet));
        clinic().put(path + "/settlement", visit.settlement());
    }

    void refund(Refund refund) {
        clinic().put("/api/clinic/refunds/" + refund.id(), refund.body());
    }

    private Gateway clinic() {
        return callers.outlet(village.outlet("CLINIC"));
    }
}
