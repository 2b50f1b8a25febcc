package dev.attest.internal.config.setting;

import java.util.Map;

/**
 * The versions of QAComplete's REST API, one for each kind of resource.
 *
 * @param files of attachments
 * @param testRuns of test runs and their items
 * @param tests of tests and test sets
 */
public record ResourceVersions(String files, String testRuns, String tests) {

    /** The documented ones. */
    public static final ResourceVersions DEFAULT = new ResourceVersions("v1", "v2", "v1");

    public ResourceVersions {
        for (String version : new String[] {files, testRuns, tests}) {
            if (!isVersion(version)) {
                throw new IllegalArgumentException("versions such as files=v1, testruns=v2, tests=v1");
            }
        }
    }

    private static boolean isVersion(String text) {
        boolean valid = text.startsWith("v") && (text.length() == 2 || text.length() == 3);
        for (int i = 1; i < text.length(); i++) {
            valid &= text.charAt(i) >= '0' && text.charAt(i) <= '9';
        }
        return valid;
    }

    /** Returns the versions by their keys, and the default of each that is absent. */
    static ResourceVersions of(Map<String, String> versions) {
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
