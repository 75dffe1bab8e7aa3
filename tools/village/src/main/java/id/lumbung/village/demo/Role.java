package id.lumbung.village.demo;

/** Whom the launcher may act as in the demo's village. */
enum Role {
    BOARD,
    SUPERVISOR,
    MANAGER,
    CASHIER,
    PHARMACIST,
    CLINICIAN,
    MEMBER,
    OPERATOR,
    ADVISOR,
    OUTLET
}
