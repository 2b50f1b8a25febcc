package dev.attest.systemtests.delivery;

import dev.attest.systemtests.suites.Suites;
import dev.attest.testkit.ChildJvm;
import dev.attest.testkit.Service;
import dev.attest.testkit.ServiceView;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

import static org.assertj.core.api.Assertions.assertThat;

@Isolated("it loads the machine")
class ManyTestsIT {

    @TempDir
    Path folder;

    @Test
    void publishesTenThousandTestsInAHundredAndTenRequests() throws Exception {
        try (Service service = Service.start()) {
            ChildJvm.Ended child =
                    new ChildJvm(folder, service.environment(folder.resolve("journal"))).run(Suites.TenThousand.class);

            assertThat(child.lastLine()).startsWith("Attest: 10000 tests: 10000 passed; http");
            assertThat(child.notPublished()).isEmpty();
            assertThat(service.requestCount()).isLessThanOrEqualTo(110);
            assertThat(service.results())
                    .hasSize(10_000)
                    .extracting(ServiceView.Result::title)
                    .doesNotHaveDuplicates();
        }
    }
}
