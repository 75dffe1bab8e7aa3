package id.lumbung.embeddedmongodb;

/** What stands in the log's file is not what was written. */
final class DamagedEntry extends Exception {

    private static final long serialVersionUID = 1;
}
