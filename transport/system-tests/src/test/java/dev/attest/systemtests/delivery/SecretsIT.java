package dev.attest.systemtests.delivery;

import dev.attest.systemtests.suites.Suites;
import dev.attest.testkit.ChildJvm;
import dev.attest.testkit.PublishedRows;
import dev.attest.testkit.Service;
import dev.attest.testkit.ServiceView;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** A test says a secret in all the ways that it has: none of them is left where Attest wrote. */
class SecretsIT {

    private static final String SECRET = "p/4$s+w\"4711 d";

    /** What is in each form of it, whatever stands around it. */
    private static final List<String> TRACES = List.of(
            SECRET,
            "p/4$s+w\\\"4711 d",
            URLEncoder.encode(SECRET, StandardCharsets.UTF_8),
            base64(SECRET),
            base64("shop:" + SECRET).substring(8, 24),
            base64(":" + SECRET).substring(4, 20),
            "p/4$s\\u002bw",
            "4711 d",
            HexFormat.of().formatHex(SECRET.getBytes(StandardCharsets.UTF_8)));

    @TempDir
    Path folder;

    @Test
    void leavesNoneAtTheServiceAndInWhatAttestSays() throws Exception {
        try (Service service = Service.start()) {
            Map<String, String> environment = new HashMap<>(service.environment(folder.resolve("journal")));
            environment.put("SHOP_PASSWORD", SECRET);

            ChildJvm.Ended child = new ChildJvm(folder, environment).run(Suites.Leaky.class);

            assertThat(child.lastLine()).startsWith("Attest: 10 tests: ");
            assertThat(child.notPublished()).isEmpty();
            String sent = service.standIn().requests().toString();
            String stored = String.join("\n", new PublishedRows(service.view()).lines());
            String said = child.out()
                    .lines()
                    .filter(line -> line.startsWith("Attest"))
                    .collect(Collectors.joining("\n"));
            assertThat(stored.split("\\*\\*\\*", -1)).hasSizeGreaterThan(10 * 4);
            assertThat(TRACES)
                    .allSatisfy(trace ->
                            assertThat(sent + stored + said + child.err()).doesNotContain(trace));
        }
    }

    @Test
    void leavesNoneInTheJournal() throws Exception {
        Path journal = folder.resolve("journal");

        new ChildJvm(folder, Map.of("ATTEST_JOURNAL_DIR", journal.toString(), "SHOP_PASSWORD", SECRET))
                .run(Suites.Leaky.class);

        String kept = textOf(journal);
        assertThat(kept).contains("Leaky", "***");
        assertThat(TRACES).allSatisfy(trace -> assertThat(kept).doesNotContain(trace));
    }

    /** The property is masked beside the variable, not in its place. */
    @Test
    void leavesNoneInTheJournalWhereAPropertyHasTheNameOfAVariable() throws Exception {
        Path journal = folder.resolve("journal");

        new ChildJvm(folder, Map.of("ATTEST_JOURNAL_DIR", journal.toString(), "SHOP_PASSWORD", SECRET))
                .option("-DSHOP_PASSWORD=another-4711")
                .run(Suites.Leaky.class);

        String kept = textOf(journal);
        assertThat(kept).contains("Leaky", "***");
        assertThat(TRACES).allSatisfy(trace -> assertThat(kept).doesNotContain(trace));
    }

    /** The environment of the child has the token, which no answer of a tested system may get attached. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void attachesNoFileOfTheHostBecauseTheOutputNamesIt() throws Exception {
        Path project = Files.createDirectories(folder.resolve("target"));
        Files.createSymbolicLink(project.resolve("link.txt"), Path.of("/proc/self/environ"));
        Files.writeString(project.resolve("log.txt"), "of the build");
        Files.writeString(project.resolve("shop.properties"), "shop.db.password=hunter22\nshop.db.user=shop\n");
        assertThat(new ProcessBuilder("mkfifo", project.resolve("pipe").toString())
                        .start()
                        .waitFor())
                .isZero();
        List<String> paths = List.of(
                "/proc/self/environ",
                "target/../../../../../../../../../proc/self/environ",
                "target/link.txt",
                "target/pipe",
                "/dev/zero",
                "/etc/passwd",
                "target",
                "target/log.txt",
                "target/shop.properties");
        try (Service service = Service.start()) {
            Map<String, String> environment = new HashMap<>(service.environment(folder.resolve("journal")));
            environment.put("SHOP_PASSWORD", SECRET);

            ChildJvm.Ended child = new ChildJvm(folder, environment)
                    .option("-Dpaths=" + String.join(",", paths))
                    .run(Suites.Naming.class);

            assertThat(child.lastLine()).startsWith("Attest: 1 test: ");
            assertThat(child.notPublished()).isEmpty();
            ServiceView.Result result = service.results().get(0);
            assertThat(filesOf(service, result))
                    .as(child.err())
                    .isEqualTo(Map.of(
                            "log.txt", "of the build", "shop.properties", "shop.db.password=***\nshop.db.user=shop\n"));
            assertThat(service.view().attachments(1))
                    .extracting(ServiceView.Attachment::fileName)
                    .containsOnly("attest-settings.txt", "Standard_Console_Output.log");
            assertThat(result.comment().lines())
                    .hasSize(6)
                    .startsWith("Attachment /proc/self/environ is left out: it is outside the folders of the build and"
                            + " of temporary files. attest.attachment-marks.roots adds folders.")
                    .endsWith("Further lines [[ATTACHMENT|...]] whose files are left out: 2.");
            assertThat(child.err()).contains("Attachment /proc/self/environ is left out: it is outside");
        }
    }

    private static Map<String, String> filesOf(Service service, ServiceView.Result result) throws IOException {
        Map<String, String> files = new HashMap<>();
        for (ServiceView.Attachment file : service.view().attachments(1, result.id())) {
            try (InputStream bytes = service.view().bytes(1, result.id(), file.id())) {
                files.put(file.fileName(), new String(bytes.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return files;
    }

    private static String textOf(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).map(SecretsIT::read).collect(Collectors.joining("\n"));
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
