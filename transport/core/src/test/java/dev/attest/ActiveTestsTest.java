package dev.attest;

import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ActiveTestsTest {

    private final ActiveTests active = new ActiveTests();

    @Test
    void knowsTheTestOfItsOwnThread() {
        active.begin("a");

        assertThat(active.current()).contains("a");
    }

    @Test
    void knowsNoTestAfterTheLastOneEnded() {
        active.begin("a");
        active.end("a");

        assertThat(active.current()).isEmpty();
    }

    @Test
    void goesBackToTheOuterTestWhenAStolenOneEnds() {
        active.begin("outer");
        active.begin("stolen");

        assertThat(active.current()).contains("stolen");
        active.end("stolen");
        assertThat(active.current()).contains("outer");
    }

    @Test
    void givesAThreadTheTestThatMadeIt() throws Exception {
        active.begin("a");
        FutureTask<Optional<String>> inside = new FutureTask<>(active::current);
        Thread child = new Thread(inside);
        elsewhere(() -> active.begin("b"));

        child.start();

        assertThat(inside.get()).contains("a");
    }

    @Test
    void givesAPooledThreadTheOnlyTestThatRuns() throws Exception {
        ExecutorService pool = Executors.newSingleThreadExecutor();
        pool.submit(() -> {}).get();
        active.begin("a");

        assertThat(pool.submit(active::current).get()).contains("a");
        pool.shutdown();
    }

    @Test
    void givesAPooledThreadNoneOfSeveral() throws Exception {
        ExecutorService pool = Executors.newSingleThreadExecutor();
        pool.submit(() -> {}).get();
        active.begin("a");
        elsewhere(() -> active.begin("b"));

        assertThat(pool.submit(active::current).get()).isEmpty();
        pool.shutdown();
    }

    @Test
    void forgetsATestThatAThreadInheritedAndThatEnded() throws Exception {
        active.begin("old");
        ExecutorService pool = Executors.newSingleThreadExecutor();
        assertThat(pool.submit(active::current).get()).contains("old");
        active.end("old");
        active.begin("new");

        assertThat(pool.submit(active::current).get()).contains("new");
        pool.shutdown();
    }

    private static void elsewhere(Runnable action) throws InterruptedException {
        Thread thread = new Thread(action);
        thread.start();
        thread.join();
    }
}
