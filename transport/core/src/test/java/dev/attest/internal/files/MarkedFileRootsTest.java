package dev.attest.internal.files;

import dev.attest.internal.files.FixedLengthFile.UnreadableException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** Which of the files that hostile output names are attached. */
@EnabledOnOs({OS.LINUX, OS.MAC})
class MarkedFileRootsTest {

    private static final String OUTSIDE = "it is outside the folders of the build and of temporary files."
            + " attest.attachment-marks.roots adds folders";
    private static final String LINK_OUT = OUTSIDE.replace("it is outside", "it is a link to a file outside");

    @TempDir
    Path temporary;

    private Path project;
    private Path outside;
    private MarkedFileRoots roots;

    @BeforeEach
    void fill() throws IOException {
        Path real = temporary.toRealPath();
        project = Files.createDirectories(real.resolve("project"));
        outside = Files.createDirectories(real.resolve("outside"));
        Files.writeString(outside.resolve("secret.txt"), "secret");
        Files.writeString(project.resolve("a.txt"), "a");
        Files.writeString(
                Files.createDirectories(project.resolve("other/target")).resolve("b.txt"), "b");
        roots = new MarkedFileRoots(List.of(project, real.resolve("none")));
    }

    @Test
    void takesTheFilesOfItsFolders() throws IOException {
        Files.createSymbolicLink(project.resolve("latest.txt"), project.resolve("a.txt"));
        Files.createSymbolicLink(project.resolve("linked"), project.resolve("other"));

        assertThat(answer(project.resolve("a.txt"))).isEqualTo("a.txt");
        assertThat(answer(project.resolve("other/target/../../a.txt"))).isEqualTo("a.txt");
        assertThat(answer(project.resolve("other/./target/b.txt"))).isEqualTo("other/target/b.txt");
        assertThat(answer(project.resolve("latest.txt"))).isEqualTo("a.txt");
        assertThat(answer(project.resolve("linked/target/b.txt"))).isEqualTo("other/target/b.txt");
    }

    @Test
    void takesTheFilesOfARootThatIsALink() throws IOException {
        Path link = Files.createSymbolicLink(temporary.resolve("link"), project);
        roots = new MarkedFileRoots(List.of(link.toAbsolutePath()));

        assertThat(answer(link.resolve("a.txt"))).isEqualTo("a.txt");
        assertThat(answer(project.resolve("a.txt"))).isEqualTo("a.txt");
    }

    /** None of these is opened: a pipe without a writer would block this test. */
    @Test
    @Timeout(60)
    void leavesOutAllElseAndSaysWhy() throws Exception {
        link("out.txt", outside.resolve("secret.txt"));
        link("out", outside);
        link("out-by-dots", Path.of("../outside/secret.txt"));
        link("chain", project.resolve("out.txt"));
        link("environ", Path.of("/proc/self/environ"));
        link("zero", Path.of("/dev/zero"));
        link("broken", project.resolve("nothing"));
        link("loop", project.resolve("loop"));
        pipe(project.resolve("pipe"));
        pipe(outside.resolve("pipe"));
        link("to-pipe", project.resolve("pipe"));
        Files.writeString(Files.createDirectories(project.resolve("other/.git")).resolve("config"), "token");
        try (RandomAccessFile huge =
                new RandomAccessFile(project.resolve("huge").toFile(), "rw")) {
            huge.setLength(300L * 1024 * 1024);
        }

        Map<String, String> expected = new LinkedHashMap<>();
        expected.put("/proc/self/environ", OUTSIDE);
        expected.put("/proc/self/../self/environ", OUTSIDE);
        expected.put("/proc/self/root/etc/passwd", OUTSIDE);
        expected.put("/sys/kernel/notes", OUTSIDE);
        expected.put("/dev/zero", OUTSIDE);
        expected.put("/dev/stdin", OUTSIDE);
        expected.put("/etc/passwd", OUTSIDE);
        expected.put("/", OUTSIDE);
        expected.put(project + "/../outside/secret.txt", OUTSIDE);
        expected.put(project + "/../outside/pipe", OUTSIDE);
        expected.put(project + "/../project-2/a.txt", OUTSIDE);
        expected.put(project + "/../../../../../../../../proc/self/environ", OUTSIDE);
        expected.put(project + "/out.txt", LINK_OUT);
        expected.put(project + "/out/secret.txt", LINK_OUT);
        expected.put(project + "/out/pipe", LINK_OUT);
        expected.put(project + "/out/../outside/secret.txt", LINK_OUT);
        expected.put(project + "/out/../a.txt", "it cannot be read");
        expected.put(project + "/out-by-dots", LINK_OUT);
        expected.put(project + "/chain", LINK_OUT);
        expected.put(project + "/environ", LINK_OUT);
        expected.put(project + "/zero", LINK_OUT);
        expected.put(project + "/broken", "it cannot be read");
        expected.put(project + "/loop", "it cannot be read");
        expected.put(project + "/pipe", "it is no regular file");
        expected.put(project + "/to-pipe", "it is no regular file");
        expected.put(project + "/other", "it is no regular file");
        expected.put(project.toString(), "it is no regular file");
        expected.put(project + "/nothing", "it does not exist");
        expected.put(project + "/a.txt/b", "it does not exist");
        expected.put(project + "/other/.git/config", "it belongs to version control, and may contain a token");
        expected.put(project + "/huge", "it has more than 256 MiB. Attest.attach takes it");

        Map<String, String> answers = new LinkedHashMap<>();
        expected.keySet().forEach(path -> answers.put(path, answer(Path.of(path))));
        assertThat(answers).isEqualTo(expected);
    }

    /** Lexically the path is inside: only what the link means is not. */
    @Test
    void followsALinkBeforeTheDotsBehindIt() throws IOException {
        Files.writeString(Files.createDirectories(outside.resolve("folder")).resolve("x"), "x");
        link("deep", outside.resolve("folder"));
        Files.writeString(project.resolve("secret.txt"), "harmless");

        assertThat(answer(project.resolve("deep/../secret.txt"))).isEqualTo(LINK_OUT);
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    @Timeout(60)
    void takesNothingOfTheKernelWhateverTheRootsAre() {
        roots = new MarkedFileRoots(List.of(Path.of("/")));

        for (String path : List.of(
                "/proc/self/environ",
                "/proc/1/environ",
                "/proc/self/fd/0",
                "/sys/kernel/notes",
                "/dev/zero",
                "/dev/null")) {
            assertThat(answer(Path.of(path))).as(path).isEqualTo("it is no file of a disk");
        }
        assertThat(answer(Path.of("/proc/self/cwd/pom.xml"))).isEqualTo("it is no file of a disk");
    }

    private String answer(Path file) {
        try {
            return project.relativize(roots.require(file)).toString();
        } catch (UnreadableException e) {
            return String.valueOf(e.getMessage());
        }
    }

    private void link(String name, Path target) throws IOException {
        Files.createSymbolicLink(project.resolve(name), target);
    }

    private static void pipe(Path pipe) throws IOException, InterruptedException {
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                .isZero();
    }
}
