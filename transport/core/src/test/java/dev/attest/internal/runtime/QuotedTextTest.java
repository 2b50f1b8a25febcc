package dev.attest.internal.runtime;

import dev.attest.Attest;
import dev.attest.CurrentTest;
import dev.attest.internal.delivery.Progress;
import dev.attest.internal.delivery.Tally;
import dev.attest.internal.guard.Guard;
import dev.attest.internal.guard.GuardedLogger;
import dev.attest.internal.publish.PublishResult;
import dev.attest.internal.quarantine.KnownFailures;
import dev.attest.internal.recorder.ReportedCount;
import dev.attest.internal.summary.TestTally;
import dev.attest.internal.text.CiLog;
import dev.attest.spi.ReportingSession;
import dev.attest.spi.TestRecorder;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.System.Logger.Level;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Text of tests, services and exceptions at each place that prints: a CI system must find no command in it. */
class QuotedTextTest {

    private static final Logger ATTEST = Logger.getLogger("dev.attest");
    private static final String PLAIN = "plain words";

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final PrintStream stdout = new PrintStream(out, true, StandardCharsets.UTF_8);
    private final UserConsole console = new UserConsole(stdout, stdout);

    /** Thousands of them would hide the rest of the log. */
    @BeforeAll
    static void printNoWarnings() {
        ATTEST.setUseParentHandlers(false);
    }

    @AfterAll
    static void printWarnings() {
        ATTEST.setUseParentHandlers(true);
    }

    @ParameterizedTest
    @MethodSource("dev.attest.internal.summary.HostileText#all")
    void isNotExecuted(String hostile) {
        places(hostile + PLAIN).forEach((place, print) -> {
            String printed = printedBy(print);

            assertThat(CiLog.executed(printed)).as(place).isEmpty();
            assertThat(printed).as(place).contains(PLAIN);
        });
    }

    @Test
    void leavesTheTraceOfAHarmlessExceptionAlone() {
        IllegalStateException thrown = new IllegalStateException("expected:\n  1", new Error("cause"));
        StringWriter trace = new StringWriter();
        thrown.printStackTrace(new PrintWriter(trace, true));

        assertThat(printedBy(() -> GuardedLogger.named("dev.attest.test").log(Level.WARNING, "message", thrown)))
                .contains(trace.toString());
    }

    @Test
    void keepsTheMessageIfTheExceptionCannotBePrinted() {
        Exception thrown = new Exception() {
            @Override
            public String getMessage() {
                throw new AssertionError("no message");
            }
        };

        assertThat(printedBy(() -> GuardedLogger.named("dev.attest.test").log(Level.WARNING, PLAIN, thrown)))
                .contains(PLAIN);
    }

    private Map<String, Runnable> places(String text) {
        GuardedLogger log = GuardedLogger.named("dev.attest.test");
        Exception thrown = new IllegalStateException(text, new IllegalArgumentException(text));
        thrown.addSuppressed(new Error(text));
        Exception bare = new Exception(text);
        bare.setStackTrace(new StackTraceElement[] {new StackTraceElement("C", "m", text, 1)});
        CurrentTest attest = new CurrentTestReporter(session(null), new UnplacedCalls());
        CurrentTest broken = new CurrentTestReporter(session(thrown), new UnplacedCalls());
        CallsOfOtherCopies copies = new CallsOfOtherCopies(attest, session(null));
        Map<String, Runnable> places = new LinkedHashMap<>();
        places.put("log", () -> log.log(Level.WARNING, text));
        places.put("log with a cause", () -> log.log(Level.WARNING, PLAIN, thrown));
        places.put("log with a file in the trace", () -> log.log(Level.WARNING, PLAIN, bare));
        places.put("log lazily", () -> log.log(Level.WARNING, () -> text));
        places.put("log lazily with a cause", () -> log.log(Level.WARNING, () -> text, thrown));
        places.put("log by a format", () -> log.log(Level.WARNING, "{0}: {1}", text, new StringBuilder(text)));
        places.put("an adapter", () -> AdapterLog.log(Attest.class, Level.WARNING, text, thrown));
        places.put("guard", () -> new Guard().failed(text, thrown));
        places.put("a call of no test", () -> attest.attach(text, "content", null));
        places.put("a call that fails", () -> broken.attach(text, "content", null));
        places.put("a call of another copy", () -> copies.apply(text, new Object[0]));
        places.put("warn", () -> console.warn(text));
        places.put("tell", () -> console.tell(text));
        places.put("the last lines", () -> console.last(List.of(text)));
        places.put("the summary", () -> summarize(text));
        return places;
    }

    /** What a service says, in each place of the summary that holds it. */
    private void summarize(String text) {
        Tally some = new Tally(1, 1, 1);
        Progress progress = new Progress(some, some, text, false, List.of(text));
        PublishResult published = new PublishResult(text, progress, text, List.of(progress), List.of(text));
        SummaryLines lines = new SummaryLines(
                new ReportedCount(9, 1),
                new ReportedCount(9, 1),
                destination -> 0,
                List.of(published, published),
                Set.of(text),
                new SummaryLines.Kept(true, text, text, 1));
        new RunSummary(console, List.of(published)).print(lines, new TestTally(KnownFailures.NONE).counts());
    }

    /** @param thrown what its recorder throws; null if it only knows no test */
    private static ReportingSession session(@Nullable Exception thrown) {
        TestRecorder recorder = proxy(TestRecorder.class, (method) -> {
            if (thrown != null && method.equals("attach")) {
                throw thrown;
            }
            return thrown != null && method.equals("current") ? "key" : null;
        });
        return proxy(ReportingSession.class, method -> method.equals("recorder") ? recorder : null);
    }

    private interface Answer {
        @Nullable
        Object to(String method) throws Exception;
    }

    private static <T> T proxy(Class<T> type, Answer answer) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (self, method, given) -> {
            if (method.getName().equals("apart")) {
                ((Runnable) given[0]).run();
            }
            return answer.to(method.getName());
        }));
    }

    /** Returns what one thread prints and logs, each message at the start of a line. */
    private String printedBy(Runnable print) {
        StringBuffer logged = new StringBuffer();
        Handler handler = new ThreadHandler(Thread.currentThread(), logged);
        out.reset();
        ATTEST.addHandler(handler);
        try {
            print.run();
        } finally {
            ATTEST.removeHandler(handler);
        }
        return logged + out.toString(StandardCharsets.UTF_8);
    }

    private static final class ThreadHandler extends Handler {

        private final Thread thread;
        private final StringBuffer logged;

        ThreadHandler(Thread thread, StringBuffer logged) {
            this.thread = thread;
            this.logged = logged;
        }

        @Override
        public void publish(LogRecord message) {
            if (Thread.currentThread() == thread) {
                logged.append(new SimpleFormatter().formatMessage(message)).append('\n');
                if (message.getThrown() != null) {
                    StringWriter trace = new StringWriter();
                    message.getThrown().printStackTrace(new PrintWriter(trace, true));
                    logged.append(trace);
                }
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
