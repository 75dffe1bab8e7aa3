package id.lumbung.village.demo;

/** Who pays for a visit, of 100 visits how many, and what the patient pays of the fee. */
enum Payer {
    GENERAL(45),
    JKN(35),
    PBI(15),
    PROGRAM(5);

    final int ofHundred;

    Payer(int ofHundred) {
        this.ofHundred = ofHundred;
    }

    /** The insured pay a tenth where the fee is a round one; the aided pay nothing. */
    long paid(long fee) {
        return switch (this) {
            case GENERAL -> fee;
            case JKN -> fee % 20_000 == 0 ? fee / 10 : 0;
            case PBI, PROGRAM -> 0;
        };
    }
}
