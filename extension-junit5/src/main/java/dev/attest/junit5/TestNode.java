package dev.attest.junit5;

import dev.attest.junit5.ClassFixtures.Phase;
import dev.attest.spi.DisplayNames;
import dev.attest.spi.Overloads;
import dev.attest.spi.ReportName;
import dev.attest.spi.TestCode;
import dev.attest.spi.TestDescription;
import dev.attest.spi.TestId;
import java.lang.reflect.Method;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.platform.commons.PreconditionViolationException;
import org.junit.platform.engine.TestSource;
import org.junit.platform.engine.TestTag;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.ClassSource;
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
 * <p>Only names in the code and indices count, so that a test with a new display name is still the same test.
 *
 * <p>A test without a class, such as a scenario of Cucumber, has the path of its file in the place of the class and the
 * names from the file down in the place of the method. Its line does not count.
 */
final class TestNode {

    private static final Pattern CONTROL_CHARACTERS = Pattern.compile("\\p{Cntrl}+");

    private static final Pattern NO_DIGITS = Pattern.compile("\\D+");

    /** Annotations of templates whose invocations are attempts at one test. */
    private static final Set<String> RETRYING = Set.of("org.junitpioneer.jupiter.RetryingTest");

    private static final SurefireNames REPORT = SurefireNames.ofThisJvm();

    private final List<TestIdentifier> steps;
    private final List<String> path = new ArrayList<>();
    private final List<String> titles = new ArrayList<>();
    private final List<String> declaredNames = new ArrayList<>();
    private final List<String> madeNames = new ArrayList<>();
    private final SortedSet<String> tags = new TreeSet<>();
    private String engine = "";
    private String engineName = "";
    private String className = "";
    private String method = "";
    private String resource = "";
    private String kind = "";
    private boolean retrying;

    private TestNode(List<TestIdentifier> fromEngineDown, TestPlan plan) {
        this.steps = fromEngineDown;
        fromEngineDown.forEach(step -> addStep(step, plan));
    }

    static TestNode of(TestIdentifier identifier, TestPlan plan) {
        return new TestNode(fromEngineDown(identifier, plan), plan);
    }

    static List<TestIdentifier> fromEngineDown(TestIdentifier identifier, TestPlan plan) {
        Deque<TestIdentifier> steps = new ArrayDeque<>();
        for (var each = Optional.of(identifier); each.isPresent(); each = each.flatMap(plan::getParent)) {
            steps.push(each.get());
        }
        return List.copyOf(steps);
    }

    static boolean isEngine(TestIdentifier identifier) {
        return identifier.getUniqueIdObject().getLastSegment().getType().equals("engine");
    }

    TestDescription test() {
        return describe(titles, path, isAttempt() ? REPORT.attempt(steps) : REPORT.test(steps));
    }

    TestCode code() {
        return SourceCode.of(steps);
    }

    /** Returns the display names of the test and its ancestors, without those of engines. */
    DisplayNames displayNames() {
        return new DisplayNames(declaredNames, madeNames);
    }

    /**
     * Returns the description of a failure of this container outside its tests.
     *
     * @param phase when it failed
     */
    TestDescription fixture(Phase phase) {
        String name = fixtureName(phase);
        return describe(append(container(), name), append(path, name), REPORT.fixture(steps, phase != Phase.BEFORE));
    }

    /**
     * Returns whether this is an attempt at a test that is retried when it fails. All attempts have the same identity.
     */
    boolean isAttempt() {
        return retrying && kind.equals("test-template-invocation");
    }

    /** Returns the beginning of the message for tests of this container that were not started. */
    String notStartedMessage(Phase phase) {
        return "Not started: " + fixtureName(phase) + " of " + join(container()) + " failed: ";
    }

    private void addStep(TestIdentifier step, TestPlan plan) {
        UniqueId.Segment segment = step.getUniqueIdObject().getLastSegment();
        TestSource source = step.getSource().orElse(null);
        kind = segment.getType();
        for (TestTag tag : step.getTags()) {
            tags.add(tag.getName());
        }
        if (isEngine(step)) {
            engine = segment.getValue();
            engineName = step.getDisplayName();
            enterClass("");
            return;
        }
        if (isAttempt()) {
            return;
        }
        titles.add(step.getDisplayName());
        if (method.isEmpty() && source instanceof MethodSource named) {
            enterMethod(named, segment.getValue());
            // JUnit 4 appends the number of an invocation to the method name.
            if (!step.getDisplayName().startsWith(named.getMethodName() + "[")) {
                declaredNames.add(step.getDisplayName());
            }
        } else if (method.isEmpty()
                && source instanceof ClassSource named
                && !named.getClassName().equals(className)) {
            enterClass(named.getClassName());
            declaredNames.add(step.getDisplayName());
        } else if (className.isEmpty() && source != null && ResourceNames.isResource(source)) {
            enterResource(step, source, plan);
        } else {
            path.add(segment.getValue());
            if (!isNumbered(step.getDisplayName(), segment.getValue())) {
                madeNames.add(step.getDisplayName());
            }
        }
    }

    /** Returns whether a name begins with the index in the unique id, such as {@code [2]} for {@code #2}. */
    private static boolean isNumbered(String name, String segment) {
        String number = NO_DIGITS.matcher(segment).replaceAll("");
        return !number.isEmpty() && name.startsWith("[" + number + "]");
    }

    /**
     * Enters a class. A class outside the current one is inherited or a member of a suite; the outer class goes to the
     * path.
     */
    private void enterClass(String name) {
        if (!className.isEmpty() && !name.startsWith(className + "$")) {
            path.add(className);
        }
        className = name;
    }

    private void enterResource(TestIdentifier step, TestSource source, TestPlan plan) {
        if (resource.isEmpty()) {
            resource = ResourceNames.pathOf(source);
        } else {
            method = method.isEmpty() ? "" : method.substring(0, method.length() - 2) + " › ";
        }
        method += ResourceNames.nameOf(step, plan) + "()";
        declaredNames.add(step.getDisplayName());
    }

    private void enterMethod(MethodSource source, String segment) {
        String types = source.getMethodParameterTypes();
        method = source.getMethodName() + "(" + (types == null ? "" : types) + ")";
        if (className.isEmpty()) {
            className = source.getClassName();
        }
        if (isOverloaded(source)) {
            path.add(method.substring(source.getMethodName().length()));
        }
        retrying = kind.equals("test-template") && isRetrying(source.getJavaMethod());
        String ordinal = segment.substring(segment.lastIndexOf(')') + 1);
        if (!ordinal.isEmpty() && ordinal.length() < segment.length()) {
            path.add(ordinal);
        }
    }

    private static boolean isOverloaded(MethodSource source) {
        try {
            return Overloads.has(source.getJavaClass(), source.getMethodName());
        } catch (PreconditionViolationException | LinkageError e) {
            // No class of this name can be loaded here.
            return false;
        }
    }

    private static boolean isRetrying(Method template) {
        return Arrays.stream(template.getAnnotations())
                .anyMatch(each -> RETRYING.contains(each.annotationType().getName()));
    }

    /** Uses the name of the engine only if it has no named children. */
    private List<String> container() {
        return titles.isEmpty() ? List.of(engineName) : titles;
    }

    private String fixtureName(Phase phase) {
        return switch (kind) {
            case "engine" -> "engine";
            case "class-template", "nested-class-template" -> "@ClassTemplate";
            case "class-template-invocation" -> phase == Phase.BEFORE ? "@BeforeInvocation" : "@AfterInvocation";
            case "test-template" -> "@TestTemplate";
            case "test-factory", "dynamic-container" -> "@TestFactory";
            default ->
                method.isEmpty() || className.isEmpty()
                        ? ClassFixtures.name(engine, code().testClass(), phase)
                        : "invocations";
        };
    }

    private TestDescription describe(List<String> names, List<String> distinctions, ReportName report) {
        TestId id =
                new TestId(engine, className.isEmpty() ? resource : className, method, String.join("/", distinctions));
        return new TestDescription(id, join(names), List.copyOf(tags), report);
    }

    private static String join(List<String> names) {
        return CONTROL_CHARACTERS.matcher(String.join(" › ", names)).replaceAll(" ");
    }

    private static List<String> append(List<String> list, String more) {
        List<String> longer = new ArrayList<>(list);
        longer.add(more);
        return longer;
    }
}
