package dev.attest.testkit;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.w3c.dom.Element;

/** What TestNG says in {@code testng-results.xml}. An attempt that it retries is {@code SKIP} there. */
public final class TestNgReport {

    private static final String FAIL = "FAIL";

    private final List<Element> methods = new ArrayList<>();

    private TestNgReport() {}

    public static TestNgReport read(Path file) throws IOException {
        TestNgReport report = new TestNgReport();
        report.methods.addAll(XmlReport.descendants(XmlReport.root(file), "test-method"));
        return report;
    }

    /** Returns the tests, and the configuration methods that failed. */
    public List<ReportedTest> tests() {
        return methods.stream()
                .filter(method -> !isConfiguration(method)
                        || method.getAttribute("status").equals(FAIL))
                .map(TestNgReport::reported)
                .toList();
    }

    /** Returns the names of all configuration methods. */
    public Set<String> configurationMethods() {
        return methods.stream()
                .filter(TestNgReport::isConfiguration)
                .map(method -> method.getAttribute("name"))
                .collect(Collectors.toSet());
    }

    private static boolean isConfiguration(Element method) {
        return method.getAttribute("is-config").equals("true");
    }

    private static ReportedTest reported(Element method) {
        Optional<Element> exception = XmlReport.child(method, "exception");
        String outcome = switch (method.getAttribute("status")) {
            case "PASS", "SUCCESS_PERCENTAGE_FAILURE" -> ReportedTest.PASSED;
            case "SKIP" -> ReportedTest.NOT_EXECUTED;
            case FAIL -> ReportedTest.FAILED;
            default -> throw new IllegalArgumentException("unknown status: " + method.getAttribute("status"));
        };
        String type = ((Element) method.getParentNode()).getAttribute("name");
        return new ReportedTest(
                type,
                method.getAttribute("name"),
                outcome,
                exception.map(each -> each.getAttribute("class")).orElse(""),
                exception
                        .flatMap(each -> XmlReport.child(each, "message"))
                        .map(each -> each.getTextContent().strip())
                        .orElse(""));
    }
}
