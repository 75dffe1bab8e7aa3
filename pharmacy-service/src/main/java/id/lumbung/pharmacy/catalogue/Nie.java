package id.lumbung.pharmacy.catalogue;

import java.util.Map;
import java.util.regex.Pattern;

/**
 * The number under which the state registered a product (nomor izin edar). A medicine's has 15
 * signs: D or G for a brand or a generic, the letter of its class, L, I or X for where it is made,
 * and twelve more. Devices, traditional medicines and supplements have numbers of their own.
 */
final class Nie {

    private static final Pattern MEDICINE = Pattern.compile("[DG][BTKPN][LIX]\\d{10}[A-Z0-9]\\d");
    private static final Pattern TRADITIONAL = Pattern.compile("(TR|HT|FF)\\d{9}[A-Z]?");
    private static final Pattern SUPPLEMENT = Pattern.compile("(SD|SI)\\d{9}");
    private static final Pattern DEVICE = Pattern.compile("(AKD|AKL|PKD|PKL)\\d{11}");

    private static final Map<MedicineClass, Character> LETTERS =
            Map.of(
                    MedicineClass.OVER_THE_COUNTER, 'B',
                    MedicineClass.RESTRICTED, 'T',
                    MedicineClass.PRESCRIPTION_ONLY, 'K',
                    MedicineClass.PSYCHOTROPIC, 'P',
                    MedicineClass.NARCOTIC, 'N');

    private Nie() {}

    /**
     * @throws id.lumbung.edge.problem.Refusal when it is no such number, or one of another class
     */
    static void require(String nie, MedicineClass of) {
        var shape =
                switch (of) {
                    case TRADITIONAL -> TRADITIONAL;
                    case SUPPLEMENT -> SUPPLEMENT;
                    case DEVICE -> DEVICE;
                    default -> MEDICINE;
                };
        if (!shape.matcher(nie).matches()) {
            throw MedicineRule.NIE_UNREADABLE.because(
                    "NIE %s (%d tanda) tidak sesuai bentuknya. Contoh: %s."
                            .formatted(nie, nie.length(), example(of)),
                    "The NIE %s (%d characters) has not the form of one. Example: %s."
                            .formatted(nie, nie.length(), example(of)),
                    Map.of("length", nie.length()));
        }
        var letter = LETTERS.get(of);
        if (letter != null && nie.charAt(1) != letter) {
            throw MedicineRule.NIE_OF_ANOTHER_CLASS.because(
                    "Huruf kedua NIE %s adalah %s, sedangkan golongan ini berhuruf %s. Periksa kemasan."
                            .formatted(nie, nie.charAt(1), letter),
                    "The second letter of the NIE %s is %s; this class has %s. Look at the pack."
                            .formatted(nie, nie.charAt(1), letter),
                    Map.of("letter", nie.substring(1, 2), "expected", letter.toString()));
        }
    }

    private static String example(MedicineClass of) {
        return switch (of) {
            case TRADITIONAL -> "TR999900001";
            case SUPPLEMENT -> "SD999900001";
            case DEVICE -> "AKD99990000001";
            default -> "G" + LETTERS.get(of) + "L9999900110A1";
        };
    }
}
