package id.lumbung.membership.member;

import java.util.UUID;

/**
 * The number that a member has.
 *
 * @param key with the cooperative, in which it is nobody else's
 */
record GivenNumber(String key, MemberNumber number) {

    /** Where a person's record has the key. */
    static final String KEY = "number.key";

    static GivenNumber of(UUID cooperativeId, MemberNumber number) {
        return new GivenNumber(key(cooperativeId, number), number);
    }

    static String key(UUID cooperativeId, MemberNumber number) {
        return cooperativeId + "/" + number.value();
    }
}
