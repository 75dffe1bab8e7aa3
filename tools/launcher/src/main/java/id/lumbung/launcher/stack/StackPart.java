package id.lumbung.launcher.stack;

import java.util.List;
import java.util.Locale;

/** A process of the stack. */
public enum StackPart {
    KAFKA(256),
    MONGODB(224),
    MEMBERSHIP(96),
    PHARMACY(176),
    CLINIC(96),
    SHU(160),
    GATEWAY(112);

    public static final List<StackPart> SERVICES =
            List.of(MEMBERSHIP, PHARMACY, CLINIC, SHU, GATEWAY);

    private final int heapMegabytes;

    StackPart(int heapMegabytes) {
        this.heapMegabytes = heapMegabytes;
    }

    int heapMegabytes() {
        return heapMegabytes;
    }

    /**
     * Off the path of the many sales: what it does is too seldom to be worth the second compiler.
     */
    boolean isSeldomCalled() {
        return this == MEMBERSHIP || this == CLINIC;
    }

    public boolean isService() {
        return SERVICES.contains(this);
    }

    /** As it is called on the command line, in files and on the web. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The Maven module, for a service. */
    String module() {
        return this == GATEWAY ? "gateway" : label() + "-service";
    }

    String mainClass() {
        var label = label();
        return "id.lumbung.%s.%s%sApplication"
                .formatted(
                        label, label.substring(0, 1).toUpperCase(Locale.ROOT), label.substring(1));
    }
}
