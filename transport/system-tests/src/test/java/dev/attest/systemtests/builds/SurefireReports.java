package dev.attest.systemtests.builds;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** The XML reports that Surefire writes of a project. */
public final class SurefireReports {

    private SurefireReports() {}

    /** Returns a line for each test case, sorted: its name, its class and its outcome in the words of Azure DevOps. */
    public static List<String> outcomes(Path project) throws IOException {
        return testCases(project).stream()
                .map(each -> nameOf(each) + ": " + outcomeOf(each))
                .sorted()
                .toList();
    }

    /** Returns name and class of each test case. */
    static List<String> names(Path project) throws IOException {
        return testCases(project).stream().map(SurefireReports::nameOf).toList();
    }

    private static List<Element> testCases(Path project) throws IOException {
        List<Element> all = new ArrayList<>();
        try (Stream<Path> files = Files.list(project.resolve("target/surefire-reports"))) {
            for (Path file : files.filter(each -> each.getFileName().toString().matches("TEST-.*[.]xml"))
                    .toList()) {
                NodeList cases = DocumentBuilderFactory.newInstance()
                        .newDocumentBuilder()
                        .parse(file.toFile())
                        .getElementsByTagName("testcase");
                IntStream.range(0, cases.getLength())
                        .mapToObj(index -> (Element) cases.item(index))
                        .filter(each -> !each.getAttribute("name").isEmpty())
                        .forEach(all::add);
            }
            return all;
        } catch (ParserConfigurationException | SAXException e) {
            throw new IOException(e);
        }
    }

    private static String nameOf(Element testCase) {
        return testCase.getAttribute("name") + " in " + testCase.getAttribute("classname");
    }

    private static String outcomeOf(Element testCase) {
        if (testCase.getElementsByTagName("skipped").getLength() > 0) {
            return "NotExecuted";
        }
        int failures = testCase.getElementsByTagName("failure").getLength()
                + testCase.getElementsByTagName("error").getLength();
        return failures > 0 ? "Failed" : "Passed";
    }
}
