package dev.attest.internal.recorder;

import dev.attest.AttachmentType;
import dev.attest.Target;
import dev.attest.When;
import dev.attest.internal.attribution.PlanThreads;
import dev.attest.internal.attribution.TestThreads;
import dev.attest.internal.console.Channel;
import dev.attest.internal.files.AttachmentTypeRules;
import dev.attest.internal.files.MarkedFileRoots;
import dev.attest.internal.guard.Guard;
import dev.attest.internal.journal.Journal;
import dev.attest.internal.journal.Journals;
import dev.attest.internal.journal.event.Run;
import dev.attest.internal.masking.Masking;
import dev.attest.internal.quarantine.KnownFailures;
import dev.attest.spi.Failure;
import dev.attest.spi.Outcome;
import dev.attest.spi.ReportName;
import dev.attest.spi.TestCode;
import dev.attest.spi.TestDescription;
import dev.attest.spi.TestId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Each place where text or files leave the process, with each form of a secret. */
class MaskedPlacesTest {

    private static final String SECRET = "xq7=zk9&wv5<d>e'4711";
    private static final byte[] BYTES = SECRET.getBytes(StandardCharsets.UTF_8);

    /** The part that no escape changes. */
    private static final String CORE = "zk9";

    /** @param trace what is left of the form where it is not masked, without white space */
    record Form(String name, String text, String trace) {
        @Override
        public String toString() {
            return name;
        }
    }

    /** A way out of the process. */
    enum Place {
        TITLE((recorder, text, folder) -> recorder.started("other", test("logs in with " + text), TestCode.UNKNOWN)),
        REPORT_NAME((recorder, text, folder) -> recorder.started(
                "other",
                new TestDescription(test("").id(), "title", List.of(), new ReportName("C", "m " + text)),
                TestCode.UNKNOWN)),
        PLANNED_TITLE((recorder, text, folder) -> recorder.planned(List.of(test("planned " + text)))),
        COMMENT((recorder, text, folder) -> recorder.comment("key", "as " + text)),
        OUTPUT((recorder, text, folder) -> recorder.output("key", "printed " + text + "\n")),
        OUTPUT_OF_RUN((recorder, text, folder) -> {
            recorder.finished("key", Outcome.PASSED, null);
            recorder.console().printed(Channel.ERR, "printed " + text + "\n");
        }),
        MESSAGE((recorder, text, folder) ->
                recorder.finished("key", Outcome.FAILED, new Failure("wrong: " + text, "trace"))),
        TRACE((recorder, text, folder) -> recorder.finished("key", Outcome.FAILED, new Failure("wrong", "at " + text))),
        LONG_TRACE((recorder, text, folder) ->
                recorder.finished("key", Outcome.FAILED, new Failure("wrong", text + "x".repeat(5000) + text))),
        STOPPED((recorder, text, folder) -> recorder.stopped("key", Outcome.FAILED, new Failure(text, text))),
        SKIPPED((recorder, text, folder) ->
                recorder.concluded(test("skipped " + text), Outcome.SKIPPED, Failure.because(text))),
        ATTACHED_TEXT((recorder, text, folder) -> recorder.attach("key", "page-source.html", "<p>" + text, null)),
        NAME_OF_FILE((recorder, text, folder) ->
                recorder.attach("key", "a " + text + ".bin", new byte[1], AttachmentType.GENERAL_ATTACHMENT)),
        COMMENT_ON_FILE((recorder, text, folder) -> recorder.attachTo(
                Target.workItem(12), "key", Files.writeString(folder.resolve("a.txt"), "a"), "of " + text)),
        CONFIGURATION(
                (recorder, text, folder) -> recorder.configuration("junit-platform.properties", "greeting=" + text)),
        MARKED_SETTINGS((recorder, text, folder) -> {
            Path settings = Files.writeString(folder.resolve("marked.env"), "GREETING=" + text);
            recorder.output("key", "[[ATTACHMENT|" + settings + "]]\n");
        }),
        MARK_LEFT_OUT((recorder, text, folder) -> recorder.output("key", "[[ATTACHMENT|/" + text + "]]\n")),
        MARK_OF_RUN_LEFT_OUT((recorder, text, folder) -> {
            recorder.finished("key", Outcome.PASSED, null);
            recorder.console().printed(Channel.OUT, "[[ATTACHMENT|/" + text + "]]\n");
        }),
        FILE_OF_RUN_LEFT_OUT((recorder, text, folder) -> recorder.attachToRun(folder.resolve("none" + text), null));

        private interface Leak {
            void into(JournalRecorder recorder, String text, Path folder) throws IOException;
        }

        private final Leak leak;

        Place(Leak leak) {
            this.leak = leak;
        }

        private static TestDescription test(String title) {
            return new TestDescription(new TestId("e", "C", "m()", ""), title, List.of());
        }
    }

    @TempDir
    Path folder;

    static List<Form> forms() {
        String escaped = SECRET.replace("=", "\\u003d")
                .replace("&", "\\u0026")
                .replace("<", "\\u003c")
                .replace("'", "\\u0027");
        String base64 = Base64.getEncoder().encodeToString(BYTES);
        String basic = Base64.getEncoder().encodeToString(("shop:" + SECRET).getBytes(StandardCharsets.UTF_8));
        String mime = Base64.getMimeEncoder(12, new byte[] {'\n'}).encodeToString(BYTES);
        String hex = HexFormat.of().formatHex(BYTES);
        return List.of(
                new Form("plain", SECRET, CORE),
                new Form("JSON of Gson", escaped, CORE),
                new Form(
                        "XML", SECRET.replace("&", "&amp;").replace("<", "&lt;").replace("'", "&apos;"), CORE),
                new Form("URL", URLEncoder.encode(SECRET, StandardCharsets.UTF_8), CORE),
                new Form("Base64", base64, base64),
                new Form("Basic", basic, basic.substring(8)),
                new Form("MIME", mime, base64),
                new Form("hexadecimal", hex, hex));
    }

    @ParameterizedTest
    @MethodSource("forms")
    void letsNoSecretOut(Form form) throws IOException {
        for (Place place : Place.values()) {
            // A path or the name of a file has no line breaks.
            if (!form.text().contains("\n") || !place.name().matches("NAME_OF_FILE|.*LEFT_OUT")) {
                String left = whatLeaves(place, form.text());

                assertThat(left.replaceAll("\\\\n|\\s|\\[main]", ""))
                        .as("%s in %s", form, place)
                        .contains(Masking.MASK)
                        .doesNotContain(form.trace());
            }
        }
    }

    private String whatLeaves(Place place, String text) throws IOException {
        Path own = Files.createTempDirectory(folder, "place");
        Guard guard = new Guard();
        try (Journal journal = new Journals(own.resolve("journal")).create("key", false)) {
            JournalRecorder recorder = new JournalRecorder(
                    journal,
                    started -> new Run("token", "title", started, "host", null),
                    When.ALWAYS,
                    new AnnotationLinks(null),
                    Set.of(),
                    AttachmentTypeRules.of("", sentence -> {}),
                    new MarkedFileRoots(List.of(own)),
                    Masking.of(List.of(SECRET), null, guard::note),
                    Clock.systemUTC(),
                    new TestThreads(new PlanThreads(), null),
                    KnownFailures.NONE,
                    guard);
            recorder.started("key", Place.test("title"), TestCode.UNKNOWN);
            place.leak.into(recorder, text, own);
            recorder.finished("key", Outcome.FAILED, Failure.because("no"));
            recorder.finishRun();
            assertThat(guard.failures()).isZero();
            return guard.notes() + textOf(journal.folder());
        }
    }

    private static String textOf(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(MaskedPlacesTest::read)
                    .collect(Collectors.joining("\n"));
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
