package dev.attest.systemtests.junit5.conformance;

import dev.attest.AttachmentType;
import dev.attest.Attest;
import dev.attest.junit5.Fixture;
import dev.attest.testkit.Ledger;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Tests on four threads at once, that run each other while they wait. */
final class Concurrent {

    private Concurrent() {}

    @Execution(ExecutionMode.CONCURRENT)
    @Fixture
    static class OnSeveralThreads {
        @RepeatedTest(value = 25, name = "{currentRepetition}")
        void evens(RepetitionInfo info) {
            work("evens", info.getCurrentRepetition());
        }

        @RepeatedTest(value = 25, name = "{currentRepetition}")
        void odds(RepetitionInfo info) {
            work("odds", info.getCurrentRepetition());
        }

        private static void work(String method, int number) {
            ForkJoinPool.commonPool().submit(OnSeveralThreads::count).join();
            Ledger.Entry entry = Ledger.of(
                    OnSeveralThreads.class, method, "OnSeveralThreads › " + method + "(RepetitionInfo) › " + number);
            String own = method + " " + number;
            entry.comment(own).file(own + ".txt", own);
            Attest.comment(own);
            Attest.attach(own + ".txt", own, AttachmentType.GENERAL_ATTACHMENT);
            if (number % 3 == 0) {
                throw withoutTrace(entry.failed(own));
            }
            entry.passed();
        }

        /** The trace of a test that runs within others has all of theirs in it. */
        private static AssertionError withoutTrace(AssertionError error) {
            error.setStackTrace(new StackTraceElement[0]);
            return error;
        }

        private static int count() {
            return IntStream.range(0, 1_000_000).map(Integer::bitCount).sum();
        }
    }
}
