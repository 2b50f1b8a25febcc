package dev.attest.internal.config.origin;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

class CiJobTest {

    /** What may be in the place of a value. */
    private static final Map<String, String> DAMAGES = Map.of(
            "blank", " \t ",
            "macro of Azure Pipelines", "$(Build.BuildId)",
            "expression of Azure Pipelines", "$[variables.id]",
            "placeholder of Maven", "${env.BUILD_ID}",
            "parameter of TeamCity", "%build.id%",
            "lines", "4711\nattest-run:1\r\n##vso[task.complete]\u0000\u001b[31m",
            "path", "../../../../etc/passwd",
            "path of Windows", "C:\\Windows\\..\\x:*?\"<>|",
            "long", "x".repeat(10_000),
            "half a character", "\uD83D" + "\uDE80".repeat(60));

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void tellsWhereARunComesFrom(Jobs system) {
        Origin origin = Origin.of(job(system.variables(folder)), folder, Map.of());

        assertThat(origin.description()).isEqualTo(system.description());
    }

    @ParameterizedTest
    @EnumSource
    void isACiSystem(Jobs system) {
        assertThat(CiSystem.isCi(system.variables(folder))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "CI, true, true",
        "CI, TRUE, true",
        "CI, false, false",
        "CI, '', false",
        "JENKINS_HOME, /var/jenkins, false",
        "BUILD_NUMBER, 7, false"
    })
    void knowsACiSystemThatItDoesNotKnowByName(String variable, String value, boolean ci) {
        assertThat(CiSystem.isCi(Map.of(variable, value))).isEqualTo(ci);
        assertThat(CiJob.of(Map.of(variable, value))).isNull();
    }

    static Stream<Arguments> damaged() {
        List<Arguments> all = new ArrayList<>();
        for (Jobs system : Jobs.values()) {
            new TreeSet<>(DAMAGES.keySet()).forEach(damage -> all.add(Arguments.of(system, damage)));
        }
        return all.stream();
    }

    /** Each variable alone, and all together. */
    @ParameterizedTest
    @MethodSource("damaged")
    void makesTheBestOfDamagedVariables(Jobs system, String damage) {
        String value = DAMAGES.get(damage);
        Map<String, String> sound = system.variables(folder);
        for (String name : sound.keySet()) {
            Map<String, String> variables = system.variables(folder);
            variables.put(name, value);
            assertThatIsHarmless(CiJob.of(variables));
        }
        Map<String, String> variables = system.variables(folder);
        variables.replaceAll((name, old) -> value);

        CiJob damaged = CiJob.of(variables);

        assertThatIsHarmless(damaged);
        assertThat(damaged == null ? "" : damaged.key())
                .as("the key of a sound job")
                .isNotEqualTo(keyOf(sound));
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "AZURE")
    void isNotKeyedByAnIdThatIsNone(Jobs system) {
        String id = CiSystem.valueOf(system.name()).variables(CiFact.ID).get(0);
        for (String none : List.of("", "$(Build.BuildId)", "${env.ID}", "%build.id%")) {
            Map<String, String> variables = system.variables(folder);
            variables.put(id, none);

            CiJob job = CiJob.of(variables);

            assertThat(job == null ? "" : job.key() + job.buildKey()).as(none).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "AZURE")
    void hasAKeyOfItsOwnForEachBuildAndJob(Jobs system) {
        CiSystem known = CiSystem.valueOf(system.name());
        CiJob one = job(system.variables(folder));
        for (CiFact fact : List.of(CiFact.ID, CiFact.JOB)) {
            for (String variable : known.variables(fact)) {
                Map<String, String> variables = system.variables(folder);
                variables.put(variable, "another/" + variables.getOrDefault(variable, ""));
                CiJob other = job(variables);

                assertThat(other.key()).as(variable).isNotEqualTo(one.key());
                assertThat(other.buildKey().equals(one.buildKey())).as(variable).isEqualTo(fact == CiFact.JOB);
            }
        }
    }

    @Test
    void tellsHostileIdsApart() {
        List<String> ids = List.of("4/7", "4\\7", "4_7", "4:7", "x".repeat(10_000), "x".repeat(10_001));

        List<String> keys = ids.stream()
                .map(id -> changed(Jobs.GITHUB, variables -> variables.put("GITHUB_RUN_ID", id)))
                .map(CiJob::key)
                .toList();

        assertThat(keys).doesNotHaveDuplicates().allMatch(key -> key.matches("[a-z0-9A-Z_-]{10,64}"));
    }

    @Test
    void isSharedByHostsOnlyWhereTheyHaveOneJob() {
        assertThat(Stream.of(Jobs.values())
                        .filter(system -> job(system.variables(folder)).acrossHosts()))
                .containsExactly(Jobs.CIRCLECI);
        assertThat(changed(Jobs.CIRCLECI, variables -> variables.put("CIRCLE_NODE_INDEX", "2"))
                        .key())
                .isEqualTo(job(Jobs.CIRCLECI.variables(folder)).key());
        assertThat(changed(Jobs.CIRCLECI, variables -> variables.put("CIRCLE_NODE_TOTAL", "1"))
                        .acrossHosts())
                .isFalse();
    }

    /** An agent of one system that runs inside another one, or was started by it. */
    @ParameterizedTest
    @CsvSource({
        "AZURE, JENKINS, AZURE",
        "JENKINS, AZURE, AZURE",
        "GITHUB, JENKINS, GITHUB",
        "TEAMCITY, JENKINS, TEAMCITY",
        "GITLAB, TEAMCITY, GITLAB",
        "BITBUCKET, CIRCLECI, BITBUCKET"
    })
    void takesTheFirstOfNestedSystems(Jobs outer, Jobs inner, CiSystem expected) {
        Map<String, String> variables = outer.variables(folder);
        variables.putAll(inner.variables(folder));

        assertThat(job(variables).system()).isEqualTo(expected);
    }

    @Test
    void takesTheNestedSystemThatIdentifiesItsBuild() {
        Map<String, String> variables = Jobs.JENKINS.variables(folder);
        variables.put("GITHUB_ACTIONS", "true");
        variables.put("GITLAB_CI", "true");
        variables.put("CI_PIPELINE_ID", "${CI_PIPELINE_ID}");

        assertThat(job(variables).system()).isEqualTo(CiSystem.JENKINS);
    }

    @ParameterizedTest
    @CsvSource({
        "https://ann:geheim@ci.contoso.com/job/7, https://ci.contoso.com/job/7",
        "https://ci.contoso.com/job/7, https://ci.contoso.com/job/7",
        "javascript:alert(1), ''",
        "ci.contoso.com/job/7, ''",
        "https://ci.contoso.com/job 7, ''",
        "https://ann:ge@heim@ci.contoso.com/job/7, ''"
    })
    void linksToAnAddressAndToNothingElse(String given, String shown) {
        assertThat(changed(Jobs.JENKINS, variables -> variables.put("BUILD_URL", given))
                        .link())
                .isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource({
        "GITHUB, GITHUB_REF, refs/heads/release/12, ''",
        "GITHUB, GITHUB_REF, refs/pull/13/merge, 13",
        "CIRCLECI, CIRCLE_PULL_REQUEST, https://github.com/contoso/shop/pull/14, 14",
        "JENKINS, CHANGE_ID, 15, 15",
        "JENKINS, CHANGE_ID, <b>, ''"
    })
    void findsTheNumberOfThePullRequest(Jobs system, String variable, String value, String number) {
        assertThat(changed(system, variables -> variables.put(variable, value)).change())
                .isEqualTo(number);
    }

    @ParameterizedTest
    @CsvSource({
        "refs/heads/fix/cart, fix/cart",
        "refs/tags/v1, v1",
        "origin/main, main",
        "main, main",
        "origin, origin",
        "<default>, ''"
    })
    void namesABranchAsPeopleDo(String told, String branch) {
        assertThat(changed(Jobs.GITLAB, variables -> variables.put("CI_COMMIT_REF_NAME", told))
                        .branch())
                .isEqualTo(branch);
    }

    /** Jenkins encodes a branch in the name of a job. */
    @Test
    void takesAnEncodedNameForWhatItIs() {
        CiJob job = changed(Jobs.JENKINS, variables -> variables.put("JOB_NAME", "shop/feature%2Fa%2Fb"));

        assertThat(job.name()).isEqualTo("shop/feature%2Fa%2Fb");
    }

    @Test
    void keepsTheNumberOfTheBuildInALongTitle() {
        CiJob job = changed(Jobs.GITLAB, variables -> variables.put("CI_JOB_NAME", "x".repeat(10_000)));

        assertThat(job.title("otherwise")).hasSizeLessThan(256).endsWith(" #4711");
    }

    private CiJob changed(Jobs system, Consumer<Map<String, String>> change) {
        Map<String, String> variables = system.variables(folder);
        change.accept(variables);
        return job(variables);
    }

    /** Two jobs that have no key share nothing. */
    private static String keyOf(Map<String, String> variables) {
        String key = job(variables).key();
        return key.isEmpty() ? "none" : key;
    }

    private static CiJob job(Map<String, String> variables) {
        return Objects.requireNonNull(CiJob.of(variables));
    }

    private void assertThatIsHarmless(@Nullable CiJob job) {
        if (job == null) {
            return;
        }
        assertThat(job.key()).matches("|[A-Za-z0-9_-]{10,64}");
        assertThat(job.buildKey()).matches("|[A-Za-z0-9_-]{10,64}");
        assertThat(job.title("otherwise")).hasSizeBetween(1, 256).doesNotContain("\n", "\r");
        assertThat(Origin.of(job, folder, Map.of()).description())
                .hasSizeLessThan(1_000)
                .doesNotContain("\n", "\r", "\u0000", "\u001b", "$(", "${", "%build.id%");
    }
}
