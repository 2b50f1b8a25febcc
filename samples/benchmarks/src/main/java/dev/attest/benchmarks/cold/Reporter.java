package dev.attest.benchmarks.cold;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** What watches a suite, in the order in which it is printed. */
enum Reporter {
    NOTHING("nothing"),
    NO_SETTINGS("Attest, no settings"),
    JOURNAL("Attest, journal only"),
    PUBLISHING("Attest, publishing"),
    ALLURE("Allure"),
    REPORT_PORTAL("ReportPortal");

    private static final String DETECT = "-Djunit.jupiter.extensions.autodetection.enabled=true";

    private final String title;

    Reporter(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }

    /** Returns the Jupiter extension that its users register; empty if its jar does. */
    String extension() {
        return this == REPORT_PORTAL ? "com.epam.reportportal.junit5.ReportPortalExtension" : "";
    }

    /** Returns whether a jar belongs on the class path of a suite with this reporter. */
    boolean needs(String jar) {
        boolean attest = jar.startsWith("attest-") && !jar.startsWith("attest-stand-in");
        boolean allure = jar.startsWith("allure-");
        boolean framework = jar.matches("(junit-|testng-|opentest4j-|apiguardian-|jspecify-|jcommander-|slf4j-).*");
        return switch (this) {
            case NOTHING -> framework;
            case NO_SETTINGS, JOURNAL, PUBLISHING -> framework || attest;
            case ALLURE -> framework || allure;
            case REPORT_PORTAL -> !jar.startsWith("attest-") && !allure;
        };
    }

    /** Returns the variables of a process that reports with it. */
    Map<String, String> environment() {
        return this == PUBLISHING ? Map.of("ATTEST_AZURE_TOKEN", Services.TOKEN) : Map.of();
    }

    /**
     * Returns the options of a JVM that reports with it.
     *
     * @param folder an empty folder of this run
     * @param services where they publish to
     */
    List<String> options(Path folder, Services services) {
        return switch (this) {
            case NOTHING, NO_SETTINGS -> List.of();
            case JOURNAL -> List.of("-Dattest.journal.dir=" + folder);
            case PUBLISHING ->
                List.of(
                        "-Dattest.journal.dir=" + folder,
                        "-Dattest.azure.url=" + services.azure(),
                        "-Dattest.azure.project=" + Services.PROJECT);
            case ALLURE -> List.of(DETECT, "-Dallure.results.directory=" + folder);
            case REPORT_PORTAL ->
                List.of(
                        DETECT,
                        "-Drp.endpoint=" + services.reportPortal(),
                        "-Drp.api.key=none",
                        "-Drp.project=demo",
                        "-Drp.launch=cold",
                        "-Drp.enable=true");
        };
    }
}
