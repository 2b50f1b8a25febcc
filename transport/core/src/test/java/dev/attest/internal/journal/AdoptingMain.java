package dev.attest.internal.journal;

import java.io.IOException;
import java.nio.file.Path;

/** A JVM that says how many journals it could adopt, and closes them. */
final class AdoptingMain {

    private AdoptingMain() {}

    public static void main(String[] arguments) throws IOException {
        int adopted = 0;
        for (Journal journal : Adopted.all(new Journals(Path.of(arguments[0])))) {
            adopted++;
            journal.close();
        }
        System.out.println(adopted);
    }
}
