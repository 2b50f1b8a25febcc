package dev.attest.benchmarks;

import dev.attest.internal.runtime.AttestRuntime;
import dev.attest.junit5.PublishingListener;
import dev.attest.spi.TestRecorder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

/**
 * The time that a test thread spends in Attest for one test that passes: from the two calls of the JUnit Platform to
 * the two lines in the journal. {@code dormant} is the same without a destination.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(2)
public class TestThreadBenchmark {

    private final PublishingListener dormant = new PublishingListener();
    private final PublishingListener recording = new PublishingListener();
    private final TestPlan plan = LauncherFactory.create()
            .discover(LauncherDiscoveryRequestBuilder.request()
                    .selectors(selectClass(Suite.class))
                    .build());
    private final TestIdentifier test = plan
            .getDescendants(plan.getRoots().iterator().next())
            .stream()
            .filter(TestIdentifier::isTest)
            .findFirst()
            .orElseThrow();

    /** Opens a journal in a temporary folder. */
    @Setup
    public void open() {
        try {
            System.setProperty(
                    "attest.journal.dir",
                    Files.createTempDirectory("attest-benchmark").toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        recording.testPlanExecutionStarted(plan);
        if (AttestRuntime.shared().recorder() == TestRecorder.disabled()) {
            throw new IllegalStateException("the recorder is disabled: nothing would be measured");
        }
    }

    /** Closes the journal. */
    @TearDown
    public void close() {
        recording.testPlanExecutionFinished(plan);
        AttestRuntime.shared().sessionClosed();
    }

    /** A test that is recorded. */
    @Benchmark
    public void recorded() {
        report(recording);
    }

    /** A test that nothing is recorded of. */
    @Benchmark
    public void dormant() {
        report(dormant);
    }

    private void report(PublishingListener listener) {
        listener.executionStarted(test);
        listener.executionFinished(test, TestExecutionResult.successful());
    }

    static final class Suite {

        @Test
        void passes() {}
    }
}
