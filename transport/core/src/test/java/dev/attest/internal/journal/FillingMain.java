package dev.attest.internal.journal;

import java.io.IOException;
import java.nio.file.Path;

/** A JVM that appends until its files may not grow, tries some more, and says how many events the disk took. */
final class FillingMain {

    private FillingMain() {}

    public static void main(String[] arguments) throws IOException {
        Journal journal = new Journals(Path.of(arguments[0])).create("build-1", false);
        int appended = 0;
        while (journal.unwritten() < 5) {
            journal.append(Events.numbered(appended++));
        }
        System.out.println(appended - journal.unwritten());
    }
}
