package dev.attest.internal.config.setting;

import dev.attest.When;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;

/** The settings that do not depend on a service. */
public final class CommonKeys {

    private static final Keys.Group ALL = new Keys.Group();

    public static final Key<Boolean> ENABLED = ALL.add(Key.of(
            "attest.enabled",
            ValueTypes.FLAG,
            true,
            "Whether Attest does anything at all: false switches it off, and so does a value that is not usable."));
    public static final Key<String> PROXY = ALL.add(Key.of(
                    "attest.proxy",
                    ValueTypes.PROXY,
                    "The proxy to the services, or none; set one with a password in the environment, where others cannot"
                            + " read it.")
            .withDefaultText("the proxy of the JVM, otherwise HTTPS_PROXY or HTTP_PROXY"));
    public static final Key<Path> TRUST_STORE = ALL.add(Key.of(
            "attest.trust-store",
            ValueTypes.path("a PKCS12, JKS or PEM file of certificates"),
            "Certificates that Attest trusts in addition to those that the JVM trusts."));
    public static final Key<Secret> TRUST_STORE_PASSWORD = ALL.add(Key.of(
            "attest.trust-store-password", ValueTypes.STORE_PASSWORD, "The password of a PKCS12 or JKS trust store."));
    public static final Key<When> OUTPUT = ALL.add(Key.of(
            "attest.output",
            ValueTypes.oneOf(List.of(When.FAILED, When.ALWAYS, When.NEVER)),
            When.FAILED,
            "The tests whose console output is attached; failed includes those that never ended."));
    public static final Key<When> SCREENSHOT = ALL.add(Key.of(
            "attest.screenshot",
            ValueTypes.oneOf(List.of(When.FAILED, When.ALWAYS, When.NEVER)),
            When.FAILED,
            "The tests whose browsers Attest takes screenshots of."));
    public static final Key<Boolean> PAGE_SOURCE = ALL.add(Key.of(
            "attest.page-source",
            ValueTypes.FLAG,
            true,
            "Whether the source of the page is attached with each screenshot."));
    public static final Key<Boolean> BROWSER_CONSOLE = ALL.add(Key.of(
            "attest.browser-console",
            ValueTypes.FLAG,
            true,
            "Whether the console of the browser is attached with each screenshot."));
    public static final Key<Boolean> SCREENSHOT_SESSIONS = ALL.add(Key.of(
            "attest.screenshot.sessions",
            ValueTypes.FLAG,
            true,
            "Whether Attest also finds browsers by the sessions that Selenium has open."));
    public static final Key<Boolean> SCREENSHOT_BEFORE_QUIT = ALL.add(Key.of(
            "attest.screenshot.before-quit",
            ValueTypes.FLAG,
            true,
            "Whether Attest keeps the last page of a session that ends before the outcome of its test is known."));
    public static final Key<AnnotationLevel> ANNOTATIONS = ALL.add(Key.of(
            "attest.annotations",
            ValueTypes.oneOf(List.of(AnnotationLevel.ERROR, AnnotationLevel.WARNING, AnnotationLevel.OFF)),
            AnnotationLevel.ERROR,
            "What a failed test becomes in the log of Azure Pipelines and GitHub Actions, at the line of its code."));
    public static final Key<Path> QUARANTINE_FILE = ALL.add(
            Key.of(
                    "attest.quarantine-file",
                    ValueTypes.path("a file"),
                    "A file of tests whose failures are known until a day: they are called quarantined, and their outcomes stay."));
    public static final Key<Integer> HISTORY_DAYS = ALL.add(Key.of(
            "attest.history.days",
            ValueTypes.wholeNumber(0, 56),
            14,
            "How many days of earlier results tell whether a failure is new or known, and which tests are flaky or slow;"
                    + " 0 asks for none."));
    public static final Key<ConsoleStyle> CONSOLE = ALL.add(Key.of(
            "attest.console",
            ValueTypes.oneOf(List.of(ConsoleStyle.PLAIN, ConsoleStyle.QUIET)),
            ConsoleStyle.PLAIN,
            "What Attest prints: quiet prints nothing at the start, and at the end only what was not published; commands"
                    + " for the CI system and warnings are printed in any case."));
    public static final Key<Duration> SCREENSHOT_TIMEOUT = ALL.add(Key.of(
            "attest.screenshot.timeout",
            ValueTypes.DURATION,
            Duration.ofSeconds(5),
            "How long the screenshots of one test may take together, with page sources and consoles."));
    public static final Key<String> ATTACHMENT_TYPES = ALL.add(Key.of(
            "attest.attachment-types",
            ValueTypes.text("rules such as *.har=GeneralAttachment, report-*.xml=TmiTestRunSummary"),
            "The attachment types of files by their names; these rules take precedence over the built-in ones."));
    public static final Key<Pattern> MASK = ALL.add(Key.of(
            "attest.mask",
            ValueTypes.REGULAR_EXPRESSION,
            "Text that Attest masks in addition to the values of variables that are named like secrets."));
    public static final Key<List<String>> MASK_VARIABLES = ALL.add(Key.of(
            "attest.mask.variables",
            ValueTypes.names("names with wildcards, such as DB_CONN, LICENSE_*"),
            "Further environment variables and system properties whose values are masked."));
    public static final Key<List<Path>> MARK_ROOTS = ALL.add(Key.of(
            "attest.attachment-marks.roots",
            ValueTypes.paths("folders, separated by commas or semicolons"),
            "Folders whose files an ATTACHMENT line in the output may name, in addition to those of the build and of"
                    + " temporary files."));
    public static final Key<Path> JOURNAL_DIR = ALL.add(Key.of(
                    "attest.journal.dir",
                    ValueTypes.path("a folder"),
                    "The folder that keeps results until they are delivered; if it is set and no service is, Attest only"
                            + " records.")
            .withDefaultText("target/attest or build/attest of the build, otherwise a temporary folder of the user"));
    public static final Key<Duration> END_TIMEOUT = ALL.add(Key.of(
            "attest.end.timeout",
            ValueTypes.DURATION,
            Duration.ofSeconds(20),
            "How long the end of a run waits for the delivery of its results."));
    public static final Key<String> RUN_SCOPE = ALL.add(Key.of(
            "attest.run.scope",
            ValueTypes.RUN_SCOPE,
            RunScope.OF_BUILD,
            "The JVMs that share one run: build for all JVMs of a build, jvm for none, or a text for all JVMs that have"
                    + " the same text."));

    private CommonKeys() {}

    public static List<Key<?>> all() {
        return ALL.toList();
    }
}
