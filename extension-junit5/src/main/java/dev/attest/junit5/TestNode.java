package dev.attest.junit5;

import dev.attest.junit5.ClassFixtures.Phase;
import dev.attest.spi.DisplayNames;
import dev.attest.spi.ReportName;
import dev.attest.spi.TestCode;
import dev.attest.spi.TestDescription;
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
import org.jspecify.annotations.Nullable;
import org.junit.platform.commons.JUnitException;
import org.junit.platform.engine.TestTag;
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

    private static final Pattern CONTROL_CHARACTERS = Pattern.compile("\\p{Cntrl}+");

    /** Annotations of templates whose invocations are attempts at one test. */
    private static final Set<String> RETRYING = Set.of("org.junitpioneer.jupiter.RetryingTest");

    private static final SurefireNames REPORT = SurefireNames.ofThisJvm();

    private final List<TestIdentifier> steps;
    private final NodeIdentity identity;
    private final List<String> titles = new ArrayList<>();
    private final SortedSet<String> tags = new TreeSet<>();
    private String engineName = "";
    private String kind = "";
    private boolean retrying;

    /** The last step that is no attempt. */
    private @Nullable TestIdentifier identified;

    private TestNode(List<TestIdentifier> fromEngineDown, TestPlan plan) {
        this.steps = fromEngineDown;
        this.identity = new NodeIdentity(plan);
        fromEngineDown.forEach(this::addStep);
        identity.end(last().isTest());
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
        return describe(titles, identity.path(), isAttempt() ? REPORT.attempt(steps) : REPORT.test(steps));
    }

    TestCode code() {
        return SourceCode.of(steps);
    }

    /** Returns the display names of the test and its ancestors, without those of engines. */
    DisplayNames displayNames() {
        return identity.displayNames();
    }

    /**
     * Returns the description of a failure of this container outside its tests.
     *
     * @param phase when it failed
     */
    TestDescription fixture(Phase phase) {
        String name = fixtureName(phase);
        boolean begun = phase != Phase.BEFORE;
        return describe(append(container(), name), append(identity.path(), name), REPORT.fixture(steps, begun));
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

    private void addStep(TestIdentifier step) {
        kind = step.getUniqueIdObject().getLastSegment().getType();
        for (TestTag tag : step.getTags()) {
            tags.add(tag.getName());
        }
        if (isEngine(step)) {
            identity.enterEngine(step);
            engineName = step.getDisplayName();
        } else if (!isAttempt()) {
            identity.enter(step);
            titles.add(step.getDisplayName());
            identified = step;
            retrying = kind.equals("test-template") && isRetrying(step);
        }
    }

    private static boolean isRetrying(TestIdentifier template) {
        try {
            return Sources.of(template) instanceof MethodSource source
                    && Arrays.stream(source.getJavaMethod().getAnnotations())
                            .anyMatch(each ->
                                    RETRYING.contains(each.annotationType().getName()));
        } catch (JUnitException | LinkageError e) {
            // No class or method of this name can be loaded here.
            return false;
        }
    }

    private TestIdentifier last() {
        return steps.get(steps.size() - 1);
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

    private TestDescription describe(List<String> names, List<String> distinctions, ReportName report) {
        String uniqueId = (identified == null ? last() : identified).getUniqueId();
        boolean isFixture = distinctions.size() > identity.path().size();
        String key = isFixture ? uniqueId + distinctions.get(distinctions.size() - 1) : uniqueId;
        return new TestDescription(identity.id(distinctions, key), join(names), List.copyOf(tags), report);
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
