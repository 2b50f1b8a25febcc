package dev.attest.internal.runtime;

import dev.attest.AttachmentType;
import dev.attest.CurrentTest;
import dev.attest.Target;
import dev.attest.internal.config.Settings;
import dev.attest.internal.config.Sources;
import dev.attest.internal.console.NoCapture;
import dev.attest.internal.journal.Adopted;
import dev.attest.internal.journal.Journal;
import dev.attest.internal.journal.event.Attachment;
import dev.attest.internal.journal.event.Event;
import dev.attest.spi.Outcome;
import dev.attest.spi.ReportingSession;
import dev.attest.spi.TestDescription;
import dev.attest.spi.TestId;
import dev.attest.spi.TestRecorder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

class CurrentTestReporterTest {

    private static final TestDescription TEST =
            new TestDescription(new TestId("e", "C", "m()", ""), "C › m()", List.of());

    @TempDir
    Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private ReportingSession session;
    private CurrentTest currentTest;

    @BeforeEach
    void open() {
        Map<String, String> environment = Map.of("ATTEST_JOURNAL_DIR", folder.toString());
        PrintStream stdout = new PrintStream(out, true, StandardCharsets.UTF_8);
        RuntimeSession runtime = new RuntimeSession(
                parameters ->
                        Settings.read(new Sources(Map.of(), environment, parameters, List.of(), folder, List::of)),
                new UserConsole(stdout, stdout),
                sink -> NoCapture.streams());
        session = runtime;
        currentTest = runtime.currentTest();
    }

    @Test
    void tellsTheTypeByTheNameWhereNoneIsGiven() throws IOException {
        Path trace = Files.writeString(folder.resolve("trace.har"), "{}");

        inATest(() -> {
            currentTest.attach("cart.json", "{}", null);
            currentTest.attach("jacoco.exec", new byte[] {1}, null);
            currentTest.attach(trace, null);
            currentTest.attach("cart.har", "{}", AttachmentType.GENERAL_ATTACHMENT);
        });

        assertThat(attachments())
                .extracting(attachment -> attachment.fileName() + " " + attachment.type())
                .containsExactly(
                        "cart.json GENERAL_ATTACHMENT",
                        "jacoco.exec CODE_COVERAGE",
                        "trace.har INTERMEDIATE_COLLECTOR_DATA",
                        "cart.har GENERAL_ATTACHMENT");
    }

    @Test
    @SuppressWarnings("NullAway")
    void takesWhateverATestHandsOver() {
        assertThatCode(() -> inATest(() -> {
                    currentTest.attach((Path) null, null);
                    currentTest.attach("page.html", (String) null, null);
                    currentTest.attach(null, (byte[]) null, null);
                    currentTest.comment(null);
                    currentTest.attachTo(null, null, "");
                    currentTest.attachTo(Target.workItem(0), Path.of("gone"), null);
                    currentTest.watch(null);
                }))
                .doesNotThrowAnyException();
    }

    @Test
    void countsAtTheEndWhatBelongedToNoTestAndSaysWhoSaidIt() throws InterruptedException {
        session.planStarted(Map.of());
        currentTest.comment("before all tests");
        currentTest.comment("before all tests, too");
        Thread thread = new Thread(this::attachesFromAThread);
        thread.start();
        thread.join();
        session.planFinished();
        session.sessionClosed();

        assertThat(out.toString(StandardCharsets.UTF_8).lines())
                .last()
                .isEqualTo("Attest: 3 calls of no test did nothing: Attest.comment in "
                        + getClass().getName() + ".countsAtTheEndWhatBelongedToNoTestAndSaysWhoSaidIt (2), "
                        + "Attest.attach in " + getClass().getName() + ".attachesFromAThread (1)");
    }

    @Test
    void letsATestGoOnThatMocksWhatACallNeeds() {
        ReportingSession mocked = (ReportingSession) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {ReportingSession.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("screenshots")) {
                        throw new BootstrapMethodError("no lambda while Set is mocked");
                    }
                    return method.invoke(session, arguments);
                });
        UnplacedCalls unplaced = new UnplacedCalls();
        CurrentTest ofMocked = new CurrentTestReporter(mocked, unplaced);

        assertThatCode(() -> inATest(() -> ofMocked.watch("a driver"))).doesNotThrowAnyException();
        assertThat(unplaced.take()).contains("Attest.watch in ");
    }

    private void attachesFromAThread() {
        currentTest.attach("cart.json", "{}", null);
    }

    private void inATest(Runnable body) {
        TestRecorder recorder = session.planStarted(Map.of());
        recorder.started("key", TEST);
        body.run();
        recorder.finished("key", Outcome.PASSED, null);
        session.planFinished();
        session.sessionClosed();
    }

    private List<Attachment> attachments() throws IOException {
        List<Journal> left = Adopted.all(folder);
        assertThat(left).hasSize(1);
        try (Journal journal = left.get(0)) {
            return journal.reader().read(100).stream()
                    .filter(Event.AttachmentAdded.class::isInstance)
                    .map(event -> ((Event.AttachmentAdded) event).attachment())
                    .filter(attachment -> !attachment.ofRun())
                    .toList();
        }
    }
}
