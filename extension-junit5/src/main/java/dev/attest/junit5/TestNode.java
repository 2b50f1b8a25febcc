package dev.attest.junit5;

import dev.attest.junit5.ClassFixtures.Phase;
import dev.attest.spi.FingerprintMap;
import dev.attest.spi.ReportName;
import dev.attest.spi.TestCode;
import dev.attest.spi.TestDescription;
import dev.attest.spi.TestLinks;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.platform.commons.JUnitException;
import org.junit.platform.engine.TestTag;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/**
 * A test or container of a plan, with its ancestors. Each step from the engine down names the class or the method, or
 * distinguishes an invocation from its siblings and becomes a part of the path:
 *
 * <pre>{@code
 * [engine:junit-platform-suite]
 * [suite:com.shop.Smoke]                        path  com.shop.Smoke
 * [engine:junit-jupiter]                        engine junit-jupiter
 * [class:com.shop.CartTest]
 * [nested-class:Empty]                          class  com.shop.CartTest$Empty
 * [test-template:adds(int)]                     method adds(int); path (int) if it is overloaded
 * [test-template-invocation:#2]                 path   com.shop.Smoke/#2
 * }</pre>
 *
 * <p>Only names in the code and indices count, so that a test with a new display name is still the same test. See
 * {@link NodeIdentity} for tests without a class or a method.
 */
final class TestNode {

    /** Annotations of templates whose invocations are attempts at one test. */
    private static final Set<String> RETRYING = Set.of("org.junitpioneer.jupiter.RetryingTest");

    private static final SurefireNames REPORT = SurefireNames.ofThisJvm();

    private static final String SEPARATOR = " › ";

    private final @Nullable TestNode parent;
    private final List<TestIdentifier> steps;
    private final String key;

    /** Of the unique id. */
    private final long fingerprint;

    private final List<String> engines;

    /** The way to the children, which does not end here. */
    private final NodeIdentity way;

    /** The way that ends here. */
    private final NodeIdentity identity;

    private final String kind;
    private final String engineName;

    /** Display names from the class down, joined. */
    private final String title;

    private final List<String> tags;
    private final boolean retrying;

    /** The last step that is no attempt. */
    private final TestIdentifier identified;

    private @Nullable TestCode code;

    private @Nullable Invocations invocations;

    /** @param parent null for an engine */
    TestNode(@Nullable TestNode parent, TestIdentifier step, TestPlan plan) {
        this.parent = parent;
        this.steps = parent == null ? List.of(step) : append(parent.steps, step);
        this.key = UniqueIdText.of(step, parent == null ? null : parent.key);
        this.fingerprint = parent != null && key.startsWith(parent.key)
                ? FingerprintMap.of(parent.fingerprint, key.substring(parent.key.length()))
                : FingerprintMap.of(key);
        this.engines = parent == null || isEngine(step) ? engines(step) : parent.engines;
        this.kind = step.getUniqueIdObject().getLastSegment().getType();
        this.tags = parent == null ? sorted(step.getTags()) : parent.tagsWith(step);
        this.way = parent == null ? new NodeIdentity(plan) : new NodeIdentity(parent.way);
        boolean attempt = parent != null && parent.retrying && kind.equals(Invocations.TYPE);
        if (isEngine(step)) {
            way.enterEngine(step);
            this.engineName = step.getDisplayName();
            this.title = parent == null ? "" : parent.title;
            this.retrying = parent != null && parent.retrying;
            this.identified = parent == null ? step : parent.identified;
        } else if (attempt && parent != null) {
            this.engineName = parent.engineName;
            this.title = parent.title;
            this.retrying = true;
            this.identified = parent.identified;
        } else {
            way.enter(step);
            this.engineName = parent == null ? "" : parent.engineName;
            this.title = titled(parent == null ? "" : parent.title, step.getDisplayName());
            this.retrying = kind.equals("test-template") && isRetrying(step);
            this.identified = step;
        }
        this.identity = step.isContainer() ? new NodeIdentity(way) : way;
        identity.end(step.isTest());
    }

    static boolean isEngine(TestIdentifier identifier) {
        return identifier.getUniqueIdObject().getLastSegment().getType().equals("engine");
    }

    /** Returns the ids of the engines that a unique id names. */
    static List<String> engines(TestIdentifier identifier) {
        List<String> engines = new ArrayList<>(1);
        for (UniqueId.Segment segment : identifier.getUniqueIdObject().getSegments()) {
            if (segment.getType().equals("engine")) {
                engines.add(segment.getValue());
            }
        }
        return engines;
    }

    /** Returns the unique id as a text. */
    String key() {
        return key;
    }

    List<String> engines() {
        return engines;
    }

    /** Returns whether the unique id is this object, as its children have it. */
    @SuppressWarnings("ReferenceEquality")
    boolean isOf(UniqueId id) {
        return last().getUniqueIdObject() == id;
    }

    private TestIdentifier last() {
        return steps.get(steps.size() - 1);
    }

    DescribedTest described(TestLinks links) {
        ReportName report = isAttempt() ? REPORT.attempt(steps) : REPORT.test(steps);
        TestDescription test = new TestDescription(identity.id("", identifiedFingerprint()), title, tags, report);
        return new DescribedTest(key, links.test(test, code(), identity.displayNames()), code());
    }

    /** Returns what describes the usual invocations of this template; null if this is no template of a method. */
    @Nullable
    Invocations invocations() {
        Invocations known = invocations;
        if (known == null && kind.equals("test-template") && !retrying && way.isInMethod() && code().method() != null) {
            known = new Invocations(this, last().getUniqueIdObject(), fingerprint, way);
            invocations = known;
        }
        return known;
    }

    String titleOf(TestIdentifier child) {
        return titled(title, child.getDisplayName());
    }

    ReportName reportNameOf(TestIdentifier child) {
        return REPORT.test(append(steps, child));
    }

    String nameInReportOf(TestIdentifier child) {
        return REPORT.name(append(steps, child));
    }

    /** Returns the code of the test: the same object for all invocations of a method. */
    TestCode code() {
        TestCode known = code;
        if (known == null) {
            TestCode above = parent == null ? TestCode.UNKNOWN : parent.code();
            known = above.method() == null ? SourceCode.of(steps) : above;
            code = known;
        }
        return known;
    }

    /**
     * Returns the description of a failure of this container outside its tests.
     *
     * @param phase when it failed
     */
    TestDescription fixture(Phase phase) {
        String name = fixtureName(phase);
        boolean begun = phase != Phase.BEFORE;
        return new TestDescription(
                identity.id(name, FingerprintMap.of(identifiedFingerprint(), name)),
                titled(container(), name),
                tags,
                REPORT.fixture(steps, begun));
    }

    /**
     * Returns whether this is an attempt at a test that is retried when it fails. All attempts have the same identity.
     */
    boolean isAttempt() {
        return retrying && kind.equals(Invocations.TYPE);
    }

    /** Returns the beginning of the message for tests of this container that were not started. */
    String notStartedMessage(Phase phase) {
        return "Not started: " + fixtureName(phase) + " of " + container() + " failed: ";
    }

    /** Returns the fingerprint of the unique id of {@link #identified}. */
    private long identifiedFingerprint() {
        return parent == null || isOf(identified.getUniqueIdObject()) ? fingerprint : parent.identifiedFingerprint();
    }

    /** Returns the tags of a child. */
    List<String> tagsWith(TestIdentifier child) {
        for (TestTag tag : child.getTags()) {
            if (!tags.contains(tag.getName())) {
                Set<TestTag> all = new LinkedHashSet<>(child.getTags());
                for (String name : tags) {
                    all.add(TestTag.create(name));
                }
                return sorted(all);
            }
        }
        return tags;
    }

    private static List<String> sorted(Set<TestTag> tags) {
        Set<String> names = new TreeSet<>();
        for (TestTag tag : tags) {
            names.add(tag.getName());
        }
        return List.copyOf(names);
    }

    private static boolean isRetrying(TestIdentifier template) {
        try {
            return Sources.of(template) instanceof MethodSource source && isRetrying(source.getJavaMethod());
        } catch (JUnitException | LinkageError e) {
            // No class or method of this name can be loaded here.
            return false;
        }
    }

    private static boolean isRetrying(Method method) {
        for (Annotation each : method.getAnnotations()) {
            if (RETRYING.contains(each.annotationType().getName())) {
                return true;
            }
        }
        return false;
    }

    /** Uses the name of the engine only if it has no named children. */
    private String container() {
        return title.isEmpty() ? withoutControls(engineName) : title;
    }

    private String fixtureName(Phase phase) {
        return switch (kind) {
            case "engine" -> "engine";
            case "class-template", "nested-class-template" -> "@ClassTemplate";
            case "class-template-invocation" -> phase == Phase.BEFORE ? "@BeforeInvocation" : "@AfterInvocation";
            case "test-template" -> "@TestTemplate";
            case "test-factory", "dynamic-container" -> "@TestFactory";
            default -> {
                if (identity.isInMethod()) {
                    yield "invocations";
                }
                yield kind.equals("test") && !ClassFixtures.existIn(identity.engine())
                        ? "body"
                        : ClassFixtures.name(identity.engine(), code().testClass(), phase);
            }
        };
    }

    private static String titled(String above, String name) {
        String plain = withoutControls(name);
        return above.isEmpty() ? plain : above + SEPARATOR + plain;
    }

    /** Replaces each sequence of control characters by a space. */
    private static String withoutControls(String name) {
        int at = 0;
        while (at < name.length() && !isControl(name.charAt(at))) {
            at++;
        }
        if (at == name.length()) {
            return name;
        }
        StringBuilder plain = new StringBuilder(name.length()).append(name, 0, at);
        for (; at < name.length(); at++) {
            if (!isControl(name.charAt(at))) {
                plain.append(name.charAt(at));
            } else if (at == 0 || !isControl(name.charAt(at - 1))) {
                plain.append(' ');
            }
        }
        return plain.toString();
    }

    private static boolean isControl(char c) {
        return c < ' ' || c == 0x7f;
    }

    private static List<TestIdentifier> append(List<TestIdentifier> list, TestIdentifier more) {
        List<TestIdentifier> longer = new ArrayList<>(list.size() + 1);
        longer.addAll(list);
        longer.add(more);
        return longer;
    }
}
