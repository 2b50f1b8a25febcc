package dev.attest.systemtests.testng.conformance;

import java.util.concurrent.atomic.AtomicInteger;
import org.testng.annotations.Test;

import static dev.attest.systemtests.testng.conformance.Entries.test;

/** Methods that run several times. */
public final class Repeated {

    private Repeated() {}

    public static class Thrice {
        private int calls;

        @Test(invocationCount = 3)
        public void onceInVain() {
            calls++;
            var entry = test(Thrice.class, "onceInVain", "onceInVain › [" + calls + "]");
            if (calls == 2) {
                throw entry.failed("rain");
            }
            entry.passed();
        }
    }

    public static class Pooled {
        private static final AtomicInteger CALLS = new AtomicInteger();

        @Test(invocationCount = 12, threadPoolSize = 4)
        public void onSeveralThreads() {
            int call = CALLS.incrementAndGet();
            test(Pooled.class, "onSeveralThreads", "onSeveralThreads › [" + call + "]")
                    .passed();
        }
    }

    public static class MostOfTheTime {
        private int calls;

        @Test(invocationCount = 4, successPercentage = 50)
        public void works() {
            calls++;
            var entry = test(MostOfTheTime.class, "works", "works › [" + calls + "]");
            if (calls % 2 == 0) {
                entry.comment("Failed, but counts as passed: 50 % of the invocations have to pass. rain " + calls)
                        .passed();
                throw new IllegalStateException("rain " + calls);
            }
            entry.passed();
        }
    }

    public static class UntilItFails {
        @Test(invocationCount = 3, skipFailedInvocations = true)
        public void once() {
            for (int i = 2; i <= 3; i++) {
                test(UntilItFails.class, "once", "once › [" + i + "]")
                        .neverRan("Not started: an invocation before it failed, and skipFailedInvocations is set");
            }
            throw test(UntilItFails.class, "once", "once › [1]").failed("once is enough");
        }
    }
}
