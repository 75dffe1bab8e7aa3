package id.lumbung.gateway.proxy;

/** How a service is spoken to. */
enum Manner {
    /** Below its own address: without the first two parts of the path. */
    WITHOUT_PREFIX,
    /** As what it is asked for: the path as it is, and the address the caller sees. */
    AS_GATEWAY;

    /** What the service is asked for, of the path as it was sent. */
    String path(String sent) {
        var rest = this == AS_GATEWAY ? 0 : sent.indexOf('/', sent.indexOf('/', 1) + 1);
        return rest < 0 ? "/" : sent.substring(rest);
    }
}
