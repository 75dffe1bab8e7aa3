package id.lumbung.embeddedmongodb;

import de.bwaldvogel.mongo.backend.Utils;
import java.util.List;

/** How the maps of a database are named in the store. */
record MapNames(String database) {

    private static final String DOCUMENTS = "documents.";
    private static final String INDEX = "index.";

    /** The names of all databases in a store. */
    static List<String> databasesIn(Store store) {
        return store.file().getMapNames().stream()
                .filter(map -> map.startsWith(DOCUMENTS))
                .map(map -> Utils.firstFragment(map.substring(DOCUMENTS.length())))
                .distinct()
                .toList();
    }

    String documents(String collection) {
        return DOCUMENTS + database + "." + collection;
    }

    String index(String collection, String name) {
        return INDEX + database + "." + collection + "." + name;
    }
}
