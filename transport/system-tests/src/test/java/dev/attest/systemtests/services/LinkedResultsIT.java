package dev.attest.systemtests.services;

import dev.attest.AttachmentType;
import dev.attest.internal.azure.AzureDestination;
import dev.attest.internal.config.WorkItemSettings;
import dev.attest.internal.destination.Accepted;
import dev.attest.internal.destination.AttachedContent;
import dev.attest.internal.destination.ReportedRow;
import dev.attest.internal.destination.RetriedRow;
import dev.attest.internal.journal.event.Attachment;
import dev.attest.internal.journal.event.Content;
import dev.attest.internal.journal.event.Result;
import dev.attest.internal.journal.event.Run;
import dev.attest.spi.Links;
import dev.attest.spi.Outcome;
import dev.attest.spi.TestDescription;
import dev.attest.spi.TestId;
import dev.attest.testkit.InMemoryContent;
import dev.attest.testkit.Service;
import dev.attest.testkit.WorkItemsView;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class LinkedResultsIT {

    private static final Content LOG = new InMemoryContent(new byte[] {'l', 'o', 'g'});

    private Service service;
    private AzureDestination azure;
    private WorkItemsView items;
    private String run;

    @BeforeEach
    void start() throws IOException {
        service = Service.start();
        azure = new AzureDestination(
                Service.settings(
                                URI.create(service.url()),
                                service.standIn().project(),
                                service.standIn().token())
                        .with(new WorkItemSettings(0, true, 1024, 1024)),
                Map.of());
        items = new WorkItemsView(service.standIn());
        Accepted created = (Accepted) azure.create(new Run("9f3c2a", "Shop", Instant.now(), "host7", null), false);
        run = created.ids().get(0);
    }

    @AfterEach
    void stop() {
        azure.close();
        service.close();
    }

    @Test
    void areBoundToTheirBugsAndNameTheirOtherItems() throws Exception {
        int bug = items.create("Bug");
        int task = items.create("Task");

        String id = deliver(failed(1, bug, task, 4711));

        assertThat(items.bugsOf(run, id)).containsExactly(String.valueOf(bug));
        assertThat(service.results().get(0).comment())
                .isEqualTo("Task " + task + ": " + service.url() + "/"
                        + service.standIn().project() + "/_workitems/edit/" + task);
        assertThat(azure.remarks()).singleElement().asString().contains("work item 4711", "TF401232");
    }

    @Test
    void areBoundToTheirBugsWhenTheyWereTriedAgain() throws Exception {
        int bug = items.create("Bug");
        String id = deliver(failed(1));

        azure.append(run, List.of(new RetriedRow(id, List.of(failed(1), failed(2, bug)), 0)), false);

        assertThat(items.bugsOf(run, id)).containsExactly(String.valueOf(bug));
    }

    @Test
    void bringWhatTheyHaveToTheirItemsOnceThoughTheyAreToldOfTwice() throws Exception {
        int bug = items.create("Bug");
        int task = items.create("Task");
        Attachment log = new Attachment(7, 1, 1, "a.log", AttachmentType.CONSOLE_LOG, "ab12".repeat(16), LOG.size());
        ReportedRow row =
                new ReportedRow("100000", List.of(failed(1, bug, 4711, task)), List.of(new AttachedContent(log, LOG)));

        azure.report(run, row, false);
        azure.report(run, row, true);

        for (int item : new int[] {bug, task}) {
            assertThat(items.files(item)).singleElement().satisfies(file -> {
                assertThat(file.comment())
                        .isEqualTo("Run " + run + ", attempt 1 of Cart › adds, file 7, sha256:" + "ab12".repeat(16));
                assertThat(items.bytes(file).readAllBytes()).asString().isEqualTo("log");
            });
        }
        assertThat(azure.remarks()).singleElement().asString().contains("read work item 4711");
    }

    private String deliver(Result result) {
        return ((Accepted) azure.deliver(run, List.of(result), false)).ids().get(0);
    }

    private static Result failed(int attempt, Integer... workItems) {
        TestDescription test = new TestDescription(
                        new TestId("junit-jupiter", "shop.CartTest", "adds()", ""), "Cart › adds", List.of())
                .linkedTo(new Links(List.of(workItems), List.of(), List.of()));
        return new Result(1, attempt, test, Outcome.FAILED, Instant.now(), Duration.ofMillis(5), null, "");
    }
}
