package dev.attest.config;

import java.nio.file.Path;
import java.util.List;

/** Warns of secrets that more people can read than should. */
final class Exposure {

    private Exposure() {}

    /**
     * Warns where a secret is given in a place that others may read.
     *
     * @param what the secret is, in a word
     * @param remedy what to do with one that was shown, as the beginning of a sentence
     * @param safe where to put it instead
     */
    static void warn(Reading reading, Key key, String what, String remedy, String safe) {
        for (var source : List.of(Source.FRAMEWORK_PARAMETER, Source.PROPERTIES_FILE)) {
            var entry = reading.find(key, source);
            if (entry != null) {
                reading.warnings()
                        .add("The " + what + " stands in a file that is probably under version control ("
                                + entry.origin() + "). " + remedy + " it, and set " + safe + ".");
            }
        }
        var property = reading.find(key, Source.SYSTEM_PROPERTY);
        if (property != null) {
            reading.warnings()
                    .add("The " + what + " is given as " + property.origin()
                            + ", which lists of processes and build logs may show. Better set " + safe + ".");
        }
    }

    /** Warns where everybody may read the file of a secret. */
    static void warn(Reading reading, Path file, String what) {
        if (TokenFile.readableByEverybody(file)) {
            reading.warnings()
                    .add("Every user of this machine may read the " + what + " in " + file + ": run chmod 600 on it.");
        }
    }
}
