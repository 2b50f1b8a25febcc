package dev.attest.spi;

import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;

/**
 * A test as its framework describes it.
 *
 * @param id identity of the test
 * @param title title for people: the display names from the class down, joined by {@code " › "}
 * @param tags tags or groups, in no particular order
 * @param reportName name in the XML report of Surefire
 * @param links items that the code of the test names
 */
public record TestDescription(TestId id, String title, List<String> tags, ReportName reportName, Links links) {

    public TestDescription {
        tags = List.copyOf(tags);
        Objects.requireNonNull(links, "links");
    }

    /** Creates a description without links. */
    public TestDescription(TestId id, String title, List<String> tags, ReportName reportName) {
        this(id, title, tags, reportName, Links.NONE);
    }

    /** Creates a description without links. Surefire reports the test by its class and the name of its method. */
    public TestDescription(TestId id, String title, List<String> tags) {
        this(id, title, tags, new ReportName(id.className(), id.methodName()));
    }

    /** Returns a copy with other links. */
    public TestDescription linkedTo(Links other) {
        return new TestDescription(id, title, tags, reportName, other);
    }

    /** Returns the same test with what is done to each name that people read, such as the masking of secrets. */
    public TestDescription renamed(UnaryOperator<String> names) {
        ReportName report = new ReportName(reportName.className(), names.apply(reportName.name()));
        return new TestDescription(id, names.apply(title), tags, report, links);
    }
}
