package dev.attest.systemtests.delivery;

import dev.attest.standin.StandInOptions;
import dev.attest.standin.rules.QaCompletePolicy;
import dev.attest.standin.traffic.RecordedRequest;
import dev.attest.systemtests.suites.Suites;
import dev.attest.testkit.ChildJvm;
import dev.attest.testkit.QaCompleteView;
import dev.attest.testkit.Service;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** One suite to Azure DevOps and to QAComplete at once. */
class TwoServicesIT {

    private static final StandInOptions OPTIONS =
            StandInOptions.defaults().withQaComplete(QaCompletePolicy.defaults().withSeed("""
                    {"projects":[{"id":1,
                      "tests":[{"id":10,"title":"first"},{"id":20,"title":"Small › second()"},{"id":30,"title":"third"}],
                      "testsets":[{"id":5,"title":"Small","tests":[10,20,30]}]}]}
                    """));

    @TempDir
    Path folder;

    @Test
    void deliversAllToBothWhenOneIsDeadAtFirst() throws Exception {
        try (Service service = Service.start(OPTIONS)) {
            service.standIn().faults().add("* /rest-api/*: to=3 status=503");

            ChildJvm.Ended ended = new ChildJvm(folder, both(service)).run(Suites.Small.class);

            assertThat(ended.lastLine()).isEqualTo("Attest: 3 tests: 2 passed, 1 failed");
            assertThat(ended.out().lines())
                    .as(ended.out() + ended.err())
                    .anyMatch(line -> line.matches("Attest: Azure DevOps: http\\S+"))
                    .contains("Attest: QAComplete: has no place for 3 attachments; the rest is published");
            assertThat(ended.notPublished()).isEmpty();
            assertThat(service.results()).hasSize(3);
            assertQaCompleteHasAll(service, 1);
        }
    }

    @Test
    void deliversTheRestOfOneWithTheNextRunAndNothingOfTheOtherAgain() throws Exception {
        try (Service service = Service.start(OPTIONS)) {
            int dead = service.standIn().faults().add("* /rest-api/*: status=503");
            ChildJvm.Ended first = new ChildJvm(folder, both(service))
                    .option("-Dattest.end.timeout=10s")
                    .run(Suites.Small.class);
            service.standIn().faults().remove(dead);

            ChildJvm.Ended next = new ChildJvm(folder, both(service)).run(Suites.Small.class);

            assertThat(first.notPublished())
                    .as(first.out())
                    .hasSize(2)
                    .anyMatch(line -> line.startsWith("Attest: QAComplete: 3 results and 4 attachments wait: "));
            assertThat(next.out()).as(next.err()).contains("what an earlier run had left behind");
            assertThat(service.view().runs()).hasSize(2);
            assertThat(service.results()).hasSize(3);
            assertQaCompleteHasAll(service, 2);
        }
    }

    @Test
    void keepsForOneWhatItCannotBeToldYet() throws Exception {
        try (Service service = Service.start(OPTIONS)) {
            Map<String, String> withoutPassword = both(service);
            withoutPassword.remove("ATTEST_QACOMPLETE_PASSWORD");
            ChildJvm.Ended first = new ChildJvm(folder, withoutPassword).run(Suites.Small.class);
            assertThat(first.err()).contains("ATTEST_QACOMPLETE_PASSWORD", "Until then results wait on disk");
            assertThat(first.notPublished())
                    .hasSize(2)
                    .contains(
                            "Attest: QAComplete: 3 results and 4 attachments wait: its settings are incomplete (see the"
                                    + " warning above)");

            ChildJvm.Ended next = new ChildJvm(folder, both(service)).run(Suites.Small.class);

            assertThat(next.out()).as(next.err()).contains("what an earlier run had left behind");
            assertThat(service.view().runs()).hasSize(2);
            assertThat(service.results()).hasSize(3);
            assertQaCompleteHasAll(service, 2);
        }
    }

    private static void assertQaCompleteHasAll(Service service, int runs) {
        QaCompleteView view = QaCompleteView.of(service.standIn());
        assertThat(view.runs()).contains("\"total\":" + runs);
        for (int run = 1; run <= runs; run++) {
            assertThat(view.run(String.valueOf(run)))
                    .contains("\"nbr_passed\":2", "\"nbr_failed\":1", "\"nbr_awaiting_run\":0");
            String third = String.valueOf(3 * run);
            assertThat(view.item(String.valueOf(run), third))
                    .contains("fails on purpose", "attest-" + third + "-1.mht", "attest-" + third + "-1.xml");
        }
        assertThat(posts(service, "/report")).isEqualTo(runs);
    }

    private static long posts(Service service, String end) {
        return service.standIn().requests().stream()
                .filter(request -> request.method().equals("POST") && request.status() == 200)
                .map(RecordedRequest::path)
                .map(path -> path.replaceAll("\\?.*", ""))
                .filter(path -> path.endsWith(end))
                .count();
    }

    private Map<String, String> both(Service service) {
        return service.environmentOfBoth(folder.resolve("journal"), 5);
    }
}
