package dev.attest.systemtests.delivery;

import dev.attest.systemtests.suites.Suites;
import dev.attest.testkit.ChildJvm;
import dev.attest.testkit.PublishedRows;
import dev.attest.testkit.Service;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The service does what it is asked, and the connection breaks before it can say so. */
@Execution(ExecutionMode.CONCURRENT)
class LostRepliesIT {

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"/runs", "/results", "/attachments"})
    void doublesNothingWhenTheReplyToACreationIsLost(String route) throws Exception {
        try (Service service = Service.start()) {
            service.standIn().faults().on("POST", route).commitThenDrop();

            ChildJvm.Ended child =
                    new ChildJvm(folder, service.environment(folder.resolve("journal"))).run(Suites.Small.class);

            assertThat(child.lastLine()).startsWith("Attest: 3 tests: ");
            assertThat(child.notPublished()).isEmpty();
            assertThat(service.standIn().requests())
                    .filteredOn(request -> request.status() == 0)
                    .hasSize(1);
            assertThat(service.view().runs()).hasSize(1);
            assertThat(service.results())
                    .hasSize(3)
                    .allSatisfy(result -> assertThat(service.view().attachments(1, result.id()))
                            .hasSize(1));
        }
    }

    @ParameterizedTest
    @CsvSource({"PATCH, /results, 1", "PATCH, /results, 2", "POST, /attachments, 1", "POST, /attachments, 3"})
    void doublesNoAttemptWhenTheReplyIsLost(String method, String route, int nth) throws Exception {
        try (Service service = Service.start()) {
            service.standIn().faults().on(method, route).nth(nth).commitThenDrop();

            ChildJvm.Ended child =
                    new ChildJvm(folder, service.environment(folder.resolve("journal"))).run(Suites.Flaky.class);

            assertThat(child.lastLine()).as(child.err()).startsWith("Attest: 2 tests in 5 attempts: ");
            assertThat(child.notPublished()).as(child.err()).isEmpty();
            assertThat(new PublishedRows(service.view()).lines())
                    .map(line -> line.replaceAll("^\\S+ ", "").replaceAll("Test execution[^\"]*", "gave up"))
                    .containsExactly("""
                            "Flaky › neverPasses()" -> Failed "gave up"; \
                            attempt 1 Failed "never"; files fail.txt "fail 1"; \
                            attempt 2 Failed "gave up"; files fail.txt "fail 2\"""", """
                            "Flaky › passesAtTheThirdTry()" -> Passed; \
                            attempt 1 Failed "not at try 1"; files try.txt "try 1"; \
                            attempt 2 Failed "not at try 2"; files try.txt "try 2"; \
                            attempt 3 Passed; files try.txt "try 3\"""");
        }
    }
}
