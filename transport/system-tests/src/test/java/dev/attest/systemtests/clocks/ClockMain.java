package dev.attest.systemtests.clocks;

import dev.attest.internal.runtime.AttestRuntime;
import dev.attest.spi.Failure;
import dev.attest.spi.Outcome;
import dev.attest.spi.TestDescription;
import dev.attest.spi.TestId;
import dev.attest.spi.TestRecorder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/** A JVM that runs a script of tests and steps of its clock. */
final class ClockMain {

    private static final Duration GLANCE = Duration.ofMillis(10);

    private final TestRecorder recorder = AttestRuntime.shared().planStarted(Map.of());
    private final String name;
    private int tests;

    private ClockMain(String name) {
        this.name = name;
    }

    /**
     * @param arguments name, then the steps: {@code test}, {@code set:PT-24H} for a test in whose second attempt the
     *     clock is set, {@code wait:FILE}, {@code done:FILE}
     */
    public static void main(String[] arguments) throws IOException {
        ClockMain jvm = new ClockMain(arguments[0]);
        for (String step : List.of(arguments).subList(1, arguments.length)) {
            jvm.run(step.replaceFirst(":.*", ""), step.replaceFirst("[^:]*:", ""));
        }
        AttestRuntime.shared().planFinished();
        AttestRuntime.shared().sessionClosed();
    }

    private void run(String step, String argument) throws IOException {
        switch (step) {
            case "test" -> recorder.finished(start(), Outcome.PASSED, null);
            case "set" -> {
                recorder.retried(start(), Failure.because("once more"));
                tests--;
                String key = start();
                SteppedClock.setHere(Duration.parse(argument));
                recorder.finished(key, Outcome.PASSED, null);
            }
            case "wait" -> {
                while (!Files.exists(Path.of(argument))) {
                    LockSupport.parkNanos(GLANCE.toNanos());
                }
            }
            case "done" -> Files.createFile(Path.of(argument));
            default -> throw new IllegalArgumentException(step);
        }
    }

    private String start() {
        String test = name + "-" + ++tests;
        recorder.started(test, new TestDescription(new TestId("clocks", name, test, ""), test, List.of()));
        return test;
    }
}
