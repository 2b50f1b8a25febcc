package dev.attest.systemtests.services;

import dev.attest.AttachmentType;
import dev.attest.When;
import dev.attest.internal.config.NetworkSettings;
import dev.attest.internal.config.QaCompleteSettings;
import dev.attest.internal.config.setting.ResourceVersions;
import dev.attest.internal.config.setting.Secret;
import dev.attest.internal.config.setting.StatusNames;
import dev.attest.internal.destination.Accepted;
import dev.attest.internal.destination.AttachedContent;
import dev.attest.internal.destination.DeliveryResult;
import dev.attest.internal.destination.Rejected;
import dev.attest.internal.destination.ReportedRow;
import dev.attest.internal.destination.Retry;
import dev.attest.internal.journal.event.Attachment;
import dev.attest.internal.journal.event.AttachmentTarget;
import dev.attest.internal.journal.event.Content;
import dev.attest.internal.journal.event.Result;
import dev.attest.internal.journal.event.Run;
import dev.attest.internal.qacomplete.QaCompleteDestination;
import dev.attest.spi.Failure;
import dev.attest.spi.Outcome;
import dev.attest.spi.TestDescription;
import dev.attest.spi.TestId;
import dev.attest.standin.StandIn;
import dev.attest.standin.StandInOptions;
import dev.attest.standin.rules.Assumption;
import dev.attest.standin.rules.Oversize;
import dev.attest.standin.rules.QaCompletePolicy;
import dev.attest.standin.traffic.RecordedRequest;
import dev.attest.testkit.InMemoryContent;
import dev.attest.testkit.QaCompleteView;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What the client says, and a QAComplete that is strict about it understands. */
class QaCompleteIT {

    private static final Run RUN = new Run("token", "Shop tests", Instant.parse("2026-11-21T08:00:00Z"), "host7", null);
    private static final TestDescription RECEIPT = test("prints", "Receipt › prints a receipt");
    private static final QaCompletePolicy POLICY = QaCompletePolicy.defaults();

    @Test
    void tellsARunOfASetHowItsTestsEnded() {
        with(StandInOptions.defaults(), (service, qaComplete) -> {
            String run = create(qaComplete, RUN);
            DeliveryResult delivered = qaComplete.deliver(
                    run,
                    List.of(result(RECEIPT, Outcome.PASSED), result(test("staysEmpty", "x"), Outcome.FAILED)),
                    false);
            DeliveryResult completed = qaComplete.complete(run, Instant.now(), false);

            assertThat(ids(delivered)).containsExactly("2", "8");
            assertThat(completed.done()).isTrue();
            assertThat(qaComplete.remarks()).isEmpty();
            QaCompleteView view = QaCompleteView.of(service);
            assertThat(view.run(run))
                    .contains("\"release_id\":1", "\"nbr_passed\":1", "\"nbr_failed\":1", "\"nbr_awaiting_run\":14")
                    .contains("\"test_host\":\"\"", "\"execution_type\":\"Manual\"");
            assertThat(view.item(run, "2"))
                    .contains("\"status_code\":\"Passed\"", "\"run_time\":2", "Passed after 1512 ms.")
                    .doesNotContain("saved_to_test_library");
            assertThat(view.item(run, "8")).contains("\"status_code\":\"Failed\"", "&lt;b&gt;no&lt;/b&gt;");
        });
    }

    @Test
    void createsOneRunWhenTheReplyIsLost() {
        with(StandInOptions.defaults(), (service, qaComplete) -> {
            String earlier = create(qaComplete, RUN);
            Run marked = RUN.marked(ids(qaComplete.prepare(RUN)).get(0));
            service.faults().on("POST", "*/testruns").commitThenDrop();

            DeliveryResult lost = qaComplete.create(marked, false);
            DeliveryResult found = qaComplete.create(marked, true);

            assertThat(lost)
                    .isInstanceOfSatisfying(
                            Retry.class,
                            deferred -> assertThat(deferred.possiblyApplied()).isTrue());
            assertThat(ids(found)).containsExactly("2").doesNotContain(earlier);
            assertThat(QaCompleteView.of(service).runs()).contains("\"total\":2");
        });
    }

    @ParameterizedTest
    @CsvSource({"report, 2", "log, 1"})
    void sendsWhatTheItemLacksWhenAReplyIsLost(String lost, int reports) {
        with(StandInOptions.defaults(), (service, qaComplete) -> {
            String run = create(qaComplete, RUN);
            qaComplete.deliver(run, List.of(result(RECEIPT, Outcome.FAILED)), false);
            service.faults().on("POST", "*/" + lost).nth(1).commitThenDrop();

            assertThat(qaComplete.report(run, row(), false)).isInstanceOf(Retry.class);
            assertThat(qaComplete.report(run, row(), true).done()).isTrue();

            assertThat(QaCompleteView.of(service).item(run, "2")).contains("attest-2-1.mht", "attest-2-1.xml");
            assertThat(posts(service, "/report")).isEqualTo(1);
        });
    }

    @ParameterizedTest
    @CsvSource({"Releases, 1", "Bugs, 12", "FunctionalSpecs, 1", "Tests, 2", "TestSets, 1", "TestSteps, 1"})
    void putsAFileOnAnythingOnceWhenTheReplyIsLost(String kind, String id) {
        with(StandInOptions.defaults(), (service, qaComplete) -> {
            service.faults().on("POST", "*/files").nth(1).commitThenDrop();
            AttachmentTarget place = new AttachmentTarget("qacomplete", kind, id);
            AttachedContent file = evidence("data.txt", "... the data".getBytes(StandardCharsets.UTF_8));

            DeliveryResult lost = qaComplete.file(place, file.attachment(), file.content(), "Run 1 <b>", false);
            DeliveryResult found = qaComplete.file(place, file.attachment(), file.content(), "Run 1 <b>", true);

            assertThat(lost).isInstanceOf(Retry.class);
            assertThat(found.done()).isTrue();
            assertThat(posts(service, "/files")).isEqualTo(1);
            assertThat(QaCompleteView.of(service).files(kind, id))
                    .contains("\"total\":1", "data.txt [r", "Run 1 &lt;b&gt;", "\"file_name\":\"data.txt\"");
        });
    }

    @ParameterizedTest
    @EnumSource
    void namesWhatTheServerTakesNoRoomForAndSendsTheRest(Oversize oversize) {
        StandInOptions small = StandInOptions.defaults().withQaComplete(POLICY.withLargestFile(100_000, oversize));
        with(small, (service, qaComplete) -> {
            String run = create(qaComplete, RUN);
            qaComplete.deliver(run, List.of(result(RECEIPT, Outcome.FAILED)), false);
            byte[] png = new byte[200_000];
            System.arraycopy(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'}, 0, png, 0, 8);
            ReportedRow row =
                    new ReportedRow("2", List.of(result(RECEIPT, Outcome.FAILED)), List.of(evidence("page.png", png)));

            settled(possiblyApplied -> qaComplete.report(run, row, possiblyApplied));
            AttachedContent file = evidence("video.mp4", png);
            AttachmentTarget bug = new AttachmentTarget("qacomplete", "Bugs", "12");
            settled(possiblyApplied ->
                    qaComplete.file(bug, file.attachment(), file.content(), "Run 1", possiblyApplied));

            assertThat(QaCompleteView.of(service).item(run, "2")).contains("attest-2-1.mht", "attest-2-1.xml");
            assertThat(QaCompleteView.of(service).files("Bugs", "12")).contains("\"total\":1", "not-uploaded.txt");
            assertThat(qaComplete.remarks())
                    .satisfiesExactly(
                            report -> assertThat(report).contains("report of item 2", "no pictures"),
                            video -> assertThat(video).contains("video.mp4", "200000 bytes", "defect 12"));
        });
    }

    @Test
    void rejectsWhatIsUnknownAndGoesOn() {
        with(StandInOptions.defaults(), (service, qaComplete) -> {
            AttachedContent file = evidence("data.txt", new byte[] {1});
            AttachmentTarget nowhere = new AttachmentTarget("qacomplete", "Bugs", "99");

            DeliveryResult delivery = qaComplete.file(nowhere, file.attachment(), file.content(), "Run 1", false);

            assertThat(delivery)
                    .isInstanceOfSatisfying(
                            Rejected.class,
                            rejected -> assertThat(rejected.reason())
                                    .contains("defect 99", "File or directory not found", "check its id"));
            assertThat(create(qaComplete, RUN)).isEqualTo("1");
        });
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.MATCH_ALL, names = "QAC_.*")
    void getsAlongWithAServerThatIsOtherwiseThanAssumed(Assumption assumption) {
        with(StandInOptions.defaults().without(assumption), (service, qaComplete) -> {
            String run = create(qaComplete, RUN);
            TestDescription withoutSteps = test("staysEmpty", "x");
            DeliveryResult delivered = qaComplete.deliver(
                    run, List.of(result(RECEIPT, Outcome.FAILED), result(withoutSteps, Outcome.PASSED)), false);

            assertThat(ids(delivered)).containsExactly("2", "8");
            assertThat(qaComplete.report(run, row(), false).done()).isTrue();
            assertThat(qaComplete.report(run, row(), true).done()).isTrue();
            assertThat(QaCompleteView.of(service).run(run)).contains("\"nbr_passed\":1", "\"nbr_failed\":1");
        });
    }

    @ParameterizedTest
    @CsvSource({
        "demo@attest.example,   wrong,       1, 1, attest.qacomplete.password",
        "demo@attest.example,   attest-demo, 9, 1, attest.qacomplete.project",
        "demo@attest.example,   attest-demo, 1, 9, attest.qacomplete.test-set",
        "reader@attest.example, attest-demo, 1, 1, may add and update test runs",
    })
    void waitsForAPersonWhereNothingCanBePublished(
            String user, String password, String project, String testSet, String advice) {
        try (StandIn service = StandIn.start(StandInOptions.defaults());
                QaCompleteDestination qaComplete =
                        new QaCompleteDestination(settings(service, user, password, project, testSet), Map.of())) {
            DeliveryResult created = qaComplete.create(RUN.marked("runs up to 0"), false);

            assertThat(created).isInstanceOfSatisfying(Retry.class, deferred -> {
                assertThat(deferred.needsAttention()).isTrue();
                assertThat(deferred.possiblyApplied()).isFalse();
                assertThat(deferred.reason()).contains(advice);
            });
        }
    }

    private static void settled(Function<Boolean, DeliveryResult> request) {
        DeliveryResult delivery = request.apply(false);
        for (int tries = 0; tries < 3 && delivery instanceof Retry; tries++) {
            delivery = request.apply(true);
        }
        assertThat(delivery).isInstanceOf(Accepted.class);
    }

    private static String create(QaCompleteDestination qaComplete, Run run) {
        Run marked = run.marked(ids(qaComplete.prepare(run)).get(0));
        return ids(qaComplete.create(marked, false)).get(0);
    }

    private static List<String> ids(DeliveryResult delivery) {
        assertThat(delivery).isInstanceOf(Accepted.class);
        return ((Accepted) delivery).ids();
    }

    private static long posts(StandIn service, String end) {
        return service.requests().stream()
                .filter(request -> request.method().equals("POST"))
                .map(RecordedRequest::path)
                .filter(path -> path.endsWith(end))
                .count();
    }

    private static ReportedRow row() {
        return new ReportedRow("2", List.of(result(RECEIPT, Outcome.FAILED)), List.of());
    }

    private static Result result(TestDescription test, Outcome outcome) {
        Failure failure = outcome == Outcome.FAILED ? new Failure("<b>no</b>", "java.lang.AssertionError: no") : null;
        return new Result(1, 1, test, outcome, RUN.started(), Duration.ofMillis(1512), failure, "");
    }

    private static TestDescription test(String method, String title) {
        return new TestDescription(new TestId("junit-jupiter", "shop.CartTest", method + "()", ""), title, List.of());
    }

    private static AttachedContent evidence(String name, byte[] bytes) {
        Content content = new InMemoryContent(bytes);
        AttachmentType type = AttachmentType.GENERAL_ATTACHMENT;
        return new AttachedContent(new Attachment(1, 1, 1, name, type, "ab12cd34".repeat(8), bytes.length), content);
    }

    private static void with(StandInOptions options, Use use) {
        try (StandIn service = StandIn.start(options);
                QaCompleteDestination qaComplete = new QaCompleteDestination(
                        settings(service, QaCompletePolicy.USER, QaCompletePolicy.PASSWORD, "1", "1"), Map.of())) {
            use.of(service, qaComplete);
        }
    }

    private static QaCompleteSettings settings(
            StandIn service, String user, String password, String project, String testSet) {
        return new QaCompleteSettings(
                service.qaCompleteUrl(),
                project,
                user,
                new Secret(password),
                testSet,
                "1",
                "",
                Map.of(),
                "",
                StatusNames.DEFAULT,
                When.NEVER,
                ResourceVersions.DEFAULT,
                new NetworkSettings(new Secret(""), List.of(), ""));
    }

    private interface Use {

        void of(StandIn service, QaCompleteDestination qaComplete);
    }
}
