package dev.attest.internal.journal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** All waiting journals at once, which only a test with a few of them wants. */
public final class Adopted {

    private Adopted() {}

    public static List<Journal> all(Path dir) throws IOException {
        return all(new Journals(dir));
    }

    public static List<Journal> all(Journals journals) throws IOException {
        return all(journals, message -> {});
    }

    static List<Journal> all(Journals journals, Consumer<String> refused) throws IOException {
        return journals.folders(refused).stream()
                .map(folder -> journals.adopt(folder, refused))
                .flatMap(Optional::stream)
                .toList();
    }
}
