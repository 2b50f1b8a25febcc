package dev.attest.spi;

import java.util.List;
import java.util.Objects;

/**
 * A test, as its framework describes it.
 *
 * @param id identity of the test
 * @param title display names from the class down, joined by {@code " › "}
 * @param tags tags or groups, in no particular order
 * @param reportName name in the XML report of Surefire
 * @param links items that the code of the test names
 */
public record TestDescription(TestId id, String title, List<String> tags, ReportName reportName, Links links) {

    public TestDescription {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(reportName, "reportName");
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

    /** Returns a copy with these links. */
    public TestDescription linkedTo(Links links) {
        return new TestDescription(id, title, tags, reportName, links);
    }
}
