package dev.attest.internal.delivery;

import dev.attest.internal.destination.ReportTrigger;
import dev.attest.internal.journal.event.Result;
import dev.attest.spi.Failure;
import dev.attest.spi.Outcome;
import dev.attest.spi.TestDescription;
import dev.attest.spi.TestId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PendingReportsTest {

    private static final TestDescription FAILING =
            new TestDescription(new TestId("junit-jupiter", "shop.CartTest", "adds", ""), "adds", List.of());

    private final PendingReports reports = new PendingReports(ReportTrigger.EACH_ATTEMPT);

    @Test
    void sendsOthersBeforeOneThatFailsAgainAndAgain() {
        reports.add(failed(1, 1));
        reports.add(failed(2, 1));

        reports.failed(next());
        assertThat(next()).isEqualTo(new AttemptKey(2, 1));

        reports.failed(next());
        assertThat(next()).isEqualTo(new AttemptKey(1, 1));
    }

    @Test
    void keepsTheReportOfALaterAttemptIfThatOfAnEarlierOneFails() {
        reports.add(failed(1, 1));
        AttemptKey earlier = next();
        reports.add(failed(1, 2));

        reports.failed(earlier);
        assertThat(next()).isEqualTo(new AttemptKey(1, 2));

        reports.markDone(1, 2);
        reports.failed(new AttemptKey(1, 2));
        assertThat(reports.isEmpty()).isTrue();
    }

    private AttemptKey next() {
        return reports.next(false, report -> true).orElseThrow();
    }

    private static Result failed(int row, int attempt) {
        return new Result(
                row,
                attempt,
                FAILING,
                Outcome.FAILED,
                Instant.EPOCH,
                Duration.ZERO,
                Failure.because("it adds nothing"),
                "");
    }
}
