package dev.attest.systemtests.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

import static org.assertj.core.api.Assertions.assertThat;

/** Runs the step that the guide gives to users of hosted agents. */
@Execution(ExecutionMode.CONCURRENT)
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the step of the guide is for a shell of Linux")
class PipelineRecipeIT {

    private static final Path GUIDE = Path.of(System.getProperty("basedir", ""), "../guide/ci.md");
    private static final String STEP = "- script: java -jar attest-cli.jar ";

    @TempDir
    Path folder;

    @Test
    void deliversWhatTheTestsCouldNotAndAsksToKeepTheRest() throws Exception {
        TestJvm.ended(folder.resolve("target/attest"), "nightly", "a", "b");
        Files.writeString(folder.resolve("pom.xml"), "<project/>");
        Files.createSymbolicLink(folder.resolve("attest-cli.jar"), Path.of(System.getProperty("cli.jar")));
        try (Service service = Service.start()) {
            service.standIn().faults().add("* *: status=503");

            assertThat(step(service, "3s"))
                    .contains("waiting   2 results", "##vso[task.setvariable variable=journalWaits]true");

            service.standIn().faults().clear();
            assertThat(step(service, "40s")).contains("delivered 2 results").doesNotContain("##vso");
            assertThat(service.runs()).containsExactly("1 nightly Completed");
        }
    }

    private String step(Service service, String timeout) throws IOException, InterruptedException {
        List<String> steps = Files.readAllLines(GUIDE).stream()
                .filter(line -> line.startsWith(STEP))
                .toList();
        assertThat(steps).hasSize(1);
        String command = steps.get(0)
                .replace("- script: java", System.getProperty("java.home") + "/bin/java")
                .replace("replay", "replay --timeout " + timeout);
        Path out = folder.resolve("out.txt");
        ProcessBuilder builder = new ProcessBuilder("/bin/bash", "-c", command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(out.toFile());
        Map<String, String> environment = new HashMap<>();
        environment.put("TF_BUILD", "True");
        environment.put("SYSTEM_COLLECTIONURI", service.standIn().url() + "/");
        environment.put("SYSTEM_TEAMPROJECT", service.standIn().project());
        environment.put("SYSTEM_ACCESSTOKEN", service.standIn().token());
        environment.put("BUILD_BUILDID", "4711");
        builder.environment().keySet().removeIf(name -> name.startsWith("ATTEST_"));
        builder.environment().putAll(environment);
        Process process = builder.start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return Files.readString(out);
    }
}
