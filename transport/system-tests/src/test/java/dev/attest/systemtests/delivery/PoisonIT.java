package dev.attest.systemtests.delivery;

import dev.attest.systemtests.delivery.PoisonedService.Poison;
import dev.attest.systemtests.suites.Suites;
import dev.attest.testkit.ChildJvm;
import dev.attest.testkit.Service;
import dev.attest.testkit.ServiceView;
import dev.attest.testkit.WorkItemsView;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** A service fails for ever at one row, one attempt, one file and one work item, and accepts all others. */
@Execution(ExecutionMode.CONCURRENT)
class PoisonIT {

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(ints = {500, 413})
    void deliversAllOthersInOneRunAndSaysWhatWasNot(int status) throws Exception {
        try (Service service = Service.start()) {
            WorkItemsView items = new WorkItemsView(service.standIn());
            int sound = items.create("Task");
            int broken = items.create("Task");
            List<Poison> poisons = List.of(
                    new Poison("POST", "/results", "poisonedRow"),
                    new Poison("PATCH", "/results", "poisoned attempt"),
                    new Poison("POST", "/attachments", "poison.txt"),
                    new Poison("PATCH", "/wit/workitems/" + broken, ""));
            try (PoisonedService poisoned =
                    new PoisonedService(service.standIn().url(), status, poisons)) {
                Map<String, String> environment = new HashMap<>(service.environment(folder.resolve("journal")));
                environment.put("ATTEST_AZURE_URL", poisoned.url());

                ChildJvm.Ended child = new ChildJvm(folder, environment)
                        .option("-Dsound.item=" + sound)
                        .option("-Dbroken.item=" + broken)
                        .run(Suites.Poisoned.class);

                assertThat(child.out()).as(child.err()).contains("ran 15, passed 12, failed 0");
                assertThat(child.lastLine()).startsWith("Attest: 12 tests in 15 attempts: ");
                assertThat(child.notPublished())
                        .hasSize(2)
                        .contains("Attest: Azure DevOps: refused 2 results and 2 attachments (see the warnings above)");
                assertThat(child.out() + child.err())
                        .contains("Result of Poisoned › poisonedRow() was refused.")
                        .contains("Attachment poison.txt was refused");
            }
            ServiceView.Run run = service.view().runs().get(0);
            assertThat(service.view().runs()).hasSize(1);
            assertThat(run.state()).isEqualTo("Completed");
            assertThat(service.view().results(run.id()))
                    .extracting(ServiceView.Result::title)
                    .hasSize(11)
                    .doesNotHaveDuplicates()
                    .noneMatch(title -> title.contains("poisonedRow"));
            assertThat(items.files(sound)).hasSize(1);
            assertThat(items.files(broken)).isEmpty();
        }
    }

    @Test
    void completesTheRunThoughTheOnlyFileForAWorkItemFails() throws Exception {
        try (Service service = Service.start()) {
            WorkItemsView items = new WorkItemsView(service.standIn());
            int item = items.create("Task");
            service.standIn().faults().add("POST */wit/attachments*: status=500");

            ChildJvm.Ended failing = attaching(service, item, "10s");

            assertThat(failing.notPublished()).as(failing.err()).anyMatch(line -> line.contains("1 attachment waits"));
            assertThat(service.view().runs())
                    .singleElement()
                    .extracting(ServiceView.Run::state)
                    .isEqualTo("Completed");

            service.standIn().faults().clear();
            ChildJvm.Ended next = attaching(service, item, ChildJvm.PATIENCE_AT_THE_END);

            assertThat(next.notPublished()).as(next.err()).isEmpty();
            assertThat(items.files(item)).hasSize(2);
            assertThat(service.view().runs())
                    .hasSize(2)
                    .extracting(ServiceView.Run::state)
                    .containsOnly("Completed");
        }
    }

    private ChildJvm.Ended attaching(Service service, int item, String patience) throws Exception {
        return new ChildJvm(folder, service.environment(folder.resolve("journal")))
                .option("-Ditem=" + item)
                .option("-Dattest.end.timeout=" + patience)
                .run(Suites.AttachesToAWorkItem.class);
    }
}
