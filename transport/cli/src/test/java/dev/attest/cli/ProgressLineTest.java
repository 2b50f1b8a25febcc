package dev.attest.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ProgressLineTest {

    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    private final StringWriter printed = new StringWriter();

    @Test
    void isDrawnAgainAndAgainAndTakenAwayWhereSomebodyWatches() {
        ProgressLine line = line(true, 1240);

        line.show(0, 0);
        line.show(620, 1);
        line.clear();

        assertThat(printed.toString())
                .startsWith("\r[........................]   0%  0 of 1240 delivered"
                        + "\r[############............]  50%  620 of 1240 delivered\r")
                .endsWith(" \r");
    }

    @Test
    void isALineNowAndThenWhereNobodyWatches() {
        ProgressLine line = line(false, 100);

        line.show(1, SECOND);
        line.show(50, 10 * SECOND);
        line.show(60, 11 * SECOND);
        line.show(50, 20 * SECOND);
        line.show(101, 21 * SECOND);
        line.clear();

        assertThat(printed.toString().lines()).containsExactly("50 of 100 delivered", "100 of 100 delivered");
    }

    private ProgressLine line(boolean moving, int all) {
        PrintWriter writer = new PrintWriter(printed, true);
        return new ProgressLine(new Terminal(writer, writer, moving), all, 0);
    }
}
