package dev.attest.internal.attribution;

import dev.attest.internal.guard.EventThreads;
import dev.attest.internal.guard.FakeMockito;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class TestThreadsTest {

    private final TestThreads active = new TestThreads(new PlanThreads(), null);

    @Test
    void knowsTheTestOfItsOwnThread() {
        active.begin("a");

        assertThat(active.current()).isEqualTo("a");
    }

    @Test
    void knowsNoTestAfterTheLastOneEnded() {
        active.begin("a");
        active.end("a");

        assertThat(active.current()).isNull();
    }

    @Test
    void goesBackToTheOuterTestWhenAStolenOneEnds() {
        active.begin("outer");
        active.begin("stolen");

        assertThat(active.current()).isEqualTo("stolen");
        active.end("stolen");
        assertThat(active.current()).isEqualTo("outer");
    }

    @Test
    void isSerialUntilTwoTestsRunOnDifferentThreads() throws Exception {
        active.begin("a");
        active.begin("stolen");
        active.end("stolen");
        active.end("a");
        elsewhere(() -> {
            active.begin("b");
            active.end("b");
        });
        assertThat(active.isSerial()).isTrue();

        active.begin("c");
        elsewhere(() -> active.begin("d"));
        active.end("c");
        active.end("d");

        assertThat(active.isSerial()).isFalse();
    }

    @Test
    void beginsATestOnTheThreadThatWaitsForTheEvent() {
        try (EventThreads eventThreads = new EventThreads()) {
            TestThreads apart = new TestThreads(new PlanThreads(), eventThreads);
            List<Thread> seen = new ArrayList<>();

            apart.apart(() -> {
                apart.begin("a");
                seen.add(apart.thread());
                seen.add(Thread.currentThread());
            });

            assertThat(apart.current()).isEqualTo("a");
            assertThat(seen.get(0)).isSameAs(Thread.currentThread());
            assertThat(seen.get(1)).isNotSameAs(Thread.currentThread());
        }
    }

    @Test
    @EnabledForJreRange(max = JRE.JAVA_21, disabledReason = "later versions do not tell whether a class is initialized")
    void runsEventsOnTheThreadOfTheTestUntilThereIsAStaticMock(@TempDir Path folder) throws Exception {
        try (URLClassLoader classPath = FakeMockito.in(folder);
                EventThreads eventThreads = Objects.requireNonNull(EventThreads.of(classPath))) {
            TestThreads apart = new TestThreads(new PlanThreads(), eventThreads);
            FutureTask<List<Boolean>> elsewhere = new FutureTask<>(() -> {
                List<Boolean> seen = new ArrayList<>(List.of(isElsewhere(apart), isElsewhere(apart)));
                FakeMockito.mockStatic(classPath);
                seen.add(isElsewhere(apart));
                return seen;
            });
            Thread test = new Thread(elsewhere);
            test.setContextClassLoader(classPath);
            test.start();

            // The first one loads the classes for those that follow the first mock.
            assertThat(elsewhere.get()).containsExactly(true, false, true);
        }
    }

    private static boolean isElsewhere(TestThreads threads) {
        AtomicReference<Thread> seen = new AtomicReference<>();
        boolean announced = threads.runsElsewhere();
        threads.apart(() -> seen.set(Thread.currentThread()));
        assertThat(seen.get() != Thread.currentThread()).isEqualTo(announced);
        return announced;
    }

    @Test
    void knowsAThreadThatRunsAnEventItselfWhereTestsCanHaveStaticMocks() {
        try (EventThreads eventThreads = new EventThreads()) {
            TestThreads apart = new TestThreads(new PlanThreads(), eventThreads);
            assertThat(apart.hostsTests()).isFalse();

            apart.enterEvent();

            assertThat(apart.hostsTests()).isTrue();
        }
    }

    @Test
    void knowsTheTestOfItsThreadAfterAnEventThatRanOnIt() {
        EventThreads eventThreads = new EventThreads();
        TestThreads apart = new TestThreads(new PlanThreads(), eventThreads);
        eventThreads.close();

        apart.apart(() -> apart.begin("a"));

        assertThat(apart.current()).isEqualTo("a");
    }

    @Test
    void givesAnEventTheTestOfTheThreadThatWaitsAlsoWithinAnotherEvent() {
        try (EventThreads eventThreads = new EventThreads()) {
            TestThreads apart = new TestThreads(new PlanThreads(), eventThreads);
            List<String> seen = new ArrayList<>();
            apart.begin("a");

            apart.apart(() -> apart.apart(() -> seen.add(apart.current())));

            assertThat(seen).containsExactly("a");
        }
    }

    @Test
    void givesAThreadTheTestThatMadeIt() throws Exception {
        active.begin("a");
        FutureTask<String> inside = new FutureTask<>(active::current);
        Thread child = new Thread(inside);
        elsewhere(() -> active.begin("b"));

        child.start();

        assertThat(inside.get()).isEqualTo("a");
    }

    @Test
    void givesAPooledThreadTheOnlyTestThatRuns() throws Exception {
        ExecutorService pool = Executors.newSingleThreadExecutor();
        pool.submit(() -> {}).get();
        active.begin("a");

        assertThat(pool.submit(active::current).get()).isEqualTo("a");
        pool.shutdown();
    }

    @Test
    void givesAPooledThreadNoneOfSeveral() throws Exception {
        ExecutorService pool = Executors.newSingleThreadExecutor();
        pool.submit(() -> {}).get();
        active.begin("a");
        elsewhere(() -> active.begin("b"));

        assertThat(pool.submit(active::current).get()).isNull();
        pool.shutdown();
    }

    @Test
    void forgetsATestThatAThreadInheritedAndThatEnded() throws Exception {
        active.begin("old");
        ExecutorService pool = Executors.newSingleThreadExecutor();
        assertThat(pool.submit(active::current).get()).isEqualTo("old");
        active.end("old");
        active.begin("new");

        assertThat(pool.submit(active::current).get()).isEqualTo("new");
        pool.shutdown();
    }

    @Test
    void doubtsAPooledThreadThatWasMadeInOneOfSeveralTests() throws Exception {
        active.begin("a");
        ExecutorService pool = Executors.newSingleThreadExecutor();
        pool.submit(() -> {}).get();
        elsewhere(() -> active.begin("b"));

        assertThat(pool.submit(active::owner).get()).isEqualTo(new Attribution(Attribution.Certainty.MAKER, "a"));
        pool.shutdown();
    }

    @Test
    void doubtsAThreadThatAPooledThreadMade() throws Exception {
        active.begin("a");
        ExecutorService pool = Executors.newSingleThreadExecutor();
        pool.submit(() -> {}).get();
        elsewhere(() -> active.begin("b"));
        FutureTask<Attribution> inside = new FutureTask<>(active::owner);

        pool.submit(() -> new Thread(inside).start()).get();

        assertThat(inside.get().certainty()).isEqualTo(Attribution.Certainty.MAKER);
        pool.shutdown();
    }

    @Test
    void doesNotGuessWhereTestsRanInParallel() throws Exception {
        active.begin("old");
        ExecutorService pool = Executors.newSingleThreadExecutor();
        pool.submit(() -> {}).get();
        elsewhere(() -> active.begin("other"));
        active.end("other");
        active.end("old");
        active.begin("new");

        assertThat(pool.submit(active::owner).get())
                .isEqualTo(new Attribution(Attribution.Certainty.LEFT_ALONE, "new"));
        pool.shutdown();
    }

    @Test
    void knowsThatAThreadOutlivedItsTest() throws Exception {
        active.begin("old");
        FutureTask<Attribution> before = new FutureTask<>(active::owner);
        FutureTask<Attribution> after = new FutureTask<>(active::owner);
        CountDownLatch ended = new CountDownLatch(1);
        new Thread(() -> {
                    before.run();
                    awaitQuietly(ended);
                    after.run();
                })
                .start();
        assertThat(before.get().key()).isEqualTo("old");

        active.end("old");
        active.begin("new");
        ended.countDown();

        assertThat(after.get()).isEqualTo(Attribution.NONE);
    }

    @Test
    void takesNoTaskOfAWorkerThatHelpsOthersForItsTest() throws Exception {
        ForkJoinPool pool = new ForkJoinPool(1);
        elsewhere(() -> active.begin("b"));

        List<Attribution> owners = pool.submit(() -> {
                    active.begin("a");
                    ForkJoinTask<Attribution> stolen =
                            ForkJoinTask.adapt(active::owner).fork();
                    ForkJoinTask.helpQuiesce();
                    Attribution own = ForkJoinTask.adapt(active::owner).invoke();
                    return List.of(active.owner(), own, stolen.join());
                })
                .get();

        Attribution certain = new Attribution(Attribution.Certainty.CERTAIN, "a");
        assertThat(owners).containsExactly(certain, certain, Attribution.NONE);
        pool.shutdown();
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void elsewhere(Runnable action) throws InterruptedException {
        Thread thread = new Thread(action);
        thread.start();
        thread.join();
    }
}
