package dev.attest.internal.attribution;

import dev.attest.spi.PlanNesting;
import dev.attest.spi.PlanNesting.Kind;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PlanThreadsTest {

    private final PlanNesting nesting = new PlanThreads();
    private final ExecutorService beside = Executors.newSingleThreadExecutor();

    @AfterEach
    void stop() {
        beside.shutdown();
    }

    @Test
    void reportsPlansThatFollowEachOther() {
        assertThat(nesting.enter(Kind.PLAN)).isTrue();
        nesting.leave();

        assertThat(nesting.enter(Kind.PLAN)).isTrue();
        assertThat(nesting.isNested()).isFalse();
    }

    @Test
    void reportsPlansThatRunSideBySide() throws Exception {
        start(beside);

        assertThat(nesting.enter(Kind.PLAN)).isTrue();
        assertThat(enter(beside)).isTrue();
    }

    @Test
    void hidesAPlanWithinAnother() {
        nesting.enter(Kind.PLAN);

        assertThat(nesting.enter(Kind.PLAN)).isFalse();
        assertThat(nesting.isNested()).isTrue();

        nesting.leave();
        assertThat(nesting.isNested()).isFalse();
    }

    @Test
    void hidesNoTaskThatAThreadStealsWhileItWaitsForAPlanWithin() throws Exception {
        ForkJoinPool pool = new ForkJoinPool(1);
        List<Boolean> nested = new CopyOnWriteArrayList<>();

        pool.submit(() -> {
                    nesting.enter(Kind.PLAN);
                    nesting.enter(Kind.PLAN);
                    pool.execute(() -> nested.add(nesting.isNested()));
                    ForkJoinTask.helpQuiesce();
                    nested.add(nesting.isNested());
                })
                .get();
        pool.shutdown();

        assertThat(nested).containsExactly(false, true);
    }

    @Test
    void hidesAPlanOnAThreadThatWasMadeWithinAnother() throws Exception {
        nesting.enter(Kind.PLAN);

        assertThat(enter(beside)).isFalse();
        assertThat(nesting.isNested()).isFalse();
    }

    @Test
    void reportsAPlanOnAThreadOfAPlanThatIsOver() throws Exception {
        nesting.enter(Kind.PLAN);
        start(beside);
        nesting.leave();

        assertThat(enter(beside)).isTrue();
    }

    @Test
    void hidesAPlanOnAThreadThatTheTestsOfSeveralPlansShare() throws Exception {
        nesting.enter(Kind.PLAN);
        start(beside);
        nesting.leave();

        nesting.enter(Kind.PLAN);

        assertThat(enter(beside)).isFalse();
    }

    @Test
    void reportsThePartOfAPlanThatAnEngineRuns() {
        nesting.enter(Kind.PLAN);

        assertThat(nesting.enter(Kind.PART)).isTrue();
        assertThat(nesting.enter(Kind.PLAN)).as("within that part").isFalse();
        assertThat(nesting.enter(Kind.PART)).as("of a hidden plan").isFalse();
    }

    @Test
    void hidesDryRuns() {
        assertThat(nesting.enter(Kind.DRY_RUN)).isFalse();
        assertThat(nesting.isNested()).isTrue();
        assertThat(nesting.enter(Kind.PLAN)).isFalse();
    }

    private boolean enter(ExecutorService thread) throws ExecutionException, InterruptedException {
        return thread.submit(() -> {
                    boolean reported = nesting.enter(Kind.PLAN);
                    nesting.leave();
                    return reported;
                })
                .get();
    }

    private static void start(ExecutorService thread) throws ExecutionException, InterruptedException {
        thread.submit(() -> {}).get();
    }
}
