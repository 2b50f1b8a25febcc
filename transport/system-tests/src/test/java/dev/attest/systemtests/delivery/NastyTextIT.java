package dev.attest.systemtests.delivery;

import dev.attest.systemtests.suites.Suites;
import dev.attest.testkit.ChildJvm;
import dev.attest.testkit.Service;
import dev.attest.testkit.ServiceView;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class NastyTextIT {

    @TempDir
    Path folder;

    @Test
    void arrivesInFormsThatTheServiceTakes() throws Exception {
        try (Service service = Service.start()) {
            ChildJvm.Ended child =
                    new ChildJvm(folder, service.environment(folder.resolve("journal"))).run(Suites.Nasty.class);

            assertThat(child.lastLine()).startsWith("Attest: 5 tests: ");
            assertThat(child.notPublished()).isEmpty();
            assertThat(service.results())
                    .allSatisfy(result ->
                            assertThat(result.title()).startsWith("Nasty › ").hasSizeLessThanOrEqualTo(256));
            assertThat(named(service, "fails").message()).hasSizeLessThanOrEqualTo(4000);
            assertThat(attachments(service, "fails"))
                    .extracting(ServiceView.Attachment::fileName)
                    .containsExactly("stack-trace.txt");
            assertThat(attachments(service, "attaches()"))
                    .hasSize(10)
                    .extracting(ServiceView.Attachment::fileName)
                    .allSatisfy(name -> assertThat(name)
                            .isNotBlank()
                            .hasSizeLessThanOrEqualTo(255)
                            .doesNotContain("/", "\\", ":", "\r", "\n", "\u202e"));
        }
    }

    private static List<ServiceView.Attachment> attachments(Service service, String title) {
        return service.view().attachments(1, named(service, title).id());
    }

    private static ServiceView.Result named(Service service, String part) {
        return service.results().stream()
                .filter(result -> part.equals("fails")
                        ? result.outcome().equals("Failed")
                        : result.title().endsWith(part))
                .findFirst()
                .orElseThrow();
    }
}
