package dev.attest.internal.config;

import dev.attest.internal.config.setting.RunScope;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

/**
 * What tells one build of Gradle from the next one. A process with {@code --no-daemon} ends with its build. A daemon
 * serves many, and hands nothing on to its workers that is of one build. But at the end of each build Gradle writes a
 * file, whose time is therefore the same for all workers of a build, and another one in the next build:
 *
 * <pre>
 * .gradle/8.5/fileChanges/last-build.bin     written when a build ends; before the first end, the folder's time counts
 * .gradle/8.5/fileHashes/fileHashes.lock     written while a build runs: others show that the folder is in use
 * </pre>
 *
 * A build of another folder that includes this one keeps its files there, and those here are old.
 *
 * @param ended the end of the build before, in milliseconds; empty if it is not known
 */
record GradleBuild(boolean endsWithProcess, String ended) {

    private static final String DAEMON = "GradleDaemon";
    private static final int MOST_FILES = 500;
    private static final int BASE = 36;

    /** @param root folder of the whole build */
    static GradleBuild of(Ancestor gradle, Path root) {
        boolean known = !gradle.arguments().isEmpty();
        boolean daemon = gradle.arguments().stream().anyMatch(argument -> argument.contains(DAEMON));
        return new GradleBuild(known && !daemon, endOfBuildBefore(root.resolve(".gradle"), gradle.started()));
    }

    /** @param process what the builds of this process have in common */
    RunScope scope(String process) {
        boolean byProcess = endsWithProcess || ended.isEmpty();
        return new RunScope(byProcess ? process : process + "-" + ended, endsWithProcess || !ended.isEmpty(), false);
    }

    private static String endOfBuildBefore(Path folder, Instant since) {
        Instant latest = Instant.MIN;
        try (DirectoryStream<Path> versions = Files.newDirectoryStream(folder)) {
            int seen = 0;
            for (Path version : versions) {
                Path changes = version.resolve("fileChanges");
                if (++seen < MOST_FILES && Files.isDirectory(changes) && isUsed(version, since)) {
                    Path end = changes.resolve("last-build.bin");
                    Instant ended = time(Files.exists(end) ? end : changes);
                    latest = ended.isAfter(latest) ? ended : latest;
                }
            }
        } catch (IOException | DirectoryIteratorException | SecurityException e) {
            return "";
        }
        return latest.equals(Instant.MIN) ? "" : Long.toString(latest.toEpochMilli(), BASE);
    }

    private static boolean isUsed(Path version, Instant since) throws IOException {
        Path lock = version.resolve("fileHashes").resolve("fileHashes.lock");
        return Files.exists(lock) && !time(lock).isBefore(since);
    }

    private static Instant time(Path file) throws IOException {
        return Files.getLastModifiedTime(file).toInstant();
    }
}
