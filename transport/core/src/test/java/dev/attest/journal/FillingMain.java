package dev.attest.journal;

import java.io.IOException;
import java.nio.file.Path;

/** A JVM that appends until its files may not grow, tries some more, and says how many events were recorded. */
final class FillingMain {

    private FillingMain() {}

    public static void main(String[] arguments) throws IOException {
        Journal journal = new Journals(Path.of(arguments[0])).create("build-1", false);
        int recorded = 0;
        for (int failures = 0; failures < 5; ) {
            try {
                journal.append(Events.numbered(recorded));
                recorded++;
            } catch (IOException e) {
                failures++;
            }
        }
        System.out.println(recorded);
    }
}
