package dev.attest.benchmarks.cold;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.testng.TestNG;

/** The process that is measured: runs one suite, once, and says what that took. */
final class ColdRun {

    private ColdRun() {}

    /**
     * Writes the figures.
     *
     * @param arguments the name of a {@link Suite}, and the file for the figures
     */
    public static void main(String[] arguments) throws IOException {
        long began = System.nanoTime();
        long lastTest = Suite.valueOf(arguments[0]).run();
        long over = System.nanoTime();
        OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        long cpu = system.getProcessCpuTime();
        long classes = ManagementFactory.getClassLoadingMXBean().getTotalLoadedClassCount();
        System.gc();
        long heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
        Files.writeString(
                Path.of(arguments[1]),
                millis(over - began) + " " + millis(over - lastTest) + " " + millis(cpu) + " " + classes + " "
                        + heap / 1000);
        Runtime.getRuntime().halt(0); // an agent may keep threads, or wait in a hook, for a minute
    }

    private static long millis(long nanos) {
        return Duration.ofNanos(nanos).toMillis();
    }

    /** What is run. */
    enum Suite {
        JUPITER {
            @Override
            long run() {
                return jupiter(JupiterSuite.classes());
            }
        },
        PLAIN {
            @Override
            long run() {
                return jupiter(PlainSuite.classes());
            }
        },
        INVOCATIONS {
            @Override
            long run() {
                return jupiter(InvocationSuite.class);
            }
        },
        SLOW {
            @Override
            long run() {
                return jupiter(SlowSuite.class);
            }
        },
        TESTNG {
            @Override
            long run() {
                TestNG testng = new TestNG(false);
                testng.setTestClasses(TestNgSuite.classes());
                testng.run();
                return System.nanoTime();
            }
        };

        /** Runs it; returns when its last test had ended, in nanoseconds of this JVM. */
        abstract long run();

        private static long jupiter(Class<?>... classes) {
            LastTest last = new LastTest();
            DiscoverySelector[] selectors = new DiscoverySelector[classes.length];
            for (int i = 0; i < classes.length; i++) {
                selectors[i] = DiscoverySelectors.selectClass(classes[i]);
            }
            try (LauncherSession session = LauncherFactory.openSession()) {
                session.getLauncher()
                        .execute(
                                LauncherDiscoveryRequestBuilder.request()
                                        .selectors(selectors)
                                        .build(),
                                last);
            }
            return last.nanos;
        }
    }

    /** Knows when the last test ended. */
    private static final class LastTest implements TestExecutionListener {

        private long nanos;

        @Override
        public void executionFinished(TestIdentifier test, TestExecutionResult result) {
            if (test.isTest()) {
                nanos = System.nanoTime();
            }
        }
    }
}
