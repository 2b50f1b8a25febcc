package dev.attest.internal.config.origin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** The variables of one job of each CI system, as it sets them. */
enum Jobs {
    AZURE(
            """
            TF_BUILD=True
            BUILD_BUILDID=42
            BUILD_BUILDNUMBER=20261201.7
            SYSTEM_COLLECTIONURI=https://dev.azure.com/contoso/
            SYSTEM_TEAMPROJECT=shop
            SYSTEM_STAGENAME=Test
            SYSTEM_PHASENAME=verify
            BUILD_SOURCEBRANCH=refs/heads/main
            BUILD_SOURCEVERSION=1a2b3c4d5e6f708192a3b4c5d6e7f8091a2b3c4d
            BUILD_REQUESTEDFOR=ann
            """,
            "build 20261201.7 of Test/verify (Azure Pipelines), branch main, commit 1a2b3c4d,"
                    + " https://dev.azure.com/contoso/shop/_build/results?buildId=42, started by ann"),
    GITHUB(
            """
            CI=true
            GITHUB_ACTIONS=true
            GITHUB_SERVER_URL=https://github.com
            GITHUB_REPOSITORY=contoso/shop
            GITHUB_WORKFLOW=CI
            GITHUB_JOB=verify
            GITHUB_RUN_ID=9876543210
            GITHUB_RUN_NUMBER=4711
            GITHUB_RUN_ATTEMPT=2
            GITHUB_REF=refs/pull/12/merge
            GITHUB_REF_NAME=12/merge
            GITHUB_HEAD_REF=fix
            GITHUB_SHA=1a2b3c4d5e6f708192a3b4c5d6e7f8091a2b3c4d
            GITHUB_ACTOR=ben
            GITHUB_TRIGGERING_ACTOR=ann
            RUNNER_TRACKING_ID=github_1f3d9475-6c94-40ee-a160-8b3fd282c3a1
            """,
            "build 4711, attempt 2, of shop/CI/verify (GitHub Actions), pull request 12, branch fix, commit 1a2b3c4d,"
                    + " https://github.com/contoso/shop/actions/runs/9876543210/attempts/2, started by ann"),
    GITLAB(
            """
            CI=true
            GITLAB_CI=true
            CI_SERVER_URL=https://gitlab.contoso.com
            CI_PROJECT_NAME=shop
            CI_PIPELINE_ID=98765
            CI_PIPELINE_IID=4711
            CI_JOB_ID=1234567
            CI_JOB_NAME=verify 1/4
            CI_JOB_URL=https://gitlab.contoso.com/contoso/shop/-/jobs/1234567
            CI_COMMIT_REF_NAME=main
            CI_COMMIT_SHA=1a2b3c4d5e6f708192a3b4c5d6e7f8091a2b3c4d
            CI_NODE_INDEX=1
            CI_NODE_TOTAL=4
            GITLAB_USER_LOGIN=ann
            """,
            "build 4711 of shop/verify 1/4 (GitLab CI), branch main, commit 1a2b3c4d,"
                    + " https://gitlab.contoso.com/contoso/shop/-/jobs/1234567, started by ann"),
    BITBUCKET(
            """
            CI=true
            BITBUCKET_BUILD_NUMBER=4711
            BITBUCKET_REPO_FULL_NAME=contoso/shop
            BITBUCKET_REPO_SLUG=shop
            BITBUCKET_STEP_UUID={5a50dd52-5ab7-4225-831c-4db9451375a2}
            BITBUCKET_STEP_RUN_NUMBER=1
            BITBUCKET_BRANCH=main
            BITBUCKET_COMMIT=1a2b3c4d5e6f708192a3b4c5d6e7f8091a2b3c4d
            """,
            "build 4711 of shop (Bitbucket Pipelines), branch main, commit 1a2b3c4d,"
                    + " https://bitbucket.org/contoso/shop/pipelines/results/4711"),
    CIRCLECI(
            """
            CI=true
            CIRCLECI=true
            CIRCLE_WORKFLOW_ID=5a50dd52-5ab7-4225-831c-4db9451375a2
            CIRCLE_BUILD_NUM=4711
            CIRCLE_BUILD_URL=https://circleci.com/gh/contoso/shop/4711
            CIRCLE_JOB=verify
            CIRCLE_PROJECT_REPONAME=shop
            CIRCLE_BRANCH=main
            CIRCLE_SHA1=1a2b3c4d5e6f708192a3b4c5d6e7f8091a2b3c4d
            CIRCLE_NODE_INDEX=1
            CIRCLE_NODE_TOTAL=4
            CIRCLE_USERNAME=ann
            """,
            "build 4711 of shop/verify (CircleCI), branch main, commit 1a2b3c4d,"
                    + " https://circleci.com/gh/contoso/shop/4711, started by ann"),
    TEAMCITY(
            """
            TEAMCITY_VERSION=2025.03
            TEAMCITY_PROJECT_NAME=Shop
            TEAMCITY_BUILDCONF_NAME=Verify
            BUILD_NUMBER=4711
            BUILD_VCS_NUMBER=1a2b3c4d5e6f708192a3b4c5d6e7f8091a2b3c4d
            """,
            "build 4711 of Shop/Verify (TeamCity), branch main, commit 1a2b3c4d,"
                    + " https://ci.contoso.com/viewLog.html?buildId=98765, started by ann"),
    JENKINS(
            """
            CI=true
            JENKINS_URL=https://ci.contoso.com/
            JOB_NAME=shop/main
            BUILD_NUMBER=4711
            BUILD_URL=https://ci.contoso.com/job/shop/job/main/4711/
            BRANCH_NAME=main
            GIT_COMMIT=1a2b3c4d5e6f708192a3b4c5d6e7f8091a2b3c4d
            """,
            "build 4711 of shop/main (Jenkins), branch main, commit 1a2b3c4d,"
                    + " https://ci.contoso.com/job/shop/job/main/4711/");

    private final String variables;
    private final String description;

    Jobs(String variables, String description) {
        this.variables = variables;
        this.description = description;
    }

    /** Returns a copy; the files that TeamCity adds are in the folder. */
    Map<String, String> variables(Path folder) {
        Map<String, String> all = new HashMap<>();
        variables.lines().forEach(line -> {
            int equals = line.indexOf('=');
            all.put(line.substring(0, equals), line.substring(equals + 1));
        });
        if (this == TEAMCITY) {
            all.put("TEAMCITY_BUILD_PROPERTIES_FILE", properties(folder).toString());
        }
        return all;
    }

    String description() {
        return description;
    }

    private static Path properties(Path folder) {
        try {
            Path configuration = Files.writeString(
                    folder.resolve("config.properties"),
                    "teamcity.serverUrl=https\\://ci.contoso.com\nteamcity.build.branch=refs/heads/main\n"
                            + "teamcity.build.triggeredBy.username=ann\nsecure\\:password=geheim\n");
            return Files.writeString(
                    folder.resolve("build.properties"),
                    "teamcity.build.id=98765\nteamcity.configuration.properties.file="
                            + configuration.toString().replace("\\", "\\\\") + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
