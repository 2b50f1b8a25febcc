package dev.attest.systemtests.services;

import dev.attest.standin.StandInOptions;
import dev.attest.standin.rules.Product;
import dev.attest.testkit.ChildJvm;
import dev.attest.testkit.Service;
import dev.attest.testkit.ServiceView;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** One run of a plan, in which the test points get the outcome of those tests whose test cases have just one. */
class PlannedTestsIT {

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"SERVICES, ''", "SERVICES, 12", "SERVER_2019, ''", "SERVER_2020, 12"})
    void givesTestPointsTheOutcomeAndHoldsNothingBackForOthers(Product product, String suite) throws Exception {
        try (Service service = Service.start(options().emulating(product))) {
            Map<String, String> environment = new HashMap<>(service.environment(folder.resolve("journal")));
            environment.put("ATTEST_AZURE_PLAN", "10");
            environment.put("ATTEST_AZURE_SUITE", suite);

            ChildJvm.Ended child = new ChildJvm(folder, environment).run(PlannedSuites.Planned.class);

            assertThat(child.lastLine()).as(child.err()).startsWith("Attest: 9 tests: ");
            assertThat(child.notPublished()).as(child.err()).isEmpty();
            ServiceView view = product == Product.SERVICES
                    ? service.view()
                    : service.view().speaking(product == Product.SERVER_2019 ? "5.0" : "6.0");
            assertThat(view.runs())
                    .singleElement()
                    .satisfies(run -> assertThat(run.totalTests()).isEqualTo(9));
            assertThat(view.points(10, 12))
                    .containsExactly(Map.entry(124, "Failed"), Map.entry(126, "Passed"), Map.entry(127, "Failed"));
            assertThat(child.out() + child.err())
                    .contains("There is no test case 999 (")
                    .contains("There is no test point in plan 10")
                    .contains(suite.isEmpty() ? "more than one test point in plan 10 for test case 123 (" : "123 (");
            assertThat(view.points(10, 11)).containsValues("Unspecified").doesNotContainValue("Passed");
        }
    }

    @Test
    void doublesNoRowOfATestPointWhenTheReplyIsLost() throws Exception {
        try (Service service = Service.start(options())) {
            Map<String, String> environment = new HashMap<>(service.environment(folder.resolve("journal")));
            environment.put("ATTEST_AZURE_PLAN", "10");
            service.standIn().faults().on("POST", "/results").nth(1).commitThenDrop();

            ChildJvm.Ended child = new ChildJvm(folder, environment).run(PlannedSuites.Planned.class);

            assertThat(child.lastLine()).as(child.err()).startsWith("Attest: 9 tests: ");
            assertThat(child.notPublished()).as(child.err()).isEmpty();
            assertThat(service.results()).hasSize(9);
            assertThat(service.view().points(10, 12))
                    .containsEntry(124, "Failed")
                    .containsEntry(126, "Passed");
        }
    }

    @Test
    void publishesWithoutAPlanThatIsNotThere() throws Exception {
        try (Service service = Service.start(options())) {
            Map<String, String> environment = new HashMap<>(service.environment(folder.resolve("journal")));
            environment.put("ATTEST_AZURE_PLAN", "99");

            ChildJvm.Ended child = new ChildJvm(folder, environment).run(PlannedSuites.Planned.class);

            assertThat(child.lastLine()).as(child.err()).startsWith("Attest: 9 tests: ");
            assertThat(child.notPublished()).as(child.err()).isEmpty();
            assertThat(service.results()).hasSize(9);
        }
    }

    private StandInOptions options() throws Exception {
        Path plan = folder.resolve("test-plan.json");
        try (InputStream resource = PlannedTestsIT.class.getResourceAsStream("test-plan.json")) {
            Files.write(plan, resource.readAllBytes());
        }
        return StandInOptions.defaults().withPlans(plan);
    }
}
