package dev.attest.junit5;

import dev.attest.spi.DisplayNames;
import dev.attest.spi.FingerprintMap;
import dev.attest.spi.ReportName;
import dev.attest.spi.TestCode;
import dev.attest.spi.TestDescription;
import dev.attest.spi.TestId;
import dev.attest.spi.TestLinks;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.TestSource;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TestIdentifier;

/**
 * Describes the invocations of one template, such as those of a parameterized test, as {@link TestNode} does. A suite
 * may have thousands, which run before the JVM has compiled anything: what they have in common is found once.
 * Thread-safe.
 *
 * <pre>{@code
 * key    [engine:junit-jupiter]/[class:shop.CartTest]/[test-template:adds(int)]/[test-template-invocation:#2]
 * path   #2
 * name   shop.CartTest.adds[2]
 * title  CartTest › adds(int) › [2] 7
 * }</pre>
 *
 * <p>All invocations of a template have the same of each up to the number; of the title, up to the display name.
 */
final class Invocations {

    static final String TYPE = "test-template-invocation";

    private static final String STEP = "/[" + TYPE + ":";

    private final TestNode template;
    private final List<UniqueId.Segment> templateSegments;
    private final TestCode code;

    /** Display names of an invocation that adds none, because its own begins with its number. */
    private final DisplayNames names;

    private final TestId id;
    private final String keyStart;
    private final String pathStart;

    /** The key and the name up to the number, as {@link FingerprintMap#part} returns them. */
    private final long keyParts;

    private final long nameParts;
    private final int nameLength;

    private volatile @Nullable ReportClass reportClass;

    /** The class of an invocation, as its source names it and as the XML report does. */
    private record ReportClass(String inCode, String reported) {}

    /**
     * @param fingerprint of the unique id of the template
     * @param way to the template, whose class and method are known
     */
    Invocations(TestNode template, UniqueId templateId, long fingerprint, NodeIdentity way) {
        this.template = template;
        this.templateSegments = templateId.getSegments();
        this.code = template.code();
        this.names = way.displayNames();
        this.id = way.plainId("");
        this.keyStart = template.key() + STEP;
        this.pathStart = id.path().isEmpty() ? "" : id.path() + "/";
        this.keyParts = FingerprintMap.part(fingerprint, STEP);
        String name = withPath("#").invocationName();
        this.nameLength = name.length() - 1; // up to the bracket that ends it
        this.nameParts = FingerprintMap.part(FingerprintMap.of(id.className()), name.substring(0, nameLength));
    }

    /** Describes a child of the template; returns null if it is anything but a numbered invocation of a method. */
    @Nullable
    DescribedTest describe(TestIdentifier step, TestLinks links) {
        UniqueId uniqueId = step.getUniqueIdObject();
        UniqueId.Segment segment = uniqueId.getLastSegment();
        String number = segment.getType().equals(TYPE) ? numberIn(segment.getValue()) : "";
        TestSource source = step.getSource().orElse(null);
        if (number.isEmpty()
                || step.isContainer()
                || !(source instanceof MethodSource method)
                || !isChild(uniqueId.getSegments())) {
            return null;
        }
        TestDescription test = new TestDescription(
                idOf(segment.getValue(), number),
                template.titleOf(step),
                template.tagsWith(step),
                reportName(step, method));
        return new DescribedTest(
                keyStart + segment.getValue() + "]", links.test(test, code, namesOf(step, number)), code);
    }

    /** Segment by segment: an id has those of its parent, and the Platform compares them in two views of the lists. */
    private boolean isChild(List<UniqueId.Segment> segments) {
        if (segments.size() != templateSegments.size() + 1) {
            return false;
        }
        for (int i = 0; i < templateSegments.size(); i++) {
            if (!segments.get(i).equals(templateSegments.get(i))) {
                return false;
            }
        }
        return true;
    }

    private TestId idOf(String value, String number) {
        long key = FingerprintMap.part(FingerprintMap.part(keyParts, value), "]");
        long name = FingerprintMap.part(FingerprintMap.part(nameParts, number), "]");
        return DistinctIds.of(
                withPath(value),
                FingerprintMap.end(name, nameLength + number.length() + 1),
                FingerprintMap.end(key, STEP.length() + value.length() + 1));
    }

    private TestId withPath(String lastStep) {
        return new TestId(id.engine(), id.className(), id.method(), pathStart + lastStep);
    }

    private DisplayNames namesOf(TestIdentifier step, String number) {
        return NodeIdentity.isNumbered(step.getDisplayName(), number) ? names : names.withMade(step.getDisplayName());
    }

    private ReportName reportName(TestIdentifier step, MethodSource method) {
        ReportClass known = reportClass;
        if (known == null || !known.inCode().equals(method.getClassName())) {
            ReportName first = template.reportNameOf(step);
            reportClass = new ReportClass(method.getClassName(), first.className());
            return first;
        }
        return new ReportName(known.reported(), template.nameInReportOf(step));
    }

    /** Returns the 2 of {@code #2}; empty if it is anything else. */
    private static String numberIn(String value) {
        int length = value.length();
        if (length < 2 || value.charAt(0) != '#') {
            return "";
        }
        for (int at = 1; at < length; at++) {
            if (value.charAt(at) < '0' || value.charAt(at) > '9') {
                return "";
            }
        }
        return value.substring(1);
    }
}
