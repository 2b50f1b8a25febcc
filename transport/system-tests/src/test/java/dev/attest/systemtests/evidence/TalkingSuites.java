package dev.attest.systemtests.evidence;

import dev.attest.Output;
import dev.attest.When;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Suites that print, in all ways that there are. Run in JVMs of their own. */
final class TalkingSuites {

    private TalkingSuites() {}

    /** Prints in each way, one test after the other. */
    @Disabled("run by a test")
    @TestMethodOrder(MethodOrderer.MethodName.class)
    static class EachWay {

        private static final CountDownLatch FIRST_ENDED = new CountDownLatch(1);
        private static final ExecutorService SHARED = Executors.newSingleThreadExecutor();
        private static Thread straggler;

        static {
            System.out.println("static initializer");
        }

        EachWay() {
            System.out.println("constructor");
        }

        @BeforeAll
        static void beforeAll() {
            System.out.println("before all");
        }

        @BeforeEach
        void beforeEach() {
            System.out.println("before each");
        }

        @Test
        void first() throws Exception {
            System.out.println("first: own thread");
            Thread made = new Thread(() -> System.out.println("first: thread"));
            made.start();
            made.join();
            Assertions.assertTimeoutPreemptively(
                    Duration.ofSeconds(20), () -> System.out.println("first: preemptive timeout"));
            SHARED.submit(() -> System.out.println("first: shared executor")).get();
            ForkJoinPool.commonPool()
                    .submit(() -> System.out.println("first: common pool"))
                    .get();
            CompletableFuture.runAsync(() -> System.out.println("first: future"))
                    .get();
            IntStream.range(0, 8).parallel().forEach(i -> System.out.println("first: stream " + i));
            new FileOutputStream(FileDescriptor.out).write("first: raw\n".getBytes(StandardCharsets.UTF_8));
            straggler = new Thread(
                    () -> {
                        awaitQuietly(FIRST_ENDED);
                        System.out.println("first: too late");
                    },
                    "straggler");
            straggler.start();
        }

        @Test
        void second() throws Exception {
            System.err.println("second: own thread");
            FIRST_ENDED.countDown();
            straggler.join();
            SHARED.submit(() -> System.out.println("second: shared executor")).get();
        }

        @Test
        @Timeout(value = 20, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
        void third() {
            System.out.println("third: thread of the timeout");
        }

        @AfterEach
        void afterEach() {
            System.out.println("after each");
        }

        @AfterAll
        static void afterAll() {
            SHARED.shutdown();
            System.out.println("after all");
        }
    }

    /** A thousand tests that print who they are from all kinds of threads, while workers help each other. */
    @Disabled("run by a test")
    @Execution(ExecutionMode.CONCURRENT)
    static class Crowd {

        private static final ExecutorService SHARED = Executors.newFixedThreadPool(4);
        private static final ThreadLocal<Integer> DEPTH = ThreadLocal.withInitial(() -> 0);
        private static final AtomicInteger NESTED = new AtomicInteger();

        @RepeatedTest(250)
        void a(RepetitionInfo repetition) throws Exception {
            talk("id=a" + repetition.getCurrentRepetition());
        }

        @RepeatedTest(250)
        void b(RepetitionInfo repetition) throws Exception {
            talk("id=b" + repetition.getCurrentRepetition());
        }

        @RepeatedTest(250)
        void c(RepetitionInfo repetition) throws Exception {
            talk("id=c" + repetition.getCurrentRepetition());
        }

        @RepeatedTest(250)
        void d(RepetitionInfo repetition) throws Exception {
            talk("id=d" + repetition.getCurrentRepetition());
        }

        @AfterAll
        static void sayHowOftenWorkersHelped() {
            SHARED.shutdown();
            System.out.println("nested: " + NESTED.get());
        }

        private static void talk(String id) throws Exception {
            DEPTH.set(DEPTH.get() + 1);
            if (DEPTH.get() > 1) {
                NESTED.incrementAndGet();
            }
            System.out.println(id + " own");
            Thread child = new Thread(() -> System.out.println(id + " child"));
            child.start();
            child.join();
            SHARED.submit(() -> System.out.println(id + " shared-executor")).get();
            ExecutorService own = Executors.newFixedThreadPool(2);
            own.submit(() -> System.out.println(id + " own-executor")).get();
            own.submit(() -> System.out.println(id + " own-executor")).get();
            own.shutdown();
            own.awaitTermination(20, TimeUnit.SECONDS);
            IntStream.range(0, 4).parallel().forEach(i -> {
                LockSupport.parkNanos(50_000);
                System.out.println(id + " stream");
            });
            ForkJoinPool.commonPool()
                    .submit(() -> {
                        LockSupport.parkNanos(1_000_000);
                        System.out.println(id + " common-pool");
                    })
                    .join();
            System.out.println(id + " own");
            DEPTH.set(DEPTH.get() - 1);
        }
    }

    /** Says by annotations which output is wanted. */
    @Disabled("run by a test")
    @Output(When.ALWAYS)
    static class Choosy {

        Choosy() {
            System.out.println("constructor");
        }

        @Test
        void talks() {
            System.out.println("talks");
        }

        @Test
        @Output(When.FAILED)
        void passes() {
            System.out.println("passes");
        }

        @Test
        @Output(When.FAILED)
        void isSkipped() {
            System.out.println("is skipped");
            Assumptions.assumeTrue(false, "not today");
        }

        @Test
        @Output(When.FAILED)
        void fails() {
            System.out.println("fails");
            Assertions.fail("on purpose");
        }

        @Test
        @Output(When.NEVER)
        void failsInSilence() {
            System.out.println("fails in silence");
            Assertions.fail("on purpose");
        }
    }

    /** Prints from virtual threads, which the Java that compiles this may not have. */
    @Disabled("run by a test")
    @Execution(ExecutionMode.CONCURRENT)
    static class Virtual {

        private static final ExecutorService SHARED = executor();
        private static final CountDownLatch ENDED = new CountDownLatch(1);
        private static volatile Thread straggler;

        @RepeatedTest(20)
        void talks(RepetitionInfo repetition) throws Exception {
            String id = "id=v" + repetition.getCurrentRepetition();
            start(() -> {
                        System.out.println(id + " body");
                        Thread child = start(() -> System.out.println(id + " child"));
                        awaitQuietly(child);
                    })
                    .join();
            SHARED.submit(() -> System.out.println(id + " shared-executor")).get();
            ExecutorService own = executor();
            own.submit(() -> System.out.println(id + " own-executor")).get();
            own.shutdown();
            CompletableFuture.runAsync(() -> System.out.println(id + " future"), SHARED)
                    .get();
            if (repetition.getCurrentRepetition() == 1) {
                straggler = start(() -> {
                    awaitQuietly(ENDED);
                    System.out.println("too late");
                });
            }
        }

        @AfterAll
        static void awaitTheStraggler() throws Exception {
            ENDED.countDown();
            straggler.join();
        }

        private static Thread start(Runnable task) {
            try {
                return (Thread) Thread.class
                        .getMethod("startVirtualThread", Runnable.class)
                        .invoke(null, task);
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(e);
            }
        }

        private static ExecutorService executor() {
            try {
                return (ExecutorService) Executors.class
                        .getMethod("newVirtualThreadPerTaskExecutor")
                        .invoke(null);
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** Prints 100 MB. */
    @Disabled("run by a test")
    static class Endless {

        @Test
        void printsAndPrints() {
            String line = "x".repeat(90);
            for (int i = 1_000_000; i < 2_000_000; i++) {
                System.out.println(i + " " + line);
            }
            Assertions.fail("so that the output is attached");
        }
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void awaitQuietly(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
