package id.lumbung.membership.member;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MemberNumberTest {

    @Test
    void aNumberIsWrittenWithFourDigitsOrMoreAndOneThatShowsSlips() {
        assertThat(new MemberNumber(572)).hasToString("0572-4"); // Damm's own example.
        assertThat(new MemberNumber(1)).hasToString("0001-3");
        assertThat(new MemberNumber(999_999).toString()).matches("999999-[0-9]");
    }

    @Test
    void itIsReadWithItsLastDigitOrWithout() {
        assertThat(MemberNumber.read("0572-4")).contains(new MemberNumber(572));
        assertThat(MemberNumber.read(" 572-4 ")).contains(new MemberNumber(572));
        assertThat(MemberNumber.read("572")).contains(new MemberNumber(572));
        for (var wrong :
                new String[] {"0572-5", "0", "0000-0", "", "57a", "1234567", "-4", "५७२"}) {
            assertThat(MemberNumber.read(wrong)).as(wrong).isEmpty();
        }
    }

    @Test
    void everyDigitMistypedAndEveryTwoExchangedAreFound() {
        for (var value = 1; value <= 9_999; value++) {
            var text = new MemberNumber(value).toString().replace("-", "");
            for (var at = 0; at < text.length(); at++) {
                for (var digit = '0'; digit <= '9'; digit++) {
                    if (digit != text.charAt(at)) {
                        refused(text.substring(0, at) + digit + text.substring(at + 1));
                    }
                }
                if (at > 0 && text.charAt(at) != text.charAt(at - 1)) {
                    refused(
                            text.substring(0, at - 1)
                                    + text.charAt(at)
                                    + text.charAt(at - 1)
                                    + text.substring(at + 1));
                }
            }
        }
    }

    private static void refused(String digits) {
        if (MemberNumber.read(digits.substring(0, 4) + "-" + digits.charAt(4)).isPresent()) {
            throw new AssertionError(digits);
        }
    }

    @Test
    void aNameIsShortenedToWhatComparesIt() {
        assertThat(DirectoryEntry.shortened("Siti Nur Hayati")).isEqualTo("Siti H.");
        assertThat(DirectoryEntry.shortened(" Sukarno ")).isEqualTo("Sukarno");
        assertThat(DirectoryEntry.shortened("Made  Élan")).isEqualTo("Made É.");
    }
}
