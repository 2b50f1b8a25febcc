package dev.attest.systemtests.builds;

import dev.attest.testkit.ChildJvm;
import dev.attest.testkit.ForkedMaven;
import dev.attest.testkit.Service;
import dev.attest.testkit.ServiceView;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Three modules of two forks each, one of which is killed, as a pipeline starts them: one summary. */
@Execution(ExecutionMode.CONCURRENT)
class SummaryIT {

    private static final String FORKS = "<forkCount>2</forkCount><reuseForks>false</reuseForks>"
            + "<testFailureIgnore>true</testFailureIgnore><rerunFailingTestsCount>1</rerunFailingTestsCount>";
    private static final String FAILS = "throw new IllegalStateException(\"no <b>stock</b>\\n::error::smuggled\");";
    private static final String FLAKY =
            "if (!Path.of(\"tried\").toFile().mkdir()) return; throw new IllegalStateException(\"at first\");";

    @TempDir
    Path folder;

    private Path started;

    @BeforeEach
    void writeProject() throws Exception {
        started = folder.resolve("started");
        UserBuild build = new UserBuild(folder).aggregates("cart", "stock", "till");
        for (String module : List.of("cart", "stock", "till")) {
            build.module(module, FORKS).test(module, "SoundTest").test(module, "AlsoSoundTest");
        }
        build.test("cart", "BrokenTest", FAILS)
                .test("stock", "VictimTest", "waitsForEver(\"" + started + "\");")
                .test("till", "FlakyTest", FLAKY);
    }

    @Test
    void isOnePageOfTheBuildInAzurePipelines() throws Exception {
        try (Service service = Service.start()) {
            ChildJvm.Ended maven = build(
                    service,
                    Map.of(
                            "TF_BUILD", "True",
                            "BUILD_BUILDID", "4711",
                            "SYSTEM_JOBNAME", "verify",
                            "BUILD_SOURCESDIRECTORY", folder.toString(),
                            "BUILD_REPOSITORY_PROVIDER", "TfsGit",
                            "BUILD_REPOSITORY_URI", "https://dev.azure.com/contoso/shop/_git/shop",
                            "BUILD_SOURCEVERSION", "1a2b3c"));

            Path summary = summary();
            assertTells(Files.readString(summary), service);
            assertThat(Files.readString(summary))
                    .contains(
                            "[BrokenTest.java&#58;9](https://dev.azure.com/contoso/shop/_git/shop?path=/cart/src/test/java"
                                    + "/shop/BrokenTest.java&version=GC1a2b3c&line=9&lineEnd=10&lineStartColumn=1&lineEndColumn=1)");
            assertThat(maven.out().lines().filter(line -> line.startsWith("##vso[task.logissue type=error;source")))
                    .as("once, and not for each module")
                    .containsExactly(
                            "##vso[task.logissue type=error;sourcepath=cart/src/test/java/shop/BrokenTest.java;"
                                    + "linenumber=9;columnnumber=1;]BrokenTest › first() [new: no earlier result in 14 days]: no <b>stock</b>");
            assertThat(maven.out().lines().filter(line -> line.startsWith("##vso[task.uploadsummary]")))
                    .isNotEmpty()
                    .allMatch(line -> line.equals("##vso[task.uploadsummary]" + summary));
        }
    }

    @Test
    void isOnePartOfTheStepSummaryInGitHubActions() throws Exception {
        Path step = Files.writeString(folder.resolve("step.md"), "# Of another tool\n");
        try (Service service = Service.start()) {
            ChildJvm.Ended maven = build(
                    service,
                    Map.of(
                            "CI", "true",
                            "GITHUB_ACTIONS", "true",
                            "GITHUB_STEP_SUMMARY", step.toString(),
                            "GITHUB_WORKSPACE", folder.toString(),
                            "GITHUB_REPOSITORY", "contoso/shop",
                            "GITHUB_SHA", "1a2b3c"));

            String page = Files.readString(summary());
            assertTells(page, service);
            assertThat(step)
                    .content()
                    .startsWith("# Of another tool\n<!-- attest ")
                    .contains(page);
            assertThat(Files.readString(step).split("<!-- attest ", -1)).hasSize(2);
            assertThat(page)
                    .contains(
                            "(https://github.com/contoso/shop/blob/1a2b3c/cart/src/test/java/shop/BrokenTest.java#L9)");
            assertThat(maven.out().lines().filter(line -> line.startsWith("::error file=")))
                    .containsExactly("::error file=cart/src/test/java/shop/BrokenTest.java,line=9::BrokenTest › first()"
                            + " [new: no earlier result in 14 days]: no <b>stock</b>");
        }
    }

    private void assertTells(String page, Service service) {
        ServiceView.Run run = service.view().runs().get(0);
        assertThat(service.view().runs()).hasSize(1);
        assertThat(page)
                .contains("18 tests: 15 passed, 1 failed, 1 not started, 1 cut off, 1 passed only after a retry")
                .contains("| [BrokenTest › first()](", resultId(service, run, "BrokenTest › first()"))
                .contains("| new&#58; no earlier result in 14 days | no &#60;b&#62;stock&#60;/b&#62; |")
                .as("with the page of a result that another JVM has delivered")
                .contains(
                        "| [VictimTest › first()](http",
                        resultId(service, run, "VictimTest › first()")
                                + ") |  | The JVM ended while this test was running. |")
                .contains("### Passed only after a retry", "| [FlakyTest › first()](")
                .contains("### Slowest")
                .contains("[All results](" + service.url())
                .doesNotContain("smuggled", "<b>");
    }

    private static String resultId(Service service, ServiceView.Run run, String title) {
        return service.view().results(run.id()).stream()
                .filter(result -> result.title().equals(title))
                .map(result -> "resultId=" + result.id())
                .findFirst()
                .orElseThrow();
    }

    private ChildJvm.Ended build(Service service, Map<String, String> pipeline) throws Exception {
        Map<String, String> environment = new HashMap<>(service.environment());
        environment.putAll(pipeline);
        ForkedMaven maven = new ForkedMaven(folder, environment);
        ForkedMaven.Running running = maven.start("--fail-at-end", "test");
        await().atMost(Duration.ofMinutes(5)).until(() -> Files.exists(started) && Files.size(started) > 0);
        ProcessHandle.of(Long.parseLong(Files.readString(started)))
                .orElseThrow()
                .destroyForcibly();
        return maven.await(running);
    }

    private Path summary() {
        return folder.resolve("target/attest/attest-summary.md");
    }
}
