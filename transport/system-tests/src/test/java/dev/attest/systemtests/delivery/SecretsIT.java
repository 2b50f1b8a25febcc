package dev.attest.systemtests.delivery;

import dev.attest.systemtests.suites.Suites;
import dev.attest.testkit.ChildJvm;
import dev.attest.testkit.PublishedRows;
import dev.attest.testkit.Service;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
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
            base64(":" + SECRET).substring(4, 20));

    @TempDir
    Path folder;

    @Test
    void leavesNoneAtTheServiceAndInWhatAttestSays() throws Exception {
        try (Service service = Service.start()) {
            Map<String, String> environment = new HashMap<>(service.environment(folder.resolve("journal")));
            environment.put("SHOP_PASSWORD", SECRET);

            ChildJvm.Ended child = new ChildJvm(folder, environment).run(Suites.Leaky.class);

            assertThat(child.lastLine()).startsWith("Attest: results 6 executed, 6 published");
            String sent = service.standIn().requests().toString();
            String stored = String.join("\n", new PublishedRows(service.view()).lines());
            String said = child.out()
                    .lines()
                    .filter(line -> line.startsWith("Attest"))
                    .collect(Collectors.joining("\n"));
            assertThat(stored.split("\\*\\*\\*", -1)).hasSizeGreaterThan(6 * 4);
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
