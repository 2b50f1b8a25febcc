package dev.attest.junit5;

import java.util.concurrent.ForkJoinPool;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** A thread of Jupiter that waits may run another test meanwhile: nothing may depend on the thread. */
class ParallelTest {

    @Test
    void tellsTestsApartThatStealEachOthersThreads() {
        Launch launch = Launch.of(Stealing.class)
                .with("junit.jupiter.execution.parallel.enabled", "true")
                .with("junit.jupiter.execution.parallel.config.strategy", "fixed")
                .with("junit.jupiter.execution.parallel.config.fixed.parallelism", "4")
                .run();

        assertThat(launch.recorder().sortedLedger()).isEqualTo(expected());
    }

    private static String expected() {
        Stream<String> tests = IntStream.rangeClosed(1, 12)
                .boxed()
                .flatMap(group -> IntStream.rangeClosed(1, 20)
                        .boxed()
                        .flatMap(n -> Stream.concat(linesOf("evens", group, n), linesOf("odds", group, n))));
        return Stream.concat(Stream.of("plan started {}", "plan finished"), tests)
                .sorted()
                .map(line -> line + "\n")
                .collect(Collectors.joining());
    }

    private static Stream<String> linesOf(String method, int group, int n) {
        String title = "Stealing › %d › %s(TestInfo, TestReporter) › %d".formatted(group, method, n);
        String types = "(org.junit.jupiter.api.TestInfo, org.junit.jupiter.api.TestReporter)";
        return Stream.of(
                "started %s <Stealing %s%s #%d/#%d>".formatted(title, method, types, group, n),
                "comment %s: it is: %s %d %d".formatted(title, method, group, n),
                "finished " + title + (n % 3 == 0 ? ": FAILED, " + n + " (with trace)" : ": PASSED"));
    }

    @Execution(ExecutionMode.CONCURRENT)
    @Fixture
    @ParameterizedClass(name = "{0}")
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    static class Stealing {
        @Parameter
        int group;

        @RepeatedTest(value = 20, name = "{currentRepetition}")
        void evens(TestInfo info, TestReporter reporter) {
            join("evens", info, reporter);
        }

        @RepeatedTest(value = 20, name = "{currentRepetition}")
        void odds(TestInfo info, TestReporter reporter) {
            join("odds", info, reporter);
        }

        private void join(String method, TestInfo info, TestReporter reporter) {
            int n = Integer.parseInt(info.getDisplayName());

            ForkJoinPool.commonPool().submit(Stealing::work).join();

            reporter.publishEntry("it is", method + " " + group + " " + n);
            if (n % 3 == 0) {
                throw new IllegalStateException(info.getDisplayName());
            }
        }

        private static int work() {
            return IntStream.range(0, 1_000_000).map(Integer::bitCount).sum();
        }
    }
}
