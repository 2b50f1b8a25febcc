package dev.attest.systemtests.services;

import dev.attest.standin.StandInOptions;
import dev.attest.standin.rules.Product;
import dev.attest.systemtests.suites.Suites;
import dev.attest.testkit.ChildJvm;
import dev.attest.testkit.Service;
import dev.attest.testkit.ServiceView;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Each product speaks another range of versions, and before 2022 attachments are a preview. */
class ProductsIT {

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(names = {"SERVICES", "SERVER_2022", "SERVER_2020", "SERVER_2019", "TFS_2018", "TFS_2017"})
    void publishesToEachProductInItsOwnVersion(Product product) throws Exception {
        try (Service service = Service.start(StandInOptions.defaults().emulating(product))) {
            ChildJvm.Ended child =
                    new ChildJvm(folder, service.environment(folder.resolve("journal"))).run(Suites.Small.class);

            assertThat(child.warnings()).as(child.err()).isZero();
            assertThat(child.lastLine()).startsWith("Attest: 3 tests: 2 passed, 1 failed; http");
            assertThat(child.notPublished()).isEmpty();
            assertThat(service.standIn().requests())
                    .allSatisfy(request -> assertThat(request.status())
                            .as(request.method() + " " + request.path())
                            .isBetween(200, 204));
        }
    }

    @ParameterizedTest
    @CsvSource({"SERVICES, 7.0", "SERVER_2019, 5.0", "TFS_2018, 4.0"})
    void keepsAttemptsAsTheProductCan(Product product, String version) throws Exception {
        try (Service service = Service.start(StandInOptions.defaults().emulating(product))) {
            ChildJvm.Ended child =
                    new ChildJvm(folder, service.environment(folder.resolve("journal"))).run(Suites.Flaky.class);

            assertThat(child.warnings()).as(child.err()).isZero();
            assertThat(child.lastLine())
                    .startsWith("Attest: 2 tests in 5 attempts: 1 passed, 1 failed, 1 passed only after a retry; http");
            assertThat(child.notPublished()).isEmpty();
            ServiceView view = service.view().speaking(version);
            assertThat(view.results(1))
                    .filteredOn(result -> result.outcome().equals("Passed"))
                    .singleElement()
                    .satisfies(result -> {
                        if (product == Product.TFS_2018) {
                            assertThat(result.comment())
                                    .isEqualTo("Attempt 1: FAILED, not at try 1\nAttempt 2: FAILED, not at try 2");
                            assertThat(view.attachments(1, result.id()))
                                    .extracting(ServiceView.Attachment::comment)
                                    .hasSize(3)
                                    .anyMatch(comment -> comment.startsWith("Attempt 3, "));
                        } else {
                            assertThat(result.attempts())
                                    .extracting(ServiceView.Attempt::outcome)
                                    .containsExactly("Failed", "Failed", "Passed");
                        }
                    });
        }
    }
}
