package dev.attest.internal.console;

import dev.attest.internal.guard.MemoryBudget;
import dev.attest.internal.masking.Masking;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

class ConsoleLogTest {

    private static final int KIB = 1024;
    private static final String SECRET = "s3cr3t-value";

    @TempDir
    Path folder;

    @Test
    void keepsWhatIsPrinted() throws IOException {
        try (ConsoleLog log = log(KIB)) {
            log.add("one\ntwo");
            log.add(" ü\n");
            log.add("three");
            log.end();

            assertThat(text(log)).isEqualTo("one\ntwo ü\nthree");
        }
    }

    @Test
    void staysInMemoryAsLongAsItIsShort() throws IOException {
        try (ConsoleLog log = log(8 * KIB * KIB)) {
            log.add("x".repeat(60 * KIB));

            assertThat(spilled()).isEmpty();
        }
    }

    @Test
    void goesToAFileWhenItIsLongAndLeavesNoneBehind() throws IOException {
        String line = "ü".repeat(99) + "\n";
        try (ConsoleLog log = log(8 * KIB * KIB)) {
            for (int i = 0; i < 2000; i++) {
                log.add(line);
            }
            log.end();

            assertThat(text(log)).isEqualTo(line.repeat(2000));
        }
        assertThat(spilled()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 7, 4096, 65535, 65536, 100_000})
    void keepsTheBeginningAndTheEndAndSaysHowMuchIsMissing(int more) throws IOException {
        int lines = 60_000 + more / 10;
        StringBuilder all = new StringBuilder();
        try (ConsoleLog log = log(256 * KIB)) {
            for (int i = 0; i < lines; i++) {
                String line = "ä " + i + "\n";
                all.append(line);
                log.add(line);
            }
            log.end();

            String kept = text(log);
            String mark = kept.lines()
                    .filter(line -> line.startsWith("[cut: "))
                    .findFirst()
                    .orElseThrow();
            String head = kept.substring(0, kept.indexOf("[cut: "));
            String tail = kept.substring(kept.indexOf("[cut: ") + mark.length() + 1);
            int missing = bytes(all.toString()) - bytes(head) - bytes(tail);
            assertThat(all).startsWith(head).endsWith(tail);
            assertThat(head).startsWith("ä 0\n").endsWith("\n").hasSizeGreaterThan(100 * KIB);
            assertThat(tail)
                    .startsWith("ä ")
                    .endsWith("ä " + (lines - 1) + "\n")
                    .hasSizeGreaterThan(40 * KIB);
            assertThat(bytes(kept)).isLessThanOrEqualTo(256 * KIB + 65 * KIB);
            assertThat(mark)
                    .isEqualTo("[cut: " + missing + " bytes are missing here; Attest keeps the beginning and the end]");
        }
    }

    @Test
    void masksASecretThatIsPrintedInParts() throws IOException {
        try (ConsoleLog log = masking()) {
            log.add("token s3cr");
            log.add("3t-val");
            log.add("ue!\n");
            log.end();

            assertThat(text(log)).isEqualTo("token ***!\n");
        }
    }

    @Test
    void masksSecretsInALineThatDoesNotEnd() throws IOException {
        try (ConsoleLog log = masking()) {
            for (int i = 0; i < 20_000; i++) {
                log.add("dots..." + SECRET.substring(0, 5));
                log.add(SECRET.substring(5));
            }
            log.end();

            assertThat(text(log)).doesNotContain("s3cr").contains("dots...***dots...***");
        }
    }

    /** As it is printed line by line, and read at any moment. */
    @Test
    void masksAnEncodedSecretThatIsBrokenOverLines() throws IOException {
        String mime = Base64.getMimeEncoder(8, new byte[] {'\n'}).encodeToString(("user:" + SECRET).getBytes(UTF_8));
        try (ConsoleLog log = masking()) {
            log.add("mail\n");
            for (String line : mime.split("\n")) {
                log.add(line + "\n");
                assertThat(log.attachments()).isEmpty();
            }
            log.add("end\n");
            log.end();

            assertThat(text(log)).matches("mail\ndXNlcjp.?\\*\\*\\*.?=*\nend\n");
        }
    }

    @Test
    void matchesThePatternOfTheUserLineByLine() throws IOException {
        try (ConsoleLog log = new ConsoleLog(
                folder, new MemoryBudget(), Masking.of(List.of(), Pattern.compile("^card .*$"), warning -> {}))) {
            log.add("one\ncard 47");
            log.add("11\ntwo\ncard 12");
            log.end();

            assertThat(text(log)).isEqualTo("one\n***\ntwo\n***");
        }
    }

    @Test
    void findsTheFilesThatLinesName() throws IOException {
        try (ConsoleLog log = log(KIB)) {
            log.add("saved [[ATTACH");
            log.add("MENT|/tmp/a b.png]] and [[ATTACHMENT|b.txt]]\n[[ATTACHMENT|]]\n[[ATTACHMENT|late");
            assertThat(log.attachments()).containsExactly("/tmp/a b.png", "b.txt");
            log.add(".txt]]");

            assertThat(log.end()).containsExactly("late.txt");
            assertThat(log.attachments()).isEmpty();
        }
    }

    @Test
    void onlyLooksForFilesWhereNothingIsToBeKept() throws IOException {
        try (ConsoleLog log = log(KIB)) {
            log.add("too early\n");
            log.discard();
            log.add("[[ATTACHMENT|a]]\n");

            assertThat(log.end()).containsExactly("a");
            assertThat(log.isEmpty()).isTrue();
        }
    }

    @ParameterizedTest
    @CsvSource({"'[[ATTACH', 'MENT|a]]', a", "'[', '[ATTACHMENT|a]]', a", "'[[ATTACHMENT|', 'a]]', a", "'[[', 'a]]',"})
    void looksForFilesInPartsOfALineWhereNothingIsToBeKept(String first, String second, @Nullable String named)
            throws IOException {
        try (ConsoleLog log = log(KIB)) {
            log.discard();
            log.add(first);
            log.add(second);

            assertThat(log.end()).isEqualTo(named == null ? List.of() : List.of(named));
        }
    }

    @Test
    void takesNothingAfterTheEnd() throws IOException {
        try (ConsoleLog log = log(KIB)) {
            log.end();

            assertThat(log.add("late\n")).isFalse();
            assertThat(text(log)).isEmpty();
        }
    }

    @Test
    void keepsAllOfItAlsoOnAThreadThatIsInterrupted() throws IOException {
        try (ConsoleLog log = log(8 * KIB * KIB)) {
            Thread.currentThread().interrupt();
            for (int i = 0; i < 200; i++) {
                log.add("x".repeat(1023) + "\n");
            }
            log.end();

            String kept = text(log);
            assertThat(Thread.interrupted()).isTrue();
            assertThat(kept).hasSize(200 * KIB).doesNotContain("[cut");
        }
    }

    @Test
    void goesOnInMemoryWhenTheDiskTakesNoMore() throws IOException {
        Path noFolder = Files.createFile(folder.resolve("file"));
        try (ConsoleLog log =
                new ConsoleLog(noFolder, new MemoryBudget(), Masking.of(List.of(), null, warning -> {}), 100 * KIB)) {
            for (int i = 0; i < 200; i++) {
                log.add("x".repeat(1023) + "\n");
            }
            log.end();

            assertThat(text(log)).startsWith("xxx").containsOnlyOnce("[cut: ").contains("the beginning and the end");
        }
    }

    @Test
    void goesOnAndSaysSoWhenMemoryTakesNoMoreEither() throws IOException {
        Path noFolder = Files.createFile(folder.resolve("file"));
        try (ConsoleLog log =
                new ConsoleLog(noFolder, new MemoryBudget(0), Masking.of(List.of(), null, warning -> {}))) {
            for (int i = 0; i < 200; i++) {
                log.add("x".repeat(1023) + "\n");
            }
            log.end();

            assertThat(text(log))
                    .startsWith("xxx")
                    .endsWith("[cut: " + 136 * KIB
                            + " bytes are missing here; neither the disk nor the memory took more]\n");
        }
    }

    private ConsoleLog log(long most) {
        return new ConsoleLog(folder, new MemoryBudget(), Masking.of(List.of(), null, warning -> {}), most);
    }

    private ConsoleLog masking() {
        return new ConsoleLog(folder, new MemoryBudget(), Masking.of(List.of(SECRET), null, warning -> {}));
    }

    private List<Path> spilled() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }

    private static String text(ConsoleLog log) throws IOException {
        return new String(log.open().readAllBytes(), StandardCharsets.UTF_8);
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
