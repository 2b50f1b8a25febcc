package dev.attest.internal.config;

import dev.attest.internal.config.origin.Origin;
import dev.attest.internal.config.setting.RunScope;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class CiSettingsTest {

    @TempDir
    Path folder;

    @Test
    void areThoseOfTheJob() {
        var settings = github().read();

        assertThat(settings.runTitle()).isEqualTo("shop/CI/verify #4711");
        assertThat(settings.runScope().key()).startsWith("github-9876543210-");
        assertThat(settings.runScope().lasting()).isTrue();
        assertThat(settings.runScope().acrossHosts()).isFalse();
        assertThat(settings.origin().description()).startsWith("build 4711 of shop/CI/verify (GitHub Actions)");
        assertThat(settings.warnings()).isEmpty();
    }

    @Test
    void giveEachJobOfABuildARunOfItsOwn() {
        var other = github().environment("GITHUB_JOB", "lint").read();
        var again = github().environment("GITHUB_RUN_ATTEMPT", "2").read();

        assertThat(other.runScope()).isNotEqualTo(github().read().runScope());
        assertThat(again.runScope()).isNotEqualTo(github().read().runScope());
    }

    @Test
    void shareARunAmongJobsWithAScopeOfTheUser() {
        var one = github().environment("ATTEST_RUN_SCOPE", "nightly").read();
        var other = github().environment("ATTEST_RUN_SCOPE", "nightly")
                .environment("GITHUB_JOB", "lint")
                .read();
        var next = github().environment("ATTEST_RUN_SCOPE", "nightly")
                .environment("GITHUB_RUN_ID", "9876543211")
                .read();

        assertThat(other.runScope()).isEqualTo(one.runScope());
        assertThat(one.runScope().key()).startsWith("nightly-github-9876543210-");
        assertThat(one.runScope().acrossHosts()).isTrue();
        assertThat(next.runScope()).isNotEqualTo(one.runScope());
    }

    @Test
    void shareARunAmongTheNodesOfOneJob() {
        var settings = given().azure()
                .environment("CIRCLECI", "true")
                .environment("CIRCLE_WORKFLOW_ID", "w")
                .environment("CIRCLE_BUILD_NUM", "7")
                .environment("CIRCLE_NODE_TOTAL", "4")
                .read();

        assertThat(settings.runScope().acrossHosts()).isTrue();
    }

    /** Other runners than GitHub's set none, and some steps set 0 so that their processes survive. */
    @ParameterizedTest
    @ValueSource(strings = {"", "0", "${{ runner.id }}"})
    void keyNoRunOfAJobThatNothingTellsFromItsNeighbours(String trackingId) {
        var settings = github().environment("RUNNER_TRACKING_ID", trackingId).read();
        var joined = github().environment("RUNNER_TRACKING_ID", trackingId)
                .environment("ATTEST_RUN_SCOPE", "nightly")
                .read();

        assertThat(settings.runScope()).isEqualTo(RunScope.JVM);
        assertThat(settings.runTitle()).isEqualTo("shop/CI/verify #4711");
        assertThat(joined.runScope().key()).startsWith("nightly-github-9876543210-");
    }

    @Test
    void leaveAzurePipelinesAsItIs() {
        var settings = github().pipeline()
                .environment("SYSTEM_ACCESSTOKEN", "job")
                .environment("BUILD_BUILDNUMBER", "20261201.7")
                .read();

        assertThat(settings.runTitle()).isEqualTo("Test/Linux #42");
        assertThat(settings.runScope().key()).isEqualTo("build-42-3-Test-Linux");
        assertThat(settings.origin().description()).startsWith("build 20261201.7 of Test/Linux (Azure Pipelines)");
    }

    @Test
    void tellNothingIfNothingIsRecorded() {
        var settings = given().environment("GITHUB_ACTIONS", "true")
                .environment("GITHUB_RUN_ID", "7")
                .read();

        assertThat(settings.active()).isFalse();
        assertThat(settings.origin()).isSameAs(Origin.UNKNOWN);
    }

    @Test
    void tellTheCheckoutOfALaptop() {
        var settings = given().azure().read();

        assertThat(settings.origin().description())
                .contains(Objects.requireNonNull(folder.getFileName()).toString(), "user contoso\\ann");
        assertThat(settings.runTitle()).isEqualTo(folder.getFileName().toString());
    }

    private Given github() {
        return given().azure()
                .environment("GITHUB_ACTIONS", "true")
                .environment("GITHUB_REPOSITORY", "contoso/shop")
                .environment("GITHUB_WORKFLOW", "CI")
                .environment("GITHUB_JOB", "verify")
                .environment("GITHUB_RUN_ID", "9876543210")
                .environment("GITHUB_RUN_NUMBER", "4711")
                .environment("GITHUB_RUN_ATTEMPT", "1")
                .environment("RUNNER_TRACKING_ID", "github_1f3d9475");
    }

    private Given given() {
        return new Given(folder);
    }
}
