package dev.attest.internal.config;

import dev.attest.internal.config.setting.RunScope;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** Files as Gradle 4.4.1 was seen to write them. */
class GradleBuildTest {

    private static final Instant START = Instant.parse("2026-12-01T08:00:00Z");

    @TempDir
    Path root;

    @Test
    void isOneForAllWorkersOfABuildOfADaemonAndAnotherOneInTheNext() throws IOException {
        files("4.4.1", START.minusSeconds(60), START.plusSeconds(5));
        RunScope first = scope(daemon());
        files("4.4.1", START.minusSeconds(60), START.plusSeconds(9));
        RunScope later = scope(daemon());
        files("4.4.1", START.plusSeconds(20), START.plusSeconds(25));
        RunScope next = scope(daemon());

        assertThat(later).isEqualTo(first);
        assertThat(next.key()).isNotEqualTo(first.key()).startsWith("gradle-7-x-");
        assertThat(List.of(first, next)).allMatch(RunScope::lasting);
    }

    @Test
    void isKnownInTheFirstBuildOfAFolder() throws IOException {
        files("4.4.1", null, START.plusSeconds(5));
        touch(root.resolve(".gradle/4.4.1/fileChanges"), START.plusSeconds(4));
        RunScope first = scope(daemon());
        files("4.4.1", START.plusSeconds(20), START.plusSeconds(25));

        assertThat(first.lasting()).isTrue();
        assertThat(scope(daemon()).key()).isNotEqualTo(first.key());
    }

    /** Their files are where the build was started; those here are of an older build, and do not change. */
    @Test
    void isNotKnownInABuildThatAnotherOneIncludes() throws IOException {
        files("4.4.1", START.minus(Duration.ofDays(2)), START.minus(Duration.ofDays(2)));

        assertThat(scope(daemon())).isEqualTo(new RunScope("gradle-7-x", false, false));
    }

    @Test
    void isNotKnownWithoutFiles() {
        assertThat(scope(daemon())).isEqualTo(new RunScope("gradle-7-x", false, false));
    }

    @Test
    void isKnownByTheVersionThatIsRunning() throws IOException {
        files("4.4.1", START.plusSeconds(1), START.minusSeconds(1));
        files("8.5", START.minusSeconds(60), START.plusSeconds(5));
        String key = scope(daemon()).key();
        files("4.4.1", START.plusSeconds(2), START.minusSeconds(1));

        assertThat(scope(daemon()).key()).isEqualTo(key);
    }

    @Test
    void endsWithAProcessThatIsNoDaemon() {
        Ancestor single = gradle("org.gradle.launcher.GradleMain", "--no-daemon", "test");

        assertThat(scope(single)).isEqualTo(new RunScope("gradle-7-x", true, false));
    }

    @Test
    void mayBeADaemonIfTheSystemDoesNotTellItsArguments() {
        assertThat(scope(gradle()).lasting()).isFalse();
    }

    private RunScope scope(Ancestor gradle) {
        return GradleBuild.of(gradle, root).scope("gradle-7-x");
    }

    private static Ancestor daemon() {
        return gradle("-Xmx1024m", "org.gradle.launcher.daemon.bootstrap.GradleDaemon", "4.4.1");
    }

    private static Ancestor gradle(String... arguments) {
        return new Ancestor(7, "x", START, "/usr/bin/java", List.of(arguments));
    }

    private void files(String version, @Nullable Instant ended, Instant used) throws IOException {
        Path folder = root.resolve(".gradle").resolve(version);
        Files.createDirectories(folder.resolve("fileChanges"));
        Files.createDirectories(folder.resolve("fileHashes"));
        if (ended != null) {
            touch(Files.writeString(folder.resolve("fileChanges/last-build.bin"), ""), ended);
        }
        touch(Files.writeString(folder.resolve("fileHashes/fileHashes.lock"), ""), used);
    }

    private static void touch(Path file, Instant time) throws IOException {
        Files.setLastModifiedTime(file, FileTime.from(time));
    }
}
