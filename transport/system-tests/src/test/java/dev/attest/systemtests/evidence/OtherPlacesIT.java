package dev.attest.systemtests.evidence;

import dev.attest.AttachmentType;
import dev.attest.internal.azure.AzureDestination;
import dev.attest.internal.journal.event.Attachment;
import dev.attest.internal.journal.event.AttachmentTarget;
import dev.attest.internal.journal.event.Content;
import dev.attest.testkit.ChildJvm;
import dev.attest.testkit.InMemoryContent;
import dev.attest.testkit.QaCompleteView;
import dev.attest.testkit.Service;
import dev.attest.testkit.ServiceView;
import dev.attest.testkit.WorkItemsView;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Files and results that belong to work items, test cases and QAComplete, by a real run, with much that is not there.
 */
class OtherPlacesIT {

    @TempDir
    Path folder;

    @BeforeEach
    void write() throws Exception {
        for (String name : List.of("seen", "item", "bug", "one-too-many")) {
            Files.writeString(folder.resolve(name + ".txt"), name);
        }
    }

    @Test
    void haveWhatIsForThemAndTheRestIsNamedWithWhatToDo() throws Exception {
        try (Service service = Service.start()) {
            WorkItemsView items = new WorkItemsView(service.standIn());
            int bug = items.create("Bug");
            int full = items.create("Task");
            fill(service, full);

            ChildJvm.Ended ended = run(
                    service,
                    Map.of(
                            "ATTEST_AZURE_WORK_ITEM_ATTACHMENTS", "failed",
                            "ATTEST_AZURE_PLAN", "995"));

            assertThat(ended.out()).contains("ran 3, passed 2, failed 1");
            assertThat(items.files(bug))
                    .as(ended.out() + ended.err())
                    .extracting(WorkItemsView.LinkedFile::name)
                    .containsExactlyInAnyOrder("seen.txt", "item.txt");
            assertThat(items.files(full)).hasSize(100);
            assertThat(items.bugsOf("1", failed(service))).containsExactly(String.valueOf(bug));
            assertThat(QaCompleteView.of(service.standIn()).files("Bugs", "12"))
                    .containsOnlyOnce("\"file_name\":\"bug.txt\"")
                    .contains("&lt;b&gt;seen twice&lt;/b&gt;")
                    .doesNotContain("<b>");
            assertNamed(ended, "one-too-many.txt", "it has 100 files", "Remove some of them");
            assertNamed(ended, "item.txt", "999", "may not see it");
            assertNamed(ended, "998", "may not see it");
            assertNamed(ended, "bug.txt", "99999");
            assertNamed(ended, "plan 995", "attest.azure.plan");
            assertNamed(ended, "997");
            assertNamed(ended, "996", "Add it to the set");
            assertThat(ended.out())
                    .contains("Attest: Azure DevOps: refused ", "Attest: QAComplete: has no place for 3 results");
            assertThat(service.view().runs()).extracting(ServiceView.Run::state).containsExactly("Completed");
        }
    }

    @Test
    void keepWhatTheyHaveToSayToThemselvesWhereTheTestSetIsUnknown() throws Exception {
        try (Service service = Service.start()) {
            ChildJvm.Ended ended = run(service, Map.of("ATTEST_QACOMPLETE_TEST_SET", "994"));

            assertThat(ended.err()).contains("attest.qacomplete.test-set");
            assertAzureHasAll(service, ended);
        }
    }

    @Test
    void keepWhatTheyHaveToSayToThemselvesWhereTheUserHasNoRight() throws Exception {
        try (Service service = Service.start()) {
            ChildJvm.Ended ended = run(service, Map.of("ATTEST_QACOMPLETE_USER", "reader@attest.example"));

            assertThat(ended.err()).contains("403", "security group");
            assertAzureHasAll(service, ended);
        }
    }

    private static void assertAzureHasAll(Service service, ChildJvm.Ended ended) {
        assertThat(ended.out())
                .containsPattern(
                        "(?m)^Attest: Azure DevOps: refused 3 attachments \\(see the warnings above\\); http\\S+$");
        assertThat(service.view().runs()).extracting(ServiceView.Run::state).containsExactly("Completed");
    }

    private static void assertNamed(ChildJvm.Ended ended, String... words) {
        assertThat((ended.out() + ended.err()).lines())
                .as(ended.out() + ended.err())
                .anySatisfy(line -> assertThat(line).contains(words));
    }

    private static String failed(Service service) {
        return service.results().stream()
                .filter(result -> result.outcome().equals("Failed"))
                .map(result -> String.valueOf(result.id()))
                .findFirst()
                .orElseThrow();
    }

    private static void fill(Service service, int item) {
        Content content = new InMemoryContent(new byte[] {1});
        try (AzureDestination azure = new AzureDestination(
                Service.settings(
                        URI.create(service.url()),
                        service.standIn().project(),
                        service.standIn().token()),
                Map.of())) {
            AttachmentTarget place = new AttachmentTarget("azure", "WorkItem", String.valueOf(item));
            for (int number = 1; number <= 100; number++) {
                Attachment file =
                        new Attachment(number, 1, 1, "a.log", AttachmentType.GENERAL_ATTACHMENT, "ab12".repeat(16), 1);
                azure.file(place, file, content, "an earlier run", false);
            }
        }
    }

    private ChildJvm.Ended run(Service service, Map<String, String> more) throws Exception {
        Map<String, String> environment = service.environmentOfBoth(folder.resolve("journal"), 1);
        environment.putAll(more);
        return new ChildJvm(folder, environment).option("-Dfiles=" + folder).run(AttachingSuites.OfOtherThings.class);
    }
}
