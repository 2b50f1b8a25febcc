package dev.attest.internal.config.origin;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The CI systems that Attest knows, with the variables that each of them documents. Where the variables of several are
 * set, because one runs inside the other or started its agent, the first one here that identifies its build counts.
 *
 * <p>{@code {NAME}} is part of an address, and {@code last:NAME} the part of a value after its last slash. A name with
 * dots is a property of TeamCity, see {@link TeamCityProperties}. See <a
 * href="https://learn.microsoft.com/azure/devops/pipelines/build/variables">Azure Pipelines</a>, <a
 * href="https://docs.github.com/actions/reference/workflows-and-actions/variables">GitHub Actions</a>, <a
 * href="https://docs.gitlab.com/ci/variables/predefined_variables/">GitLab CI</a>, <a
 * href="https://support.atlassian.com/bitbucket-cloud/docs/variables-and-secrets/">Bitbucket</a>, <a
 * href="https://circleci.com/docs/reference/variables/">CircleCI</a>, <a
 * href="https://www.jetbrains.com/help/teamcity/predefined-build-parameters.html">TeamCity</a>, <a
 * href="https://www.jenkins.io/doc/book/pipeline/jenkinsfile/#using-environment-variables">Jenkins</a>.
 */
public enum CiSystem {
    /** The settings of a pipeline, which links its runs to the build, identify its jobs. */
    AZURE("Azure Pipelines", """
            mark    TF_BUILD BUILD_BUILDID RELEASE_RELEASEURI
            id      BUILD_BUILDID RELEASE_RELEASEURI
            title   SYSTEM_STAGENAME SYSTEM_PHASENAME
            number  RELEASE_RELEASENAME BUILD_BUILDNUMBER
            link    {RELEASE_RELEASEWEBURL}
            link    {SYSTEM_COLLECTIONURI}{SYSTEM_TEAMPROJECT}/_build/results?buildId={BUILD_BUILDID}
            branch  SYSTEM_PULLREQUEST_SOURCEBRANCH BUILD_SOURCEBRANCH
            commit  BUILD_SOURCEVERSION
            change  SYSTEM_PULLREQUEST_PULLREQUESTNUMBER SYSTEM_PULLREQUEST_PULLREQUESTID
            user    RELEASE_REQUESTEDFOR BUILD_REQUESTEDFOR
            """),
    /**
     * A leg of a matrix has no variable of its own. The runner sets {@code RUNNER_TRACKING_ID} once for each job, which
     * no document mentions: it tells the legs apart that follow each other in one workspace.
     */
    GITHUB("GitHub Actions", """
            mark    GITHUB_ACTIONS
            id      GITHUB_RUN_ID GITHUB_RUN_ATTEMPT GITHUB_REPOSITORY GITHUB_SERVER_URL
            job     GITHUB_JOB RUNNER_TRACKING_ID
            title   last:GITHUB_REPOSITORY GITHUB_WORKFLOW GITHUB_JOB
            number  GITHUB_RUN_NUMBER GITHUB_RUN_ID
            attempt GITHUB_RUN_ATTEMPT
            link    {GITHUB_SERVER_URL}/{GITHUB_REPOSITORY}/actions/runs/{GITHUB_RUN_ID}/attempts/{GITHUB_RUN_ATTEMPT}
            link    {GITHUB_SERVER_URL}/{GITHUB_REPOSITORY}/actions/runs/{GITHUB_RUN_ID}
            branch  GITHUB_HEAD_REF GITHUB_REF_NAME
            commit  GITHUB_SHA
            change  GITHUB_REF
            user    GITHUB_TRIGGERING_ACTOR GITHUB_ACTOR
            """),
    /** Each attempt of a job, and each part of a parallel one, has a {@code CI_JOB_ID} of its own. */
    GITLAB("GitLab CI", """
            mark    GITLAB_CI
            id      CI_PIPELINE_ID CI_SERVER_URL
            job     CI_JOB_ID
            title   CI_PROJECT_NAME CI_JOB_NAME
            number  CI_PIPELINE_IID CI_PIPELINE_ID
            link    {CI_JOB_URL}
            link    {CI_PIPELINE_URL}
            branch  CI_MERGE_REQUEST_SOURCE_BRANCH_NAME CI_COMMIT_REF_NAME
            commit  CI_COMMIT_SHA
            change  CI_MERGE_REQUEST_IID
            user    GITLAB_USER_LOGIN
            """),
    /** Parallel steps may do different things, so that each of them is a job. */
    BITBUCKET("Bitbucket Pipelines", """
            mark    BITBUCKET_BUILD_NUMBER
            id      BITBUCKET_BUILD_NUMBER BITBUCKET_REPO_FULL_NAME
            job     BITBUCKET_STEP_UUID BITBUCKET_PARALLEL_STEP BITBUCKET_STEP_RUN_NUMBER
            title   BITBUCKET_REPO_SLUG
            number  BITBUCKET_BUILD_NUMBER
            attempt BITBUCKET_STEP_RUN_NUMBER
            link    https://bitbucket.org/{BITBUCKET_REPO_FULL_NAME}/pipelines/results/{BITBUCKET_BUILD_NUMBER}
            branch  BITBUCKET_BRANCH BITBUCKET_TAG
            commit  BITBUCKET_COMMIT
            change  BITBUCKET_PR_ID
            """),
    /** The hosts of a parallel job have one job number, which is another one in each attempt. */
    CIRCLECI("CircleCI", """
            mark    CIRCLECI
            id      CIRCLE_WORKFLOW_ID
            job     CIRCLE_BUILD_NUM
            title   CIRCLE_PROJECT_REPONAME CIRCLE_JOB
            number  CIRCLE_BUILD_NUM
            slices  CIRCLE_NODE_TOTAL
            link    {CIRCLE_BUILD_URL}
            branch  CIRCLE_BRANCH CIRCLE_TAG
            commit  CIRCLE_SHA1
            change  CIRCLE_PR_NUMBER CIRCLE_PULL_REQUEST
            user    CIRCLE_USERNAME
            """),
    /** Two builds may have one {@code BUILD_NUMBER}, whose format is free. */
    TEAMCITY("TeamCity", """
            mark    TEAMCITY_VERSION
            id      teamcity.build.id teamcity.serverUrl
            title   TEAMCITY_PROJECT_NAME TEAMCITY_BUILDCONF_NAME
            number  BUILD_NUMBER
            link    {BUILD_URL}
            link    {teamcity.serverUrl}/viewLog.html?buildId={teamcity.build.id}
            branch  teamcity.build.branch
            commit  BUILD_VCS_NUMBER build.vcs.number
            change  teamcity.pullRequest.number
            user    teamcity.build.triggeredBy.username
            """),
    /** The last one, as its agents are often started by others, and hand its variables on to others. */
    JENKINS("Jenkins", """
            mark    JENKINS_URL JENKINS_NODE_COOKIE JENKINS_SERVER_COOKIE
            id      BUILD_NUMBER JOB_NAME JENKINS_URL
            title   JOB_NAME
            number  BUILD_NUMBER
            link    {BUILD_URL}
            branch  CHANGE_BRANCH BRANCH_NAME GIT_BRANCH
            commit  GIT_COMMIT
            change  CHANGE_ID
            """);

    /** Of AWS CodeBuild, Bamboo and GoCD, which do not set {@code CI}. */
    private static final List<String> MARKS_OF_OTHERS =
            List.of("CODEBUILD_BUILD_ID", "bamboo_buildKey", "GO_PIPELINE_NAME");

    private final String title;
    private final String table;

    CiSystem(String title, String table) {
        this.title = title;
        this.table = table;
    }

    /**
     * Returns whether this is a build of any CI system, also of one that is not known here. Reads nothing but the map.
     */
    public static boolean isCi(Map<String, String> environment) {
        CiVariables values = new CiVariables(environment);
        String ci = values.raw("CI").toLowerCase(Locale.ROOT);
        if (!ci.isEmpty() && !ci.equals("false") && !ci.equals("0") && !ci.equals("no")) {
            return true;
        }
        for (String mark : MARKS_OF_OTHERS) {
            if (!values.raw(mark).isEmpty()) {
                return true;
            }
        }
        for (CiSystem system : values()) {
            if (system.isMarked(values)) {
                return true;
            }
        }
        return false;
    }

    boolean isMarked(CiVariables values) {
        return !values.first(variables(CiFact.MARK)).isEmpty();
    }

    /** Returns the name of the system, such as {@code GitHub Actions}. */
    public String title() {
        return title;
    }

    /** Returns the start of the keys of its jobs, in lower-case letters. */
    String keyPrefix() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns the names of the variables; none if the system has none for this. */
    List<String> variables(CiFact fact) {
        String kind = fact.name().toLowerCase(Locale.ROOT) + " ";
        List<String> names = new ArrayList<>();
        for (String line : table.split("\n", -1)) {
            if (line.startsWith(kind)) {
                names.addAll(List.of(line.substring(kind.length()).strip().split(" ", -1)));
            }
        }
        return names;
    }
}
