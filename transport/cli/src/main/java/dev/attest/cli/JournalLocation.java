package dev.attest.cli;

import dev.attest.internal.config.JournalsFolder;
import dev.attest.internal.config.SettingProblem;
import dev.attest.internal.config.Settings;
import dev.attest.internal.config.setting.CommonKeys;
import dev.attest.internal.journal.JournalInspector;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Finds the folder of the journals, and refuses a folder in which tests do not keep any. */
final class JournalLocation {

    private static final List<String> IN_PROJECT = List.of("target/attest", "build/attest");
    private static final String ADVICE =
            " Tests keep their journals in target/attest or build/attest of the folder that"
                    + " their build starts in, or in attest.journal.dir. Run this command in that folder, pass the folder of the"
                    + " journals as DIR, or set attest.journal.dir (ATTEST_JOURNAL_DIR).";

    private JournalLocation() {}

    /**
     * Returns the folder that a test run in the working directory uses.
     *
     * @throws MisuseException if the working directory is no project, nothing names a folder, and there are no journals
     */
    static Path ofProject(Settings settings, Path workingDirectory) throws IOException {
        for (SettingProblem problem : settings.problems()) {
            if (CommonKeys.JOURNAL_DIR.equals(problem.key())) {
                throw new MisuseException(problem.message());
            }
        }
        Path dir = settings.journalDir();
        if (settings.value(CommonKeys.JOURNAL_DIR).origin().equals("default")
                && !JournalsFolder.isInProject(workingDirectory)
                && JournalInspector.inspect(dir).isEmpty()) {
            throw new MisuseException(workingDirectory + " is no project: it has no pom.xml, target, build.gradle,"
                    + " settings.gradle or build, and attest.journal.dir is not set. Attest looked in " + dir
                    + " and found no journals." + ADVICE);
        }
        return dir;
    }

    /**
     * Returns the folder that the command line names.
     *
     * @throws MisuseException if it does not exist, or if it has files and none of them is a journal
     */
    static Path named(Path folder) throws IOException {
        Path dir = folder.toAbsolutePath().normalize();
        if (!Files.isDirectory(dir)) {
            throw new MisuseException("there is no folder " + dir);
        }
        if (!isNamedLikeOurs(dir) && JournalInspector.inspect(dir).isEmpty() && !isEmpty(dir)) {
            throw new MisuseException("Attest looked in " + dir + " and found files, but no journals." + hint(dir));
        }
        return dir;
    }

    /** Returns the folder for a message, and says so if it does not exist. */
    static String describe(String dir) {
        return Files.isDirectory(Path.of(dir)) ? dir : dir + ", which does not exist";
    }

    private static boolean isNamedLikeOurs(Path dir) {
        return String.valueOf(dir.getFileName()).startsWith("attest");
    }

    private static boolean isEmpty(Path dir) throws IOException {
        try (Stream<Path> entries = Files.list(dir)) {
            return entries.findAny().isEmpty();
        }
    }

    private static String hint(Path dir) {
        return IN_PROJECT.stream()
                .map(dir::resolve)
                .filter(Files::isDirectory)
                .findFirst()
                .map(journals -> " Did you mean " + journals + "?")
                .orElse(ADVICE);
    }
}
