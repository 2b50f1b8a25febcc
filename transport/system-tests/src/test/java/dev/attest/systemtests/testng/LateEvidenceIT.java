package dev.attest.systemtests.testng;

import dev.attest.testkit.ChildJvm;
import dev.attest.testkit.PublishedRows;
import dev.attest.testkit.Service;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class LateEvidenceIT {

    @TempDir
    Path folder;

    @Test
    void ofATestThatTimedOutIsOnNoOther() throws Exception {
        try (Service service = Service.start()) {
            ChildJvm.Ended child = new UserProject(folder).with("LateTest").testWithoutMaven(service.environment());

            assertThat(new PublishedRows(service.view()).lines())
                    .as(child.out() + child.err())
                    .anyMatch(line -> line.contains("runsMeanwhile")
                            && line.endsWith("-> Passed; files own.txt \"of the second\""))
                    .noneMatch(line -> line.contains("late.txt"));
        }
    }
}
