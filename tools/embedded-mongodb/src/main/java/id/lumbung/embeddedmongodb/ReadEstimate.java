package id.lumbung.embeddedmongodb;

import de.bwaldvogel.mongo.bson.Document;

/** About how many documents a query of a command's collection reads. */
interface ReadEstimate {

    /**
     * @param wanted how many documents are wanted, 0 for all
     * @return 0 if there is no such collection
     */
    double documents(String collection, Document query, Document command, int wanted);

    /** How many documents a find wants, those that it skips among them; 0 for all. */
    static int wantedBy(Document find) {
        int limit = number(find, "limit");
        return limit == 0 ? 0 : limit + number(find, "skip");
    }

    private static int number(Document command, String field) {
        return command.get(field) instanceof Number number ? Math.abs(number.intValue()) : 0;
    }
}
