package dev.attest.samples.demo;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SamplesIT {

    private final AzureDevOps service = new AzureDevOps(
            System.getProperty("stand-in.url"),
            System.getProperty("stand-in.project"),
            System.getProperty("stand-in.token"));

    @Test
    void junit5PublishesEveryTestWithItsFiles() throws Exception {
        List<PublishedRun> runs = service.runs();

        assertThat(runs)
                .filteredOn(run -> run.name().equals("junit5"))
                .singleElement()
                .satisfies(run -> {
                    assertThat(run.state()).isEqualTo("Completed");
                    assertThat(run.outcomes()).isEqualTo(Map.of("Passed", 8, "Failed", 1, "NotExecuted", 2));
                    assertThat(run.attachments())
                            .isEqualTo(Map.of("generalAttachment", 1, "intermediateCollectorData", 1, "consoleLog", 1));
                });
    }

    @Test
    void testngPublishesEveryTestWithItsAttempts() throws Exception {
        assertThat(service.runs())
                .filteredOn(run -> run.name().equals("TestNG sample"))
                .singleElement()
                .satisfies(run -> {
                    assertThat(run.state()).isEqualTo("Completed");
                    assertThat(run.outcomes()).isEqualTo(Map.of("Passed", 5, "Failed", 2, "NotExecuted", 5));
                    assertThat(run.retried()).isEqualTo(1);
                });
    }
}
