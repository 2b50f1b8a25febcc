package dev.attest.testkit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.w3c.dom.Element;

/** What Surefire says in the files {@code TEST-*.xml} of a folder. */
public final class SurefireReport {

    private SurefireReport() {}

    /** Returns what is told of each test, and of each attempt at a test that Surefire ran again. */
    public static List<ReportedTest> read(Path folder) throws IOException {
        List<ReportedTest> tests = new ArrayList<>();
        testcases(folder).forEach(each -> add(each, tests));
        return tests;
    }

    /** Returns how many milliseconds each test took, by its class and its name. */
    public static Map<String, Double> millis(Path folder) throws IOException {
        Map<String, Double> millis = new TreeMap<>();
        for (Element each : testcases(folder)) {
            millis.put(
                    each.getAttribute("classname") + "." + each.getAttribute("name"),
                    1000 * Double.parseDouble(each.getAttribute("time")));
        }
        return millis;
    }

    private static List<Element> testcases(Path folder) throws IOException {
        List<Element> all = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                if (file.getFileName().toString().matches("TEST-.*\\.xml")) {
                    all.addAll(XmlReport.descendants(XmlReport.root(file), "testcase"));
                }
            }
        }
        return all;
    }

    private static void add(Element testcase, List<ReportedTest> tests) {
        String type = testcase.getAttribute("classname");
        String name = testcase.getAttribute("name");
        boolean passed = true;
        for (Element child : XmlReport.children(testcase)) {
            String thrown = child.getAttribute("type");
            String message = child.getAttribute("message");
            switch (child.getTagName()) {
                case "failure", "error", "rerunFailure", "rerunError" -> {
                    tests.add(new ReportedTest(type, name, ReportedTest.FAILED, thrown, message));
                    passed = false;
                }
                case "flakyFailure", "flakyError" ->
                    tests.add(new ReportedTest(type, name, ReportedTest.FAILED, thrown, message));
                case "skipped" -> {
                    tests.add(new ReportedTest(type, name, ReportedTest.NOT_EXECUTED, thrown, message));
                    passed = false;
                }
                default -> {}
            }
        }
        if (passed) {
            tests.add(ReportedTest.passed(type, name));
        }
    }
}
