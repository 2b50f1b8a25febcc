package dev.attest.systemtests.builds;

import dev.attest.systemtests.Jars;
import dev.attest.systemtests.TestNgVersion;
import dev.attest.testkit.ChildJvm;
import dev.attest.testkit.Service;
import dev.attest.testkit.ServiceView;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/** Builds by the Gradle of this machine, as Debian has it. Each class has a worker of its own, one after the other. */
@Execution(ExecutionMode.CONCURRENT)
@EnabledIf(value = "isGradleInstalled", disabledReason = "there is no Gradle on the PATH")
class GradleIT {

    private static final long PATIENCE_SECONDS = 300;
    private static final String SHORT_LIFE = "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xmx256m";

    @TempDir
    Path folder;

    private Path project;

    @BeforeEach
    void writeProject() throws IOException {
        project = Files.createDirectories(folder.resolve("shop"));
        Files.writeString(project.resolve("settings.gradle"), "");
        Files.writeString(project.resolve("build.gradle"), """
                apply plugin: 'java'
                test {
                    useTestNG()
                    forkEvery = 1
                    maxParallelForks = 1
                    jvmArgs '%s'.split(' ')
                    testClassesDirs = files('%s')
                    classpath = files(%s)
                    scanForTestClasses = false
                    include '**/GradleIT$Shop*.class'
                    outputs.upToDateWhen { false }
                }
                """.formatted(SHORT_LIFE, classes(), classPath()));
    }

    @Test
    void publishesOneRunThoughItsWorkersNeverOverlap() throws Exception {
        try (Service service = Service.start()) {
            gradle(service, "--no-daemon", "test");

            assertThat(service.view().runs())
                    .extracting(ServiceView.Run::name, ServiceView.Run::state)
                    .containsExactly(tuple("shop", "Completed"));
            assertThat(titles(service, 1)).containsExactly("Shop1", "Shop2", "Shop3");
        }
    }

    @Test
    void publishesARunForEachBuildOfADaemon() throws Exception {
        try (Service service = Service.start()) {
            gradle(service, "--daemon", "test");
            gradle(service, "--daemon", "test");
            gradle(service, "--stop");

            assertThat(service.view().runs())
                    .extracting(ServiceView.Run::state)
                    .containsExactly("Completed", "Completed");
            assertThat(List.of(titles(service, 1), titles(service, 2)))
                    .containsOnly(List.of("Shop1", "Shop2", "Shop3"));
        }
    }

    private static List<String> titles(Service service, int run) {
        return service.view().results(run).stream()
                .map(result -> result.title().replaceAll(".*(Shop\\d).*", "$1"))
                .sorted()
                .toList();
    }

    private void gradle(Service service, String... arguments) throws IOException, InterruptedException {
        Path out = folder.resolve("out.txt");
        List<String> command = new ArrayList<>(List.of("gradle", "--offline"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(project.toFile())
                .redirectErrorStream(true)
                .redirectOutput(out.toFile());
        builder.environment().keySet().removeIf(ChildJvm::wouldBeRead);
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("GRADLE_USER_HOME", folder.resolve("home").toString());
        builder.environment().put("GRADLE_OPTS", SHORT_LIFE);
        builder.environment().putAll(service.environment());
        Process process = builder.start();
        assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(Files.readString(out)).isZero();
    }

    private static String classes() {
        return Jars.homeOf(GradleIT.class);
    }

    private static String classPath() {
        return Arrays.stream(TestNgVersion.V7_5.inPlaceOfOurs().split(File.pathSeparator))
                .map(entry -> "'" + entry + "'")
                .collect(Collectors.joining(", "));
    }

    static boolean isGradleInstalled() {
        return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .map(entry -> Path.of(entry, "gradle"))
                .anyMatch(Files::isExecutable);
    }

    static class Shop1 {

        @org.testng.annotations.Test
        public void sells() {}
    }

    static class Shop2 extends Shop1 {}

    static class Shop3 extends Shop1 {}
}
