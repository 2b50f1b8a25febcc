package dev.attest.internal.config.setting;

import dev.attest.When;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;

/** The settings of QAComplete. */
public final class QaCompleteKeys {

    private static final Keys.Group ALL = new Keys.Group();

    public static final Key<URI> URL = ALL.add(Key.of(
            "attest.qacomplete.url", ValueTypes.QACOMPLETE_URL, "The REST API of QAComplete that gets the results."));
    public static final Key<Integer> PROJECT = ALL.add(
            Key.of("attest.qacomplete.project", ValueTypes.id("project"), "The project that gets the results."));
    public static final Key<String> USER = ALL.add(Key.of(
            "attest.qacomplete.user",
            ValueTypes.LOGIN,
            "The user of QAComplete who publishes the results; the API does not accept single sign-on."));
    public static final Key<Secret> PASSWORD = ALL.add(Key.of(
            "attest.qacomplete.password",
            ValueTypes.PASSWORD,
            "The password of that user; set it in the environment, where others cannot read it."));
    public static final Key<Path> PASSWORD_FILE = ALL.add(Key.of(
            "attest.qacomplete.password-file",
            ValueTypes.FILE,
            "A file that contains the password and nothing else, and that only its owner can read."));
    public static final Key<Integer> TEST_SET = ALL.add(Key.of(
            "attest.qacomplete.test-set", ValueTypes.id("test set"), "The test set whose test run gets the results."));
    public static final Key<Integer> RELEASE =
            ALL.add(Key.of("attest.qacomplete.release", ValueTypes.id("release"), "The release of the test run."));
    public static final Key<Integer> CONFIGURATION = ALL.add(Key.of(
            "attest.qacomplete.configuration", ValueTypes.id("configuration"), "The configuration of the test run."));
    public static final Key<Path> MAPPING_FILE = ALL.add(Key.of(
            "attest.qacomplete.mapping-file",
            ValueTypes.FILE,
            "A file in UTF-8 with lines such as shop.CartTest.adds = 77, which name QAComplete's test for a class or a"
                    + " method."));
    public static final Key<String> CUSTOM_FIELD = ALL.add(Key.of(
            "attest.qacomplete.custom-field",
            ValueTypes.text("the name of a custom field"),
            "The custom field of QAComplete's tests that contains package.Class.method."));
    public static final Key<StatusNames> STATUSES = ALL.add(Key.of(
            "attest.qacomplete.statuses",
            ValueTypes.STATUS_NAMES,
            StatusNames.DEFAULT,
            "The names that the project has for the statuses of tests; those that are not given keep their defaults."));
    public static final Key<When> FILES = ALL.add(Key.of(
            "attest.qacomplete.files",
            ValueTypes.oneOf(List.of(When.FAILED, When.ALWAYS, When.NEVER)),
            When.NEVER,
            "The tests whose files are also added to the test of QAComplete."));
    public static final Key<ResourceVersions> VERSIONS = ALL.add(Key.of(
            "attest.qacomplete.versions",
            ValueTypes.RESOURCE_VERSIONS,
            ResourceVersions.DEFAULT,
            "The versions of the REST API that Attest uses; those that are not given keep their defaults."));

    private QaCompleteKeys() {}

    public static List<Key<?>> all() {
        return ALL.toList();
    }
}
