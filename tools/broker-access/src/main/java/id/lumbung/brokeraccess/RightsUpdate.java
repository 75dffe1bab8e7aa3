package id.lumbung.brokeraccess;

import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclBindingFilter;

/**
 * Brings a broker's rights to what a file grants: on its topics and groups, and for its users, no
 * right stands that is not granted there. Rights come before others go, so that services at work
 * see no gap. What concerns neither these topics and groups nor these users is left alone.
 */
final class RightsUpdate {

    private static final Duration TIMEOUT = Duration.ofMinutes(1);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);

    private final AccessFile access;
    private final Admin admin;

    RightsUpdate(AccessFile access, Admin admin) {
        this.access = access;
        this.admin = admin;
    }

    void apply() throws ExecutionException, InterruptedException {
        var wanted = access.rights();
        var missing = new HashSet<>(wanted);
        missing.removeAll(present());
        admin.createAcls(missing).all().get();
        var tooMany = present();
        tooMany.removeAll(wanted);
        var _ = admin.deleteAcls(tooMany.stream().map(AclBinding::toFilter).toList()).all().get();
        // The broker has agreed, but may have yet to act on it.
        var end = System.nanoTime() + TIMEOUT.toNanos();
        while (!present().equals(wanted)) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException(
                        "The broker does not act on the rights it was given");
            }
            Thread.sleep(BETWEEN_LOOKS);
        }
    }

    /** The rights that stand, of those that concern these topics, groups and users. */
    private Set<AclBinding> present() throws ExecutionException, InterruptedException {
        var principals =
                access.users().stream().map(AccessFile::principal).collect(Collectors.toSet());
        return admin.describeAcls(AclBindingFilter.ANY).values().get().stream()
                .filter(right ->
                        principals.contains(right.entry().principal())
                                || access.concerns(right.pattern()))
                .collect(Collectors.toCollection(HashSet::new));
    }
}
