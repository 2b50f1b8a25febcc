package dev.attest.junit5.live;

import dev.attest.junit5.JUnitJars;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The extension is there without a word from the user, and brings nobody along. */
class DetectionIT {

    private static final String ENRICHED = "Arguments: number = 7";

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"5.8.2", "5.12.2", "5.14.4", "6.1.3"})
    void detectsTheExtensionByItself(String version) throws Exception {
        assertThat(commentOn(version)).isEqualTo(ENRICHED);
    }

    @ParameterizedTest
    @CsvSource({"5.8.2, ''", "5.12.2, " + ENRICHED, "5.14.4, " + ENRICHED, "6.1.3, " + ENRICHED})
    void leavesExtensionsOfOthersOff(String version, String comment) throws Exception {
        Path services = Files.createDirectories(folder.resolve("META-INF/services"));
        Files.writeString(
                services.resolve("org.junit.jupiter.api.extension.Extension"),
                "# not ours\n" + DetectionSuite.Foreign.class.getName() + "\n");

        assertThat(commentOn(version)).isEqualTo(comment);
        assertThat(Files.readString(folder.resolve("out.txt"))).doesNotContain("foreign extension ran");
    }

    @ParameterizedTest
    @ValueSource(strings = {"5.8.2", "5.12.2", "5.14.4", "6.1.3"})
    void leavesAloneWhatTheUserHasSet(String version) throws Exception {
        Files.writeString(
                folder.resolve("junit-platform.properties"),
                "junit.jupiter.extensions.autodetection.enabled = false\n");

        assertThat(commentOn(version)).isEmpty();
    }

    private String commentOn(String version) throws Exception {
        try (Service service = Service.start()) {
            ChildJvm.Ended child = new ChildJvm(folder, service.environment(folder.resolve("journal")))
                    .main(SuiteMain.class, JUnitJars.classPath(version, folder))
                    .run(DetectionSuite.class);

            assertThat(child.out()).as(child.err()).contains("ran 1, passed 1");
            return service.results().get(0).comment();
        }
    }
}
