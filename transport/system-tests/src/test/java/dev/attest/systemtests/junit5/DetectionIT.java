package dev.attest.systemtests.junit5;

import dev.attest.systemtests.JUnitVersion;
import dev.attest.testkit.ChildJvm;
import dev.attest.testkit.Service;
import dev.attest.testkit.SuiteMain;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The extension is there without a word from the user, and brings nobody along. */
@Execution(ExecutionMode.CONCURRENT)
class DetectionIT {

    private static final String ENRICHED = "Arguments: number = 7";

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void detectsTheExtensionByItself(JUnitVersion version) throws Exception {
        assertThat(commentOn(version)).isEqualTo(ENRICHED);
    }

    @ParameterizedTest
    @EnumSource
    void leavesExtensionsOfOthersOff(JUnitVersion version) throws Exception {
        Path services = Files.createDirectories(folder.resolve("META-INF/services"));
        Files.writeString(
                services.resolve("org.junit.jupiter.api.extension.Extension"),
                "# not ours\n" + DetectionSuite.Foreign.class.getName() + "\n");

        assertThat(commentOn(version)).isEqualTo(version == JUnitVersion.V5_8 ? "" : ENRICHED);
        assertThat(Files.readString(folder.resolve("out.txt"))).doesNotContain("foreign extension ran");
    }

    @ParameterizedTest
    @EnumSource
    void leavesAloneWhatTheUserHasSet(JUnitVersion version) throws Exception {
        Files.writeString(
                folder.resolve("junit-platform.properties"),
                "junit.jupiter.extensions.autodetection.enabled = false\n");

        assertThat(commentOn(version)).isEmpty();
    }

    private String commentOn(JUnitVersion version) throws Exception {
        try (Service service = Service.start()) {
            ChildJvm.Ended child = new ChildJvm(folder, service.environment(folder.resolve("journal")))
                    .main(SuiteMain.class, version.classPath(folder, DetectionSuite.class, SuiteMain.class))
                    .run(DetectionSuite.class);

            assertThat(child.out()).as(child.err()).contains("ran 1, passed 1");
            return service.results().get(0).comment();
        }
    }
}
