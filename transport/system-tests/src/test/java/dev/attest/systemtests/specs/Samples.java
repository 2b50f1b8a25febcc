package dev.attest.systemtests.specs;

import dev.attest.AttachmentType;
import dev.attest.internal.config.WorkItemSettings;
import dev.attest.internal.config.setting.BugSettings;
import dev.attest.internal.journal.event.Attachment;
import dev.attest.internal.journal.event.Pipeline;
import dev.attest.internal.journal.event.Result;
import dev.attest.internal.journal.event.Run;
import dev.attest.spi.Failure;
import dev.attest.spi.Links;
import dev.attest.spi.Outcome;
import dev.attest.spi.TestDescription;
import dev.attest.spi.TestId;
import dev.attest.testkit.InMemoryContent;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is published to a service with the items and the plan of {@code wire-plan.json}. */
final class Samples {

    static final Instant START = Instant.now().minusSeconds(3600);
    static final InMemoryContent LOG = new InMemoryContent("what it printed".getBytes(StandardCharsets.UTF_8));

    static final int BUG = 4711;
    static final int TASK = 4712;
    static final int PLAN = 10;
    static final int SUITE = 12;

    /** Chunks of four bytes from five bytes on. */
    static final WorkItemSettings ON_ITEMS = new WorkItemSettings(TASK, true, 4, 4);

    static final BugSettings BUGS = new BugSettings(
            true,
            5,
            "Bug",
            "",
            "",
            List.of("nightly"),
            Map.of("Microsoft.VSTS.Common.Priority", "2"),
            BugSettings.NONE.closedStates());

    static final Pipeline BUILD = new Pipeline(42, "Test", 1, "Linux", 1, "Linux", 2);

    static final Pipeline RELEASE = new Pipeline(
            42,
            "",
            1,
            "",
            1,
            "",
            1,
            "vstfs:///ReleaseManagement/Release/7",
            "vstfs:///ReleaseManagement/Environment/8");

    /** One result of each outcome, and one that is retried. */
    static final List<Result> RESULTS = List.of(
            result("passes", 1, Outcome.PASSED, new Links(List.of(), List.of(123), List.of())),
            result("fails", 2, Outcome.FAILED, new Links(List.of(BUG, TASK), List.of(124), List.of())),
            result("isSkipped", 3, Outcome.SKIPPED, Links.NONE),
            result("didNotStart", 4, Outcome.NOT_STARTED, Links.NONE),
            result("isAborted", 5, Outcome.ABORTED, Links.NONE),
            result("isFlaky", 6, Outcome.FAILED, Links.NONE));

    private Samples() {}

    static Run run(String token, @Nullable Pipeline pipeline) {
        return new Run(token, "Shop tests", START, "host7", pipeline, false, "");
    }

    /** Returns the run as one that hosts share. */
    static Run sharedRun(String token) {
        return new Run(token, "Shop tests", START, "host7", BUILD, true, "");
    }

    static Result result(String test, int row, Outcome outcome, Links links) {
        TestId id = new TestId("junit-jupiter", "shop.CartTest", test + "(int)", "[2]");
        TestDescription description = new TestDescription(id, "Cart › " + test, List.of()).linkedTo(links);
        Failure failure = outcome == Outcome.PASSED
                ? null
                : new Failure(
                        "expected 2", "java.lang.AssertionError: expected 2\n\tat shop.Cart.total(Cart.java:7)\n");
        return new Result(row, 1, description, outcome, START, Duration.ofMillis(5), failure, "a comment");
    }

    /** Returns the second attempt of a result. */
    static Result retried(Result first, Outcome outcome) {
        Duration duration = Duration.ofMillis(5);
        return new Result(first.row(), 2, first.test(), outcome, START.plusMillis(10), duration, null, "");
    }

    /** Returns a file of the row; of the run for row 0. */
    static Attachment file(int number, int row, AttachmentType type) {
        return new Attachment(number, row, 1, "a.log", type, "ab12".repeat(16), LOG.size());
    }
}
