package dev.attest.internal.guard;

import java.net.URL;
import java.net.URLClassLoader;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class EventThreadsTest {

    private final EventThreads threads = new EventThreads();

    @AfterEach
    void close() {
        threads.close();
    }

    @Test
    void runsAnEventOnAnotherThreadAndWaitsForIt() {
        assertThat(threadOfAnEvent()).isNotSameAs(Thread.currentThread());
    }

    @Test
    void givesTheEventTheClassLoaderOfTheThreadThatWaits() throws Exception {
        AtomicReference<ClassLoader> seen = new AtomicReference<>();
        try (URLClassLoader loader = new URLClassLoader(new URL[0])) {
            Thread test = new Thread(
                    () -> run(threads, () -> seen.set(Thread.currentThread().getContextClassLoader())));
            test.setContextClassLoader(loader);
            test.start();
            test.join();

            assertThat(seen).hasValue(loader);
        }
    }

    @Test
    void inheritsNothingFromTheThreadThatStartsIt() {
        InheritableThreadLocal<String> local = new InheritableThreadLocal<>();
        local.set("of the test");
        List<String> seen = new ArrayList<>();

        try (EventThreads fresh = new EventThreads()) {
            run(fresh, () -> seen.add(String.valueOf(local.get())));
        }

        assertThat(seen).containsExactly("null");
    }

    @Test
    void throwsOnTheThreadThatWaitsWhatTheEventThrows() {
        assertThatThrownBy(() -> run(threads, () -> {
                    throw new IllegalStateException("broken");
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("broken");
        assertThatThrownBy(() -> run(threads, () -> {
                    throw new AssertionError("broken");
                }))
                .isInstanceOf(AssertionError.class);
        assertThat(threadOfAnEvent()).isNotSameAs(Thread.currentThread());
    }

    @Test
    void waitsForTheEndThoughInterruptedAndLeavesTheThreadInterrupted() {
        List<String> seen = new ArrayList<>();

        Thread.currentThread().interrupt();
        run(threads, () -> seen.add("interrupted: " + Thread.currentThread().isInterrupted()));

        assertThat(Thread.interrupted()).isTrue();
        assertThat(seen).containsExactly("interrupted: false");
    }

    @Test
    void letsNoEventWaitForOthersThatBlock() throws Exception {
        CountDownLatch release = new CountDownLatch(1);
        List<Thread> blocked = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            Thread test = new Thread(() -> run(threads, () -> awaitEnd(release)));
            test.start();
            blocked.add(test);
        }

        assertThat(threadOfAnEvent()).isNotSameAs(Thread.currentThread());
        assertThat(blocked).allMatch(Thread::isAlive);
        release.countDown();
        for (Thread test : blocked) {
            test.join();
        }
    }

    @Test
    void letsATestGoOnWhoseEventNeedsALockOfTheTest() {
        Object lock = new Object();
        List<String> seen = new CopyOnWriteArrayList<>();
        try (EventThreads impatient = new EventThreads(1000, null)) {
            EventThreads.Task late;
            synchronized (lock) {
                late = impatient.run(
                        () -> {
                            synchronized (lock) {
                                seen.add("late");
                            }
                        },
                        null);
                assertThat(late).isNotNull();
            }
            EventThreads.Task next = impatient.run(
                    () -> seen.add("next on " + Thread.currentThread().getName()), late);

            assertThat(next).isNull();
            assertThat(seen)
                    .containsExactly("late", "next on " + Thread.currentThread().getName());
        }
    }

    @Test
    void runsAnEventOnTheCallingThreadAfterTheEnd() {
        Thread worker = threadOfAnEvent();

        threads.close();

        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> !worker.isAlive());
        assertThat(threadOfAnEvent()).isSameAs(Thread.currentThread());
    }

    @Test
    @EnabledForJreRange(max = JRE.JAVA_21, disabledReason = "later versions do not tell whether a class is initialized")
    void areNotNeededAfterTheFirstEventUntilThereIsAStaticMock() {
        StaticMocks mocks =
                new StaticMocks(Thread.currentThread().getContextClassLoader(), new Class<?>[] {FirstMock.class});
        try (EventThreads lazy = new EventThreads(20_000, mocks)) {
            assertThat(lazy.areNeeded()).isTrue();

            run(lazy, () -> {});
            assertThat(lazy.areNeeded()).isFalse();

            assertThat(new FirstMock()).isNotNull();
            assertThat(lazy.areNeeded()).isTrue();
        }
    }

    @Test
    void areAlwaysNeededIfNothingIsKnownOfMocks() {
        run(threads, () -> {});

        assertThat(threads.areNeeded()).isTrue();
    }

    private static final class FirstMock {}

    private Thread threadOfAnEvent() {
        AtomicReference<Thread> thread = new AtomicReference<>();
        run(threads, () -> thread.set(Thread.currentThread()));
        return thread.get();
    }

    private static void run(EventThreads threads, Runnable event) {
        threads.run(event, null);
    }

    private static void awaitEnd(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
