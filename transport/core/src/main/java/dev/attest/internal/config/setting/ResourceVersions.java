package dev.attest.internal.config.setting;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The versions of QAComplete's REST API, one for each kind of resource.
 *
 * @param files of attachments
 * @param testRuns of test runs and their items
 * @param tests of tests and test sets
 */
public record ResourceVersions(String files, String testRuns, String tests) {

    private static final Pattern VERSION = Pattern.compile("v\\d{1,2}");

    static final ValueType<ResourceVersions> TYPE =
            ValueTypes.named(List.of("files", "testruns", "tests"), ResourceVersions::of);

    /** The documented ones. */
    public static final ResourceVersions DEFAULT = new ResourceVersions("v1", "v2", "v1");

    public ResourceVersions {
        for (String version : new String[] {files, testRuns, tests}) {
            if (!VERSION.matcher(version).matches()) {
                throw new IllegalArgumentException("versions such as files=v1, testruns=v2, tests=v1");
            }
        }
    }

    private static ResourceVersions of(Map<String, String> versions) {
        return new ResourceVersions(
                versions.getOrDefault("files", DEFAULT.files()),
                versions.getOrDefault("testruns", DEFAULT.testRuns()),
                versions.getOrDefault("tests", DEFAULT.tests()));
    }

    /** Returns the text that sets these versions. */
    @Override
    public String toString() {
        return "files=" + files + ", testruns=" + testRuns + ", tests=" + tests;
    }
}
