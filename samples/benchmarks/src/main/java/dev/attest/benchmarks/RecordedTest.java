package dev.attest.benchmarks;

import dev.attest.internal.runtime.AttestRuntime;
import dev.attest.junit5.PublishingListener;
import dev.attest.spi.TestRecorder;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

/** A test that is recorded on the calling thread, with all that it prints, in a journal of its own. */
final class RecordedTest {

    private final PublishingListener listener = new PublishingListener();
    private final TestPlan plan = LauncherFactory.create()
            .discover(LauncherDiscoveryRequestBuilder.request()
                    .selectors(selectClass(TestThreadBenchmark.Suite.class))
                    .build());
    private final TestIdentifier test = plan
            .getDescendants(plan.getRoots().iterator().next())
            .stream()
            .filter(TestIdentifier::isTest)
            .findFirst()
            .orElseThrow();

    /** Begins it; returns what {@code System.out} is within it, where that is this stream outside. */
    PrintStream begin(PrintStream plain) {
        PrintStream original = System.out;
        try {
            System.setProperty(
                    "attest.journal.dir",
                    Files.createTempDirectory("attest-benchmark").toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        System.setOut(plain);
        listener.testPlanExecutionStarted(plan);
        PrintStream captured = System.out;
        System.setOut(original);
        if (AttestRuntime.shared().recorder() == TestRecorder.disabled() || captured == plain) {
            throw new IllegalStateException("nothing is captured: nothing would be measured");
        }
        listener.executionStarted(test);
        return captured;
    }

    /** Ends it, and closes the journal. */
    void end() {
        listener.executionFinished(test, TestExecutionResult.successful());
        listener.testPlanExecutionFinished(plan);
        AttestRuntime.shared().sessionClosed();
    }
}
