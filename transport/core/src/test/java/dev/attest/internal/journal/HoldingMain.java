package dev.attest.internal.journal;

import java.io.IOException;
import java.nio.file.Path;

/** A JVM that holds a journal until it is killed or its input ends. */
final class HoldingMain {

    private HoldingMain() {}

    public static void main(String[] arguments) throws IOException {
        Journal journal = new Journals(Path.of(arguments[0])).create("build-1", false);
        for (int number = 0; number < 100; number++) {
            journal.append(Events.numbered(number));
        }
        System.out.println(journal.folder());
        if (System.in.read() < 0) {
            journal.close();
        }
    }
}
