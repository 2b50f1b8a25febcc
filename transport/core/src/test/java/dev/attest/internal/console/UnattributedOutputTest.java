package dev.attest.internal.console;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class UnattributedOutputTest {

    private final UnattributedOutput held = new UnattributedOutput();

    @Test
    void givesTheTestWhatThreadsPrintedThatAreDead() throws Exception {
        Thread thread = new Thread(() -> held.add(Thread.currentThread(), Channel.ERR, "words"));
        thread.start();
        thread.join();

        assertThat(held.end()).containsExactly(new UnattributedOutput.Piece(thread, Channel.ERR, "words", true));
    }

    @Test
    void keepsFromTheTestWhatAPoolPrintedThatLivesOn() throws Exception {
        ExecutorService pool = Executors.newSingleThreadExecutor();
        pool.submit(() -> held.add(Thread.currentThread(), Channel.OUT, "words"))
                .get();

        assertThat(held.end()).extracting(UnattributedOutput.Piece::ofTest).containsExactly(false);
        pool.shutdown();
        assertThat(pool.awaitTermination(20, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void takesNoMoreThanFits() {
        assertThat(held.add(Thread.currentThread(), Channel.OUT, "x".repeat(64 * 1024)))
                .isTrue();
        assertThat(held.add(Thread.currentThread(), Channel.OUT, "x")).isFalse();
    }

    @Test
    void takesNothingAfterTheEnd() {
        held.end();

        assertThat(held.add(Thread.currentThread(), Channel.OUT, "late")).isFalse();
    }
}
