package dev.attest.junit5;

import dev.attest.spi.DisplayNames;
import dev.attest.spi.Overloads;
import dev.attest.spi.TestId;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.platform.commons.JUnitException;
import org.junit.platform.engine.TestSource;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/**
 * Finds the identity of a test on the way from its engine down. Each step names the class or the method, or
 * distinguishes an invocation from its siblings and becomes a part of the path.
 *
 * <p>A test without a class, such as a scenario of Cucumber, has the path of its file in the place of the class and the
 * names from the file down in the place of the method. Its line does not count. A test with a class and without a
 * method, as of a runner of JUnit 4, has the names from the class down there.
 */
final class NodeIdentity {

    /** A row of JUnitParams, {@code adds(1, 2) [0]}, below a container {@code adds}. */
    private static final Pattern ROW_OF_JUNIT_PARAMS = Pattern.compile("(?s)(.+?)\\(.*\\) \\[(\\d+)]");

    private final TestPlan plan;
    private final List<String> path;
    private final List<String> declaredNames;
    private final List<String> madeNames;

    /** Steps below the class, of which we do not know yet whether a method follows. */
    private final List<TestIdentifier> between;

    private String engine = "";
    private String className = "";
    private String resource = "";
    private String method = "";

    NodeIdentity(TestPlan plan) {
        this.plan = plan;
        this.path = new ArrayList<>(4);
        this.declaredNames = new ArrayList<>(4);
        this.madeNames = new ArrayList<>(4);
        this.between = new ArrayList<>(4);
    }

    /** Begins where another way is, which stays as it is. */
    NodeIdentity(NodeIdentity parent) {
        this.plan = parent.plan;
        this.path = new ArrayList<>(parent.path);
        this.declaredNames = new ArrayList<>(parent.declaredNames);
        this.madeNames = new ArrayList<>(parent.madeNames);
        this.between = new ArrayList<>(parent.between);
        this.engine = parent.engine;
        this.className = parent.className;
        this.resource = parent.resource;
        this.method = parent.method;
    }

    /**
     * Returns the id of the test or container that the last step was.
     *
     * @param further a last step of the path that is no step of the plan; may be empty
     * @param uniqueId fingerprint of the unique id, which has the further step too
     */
    TestId id(String further, long uniqueId) {
        return DistinctIds.of(plainId(further), uniqueId);
    }

    /** Returns the same id, even if another test has it too. */
    TestId plainId(String further) {
        StringBuilder steps = new StringBuilder();
        for (int i = 0; i < path.size(); i++) {
            steps.append(i == 0 ? "" : "/").append(escaped(path.get(i)));
        }
        if (!further.isEmpty()) {
            steps.append(path.isEmpty() ? "" : "/").append(escaped(further));
        }
        return new TestId(engine, className.isEmpty() ? resource : className, method, steps.toString());
    }

    private static String escaped(String step) {
        return step.indexOf('%') >= 0 || step.indexOf('/') >= 0
                ? step.replace("%", "%25").replace("/", "%2F")
                : step;
    }

    DisplayNames displayNames() {
        return new DisplayNames(declaredNames, madeNames);
    }

    String engine() {
        return engine;
    }

    /** Returns whether the way has come to a method of a class: further steps distinguish its invocations. */
    boolean isInMethod() {
        return !method.isEmpty() && !className.isEmpty();
    }

    void enterEngine(TestIdentifier step) {
        flush();
        leaveClass();
        engine = last(step).getValue();
        className = "";
    }

    void enter(TestIdentifier step) {
        addHiddenSteps(step);
        TestSource source = Sources.of(step);
        if (isInMethod()) {
            enterInvocation(step, source);
        } else if (source instanceof MethodSource named) {
            enterMethod(step, named);
        } else if (source instanceof ClassSource named && !named.getClassName().equals(className)) {
            flush();
            enterClass(step, named.getClassName());
        } else if (className.isEmpty() && !(resource + Sources.pathOf(source)).isEmpty()) {
            flush();
            enterResource(step, Sources.pathOf(source));
        } else {
            between.add(step);
        }
    }

    /** Ends the way, at a test or at a container. */
    void end(boolean isTest) {
        if (!isTest || !method.isEmpty()) {
            flush();
            return;
        }
        TestIdentifier test = between.isEmpty() ? null : between.get(between.size() - 1);
        if (test != null && last(test).getType().equals("field")) {
            between.remove(test);
            flush();
            between.add(test);
        }
        between.forEach(this::enterName);
        between.clear();
    }

    /** Adds what the unique id has between the parent of a step and the step, as in ArchUnit. */
    private void addHiddenSteps(TestIdentifier step) {
        UniqueId id = step.getUniqueIdObject();
        UniqueId parent = step.getParentIdObject().orElse(null);
        List<UniqueId.Segment> segments = id.getSegments();
        int known = parent == null ? segments.size() : parent.getSegments().size();
        if (parent != null && known < segments.size() - 1 && id.hasPrefix(parent)) {
            for (UniqueId.Segment hidden : segments.subList(known, segments.size() - 1)) {
                path.add(hidden.getValue());
            }
        }
    }

    /**
     * Enters a class. A class outside the current one is inherited or a member of a suite; the outer class goes to the
     * path. So does the number that JUnit 4 gives a class which a suite has twice.
     */
    private void enterClass(TestIdentifier step, String name) {
        if (!name.startsWith(className + "$")) {
            leaveClass();
        }
        className = name;
        String value = last(step).getValue();
        if (value.startsWith(name + "[")) {
            path.add(numbered(value.substring(name.length())));
        }
        declaredNames.add(step.getDisplayName());
    }

    private void leaveClass() {
        if (!className.isEmpty()) {
            path.add(className);
        }
    }

    private void enterMethod(TestIdentifier step, MethodSource source) {
        String name = source.getMethodName();
        String segment = last(step).getValue();
        if (isWholePath(name, segment)) {
            between.clear();
        }
        flush();
        String types = source.getMethodParameterTypes();
        method = name + "(" + (types == null ? "" : types) + ")";
        if (className.isEmpty()) {
            className = source.getClassName();
        }
        if (isOverloaded(source)) {
            path.add(method.substring(name.length()));
        }
        String ordinal = segment.substring(segment.lastIndexOf(')') + 1);
        if (!ordinal.isEmpty() && ordinal.length() < segment.length()) {
            path.add(ordinal);
        }
        // JUnit 4 appends the number of an invocation to the method name.
        if (!step.getDisplayName().startsWith(name + "[")) {
            declaredNames.add(step.getDisplayName());
        }
    }

    /** Returns whether a name repeats those of the containers, as in Kotest. */
    private boolean isWholePath(String name, String segment) {
        StringBuilder whole = new StringBuilder();
        for (TestIdentifier step : between) {
            whole.append(last(step).getValue()).append('/');
        }
        return name.contentEquals(whole.append(segment));
    }

    private void enterInvocation(TestIdentifier step, @Nullable TestSource source) {
        String file = Sources.pathOf(source);
        if (!file.isEmpty() && Siblings.hasPlaceInFile(step)) {
            enterScenario(step, file);
            return;
        }
        path.add(last(step).getValue());
        addMadeName(step);
    }

    /** Enters a scenario of Karate, which a method runs: it is a test of its file. */
    private void enterScenario(TestIdentifier step, String file) {
        path.removeIf(each -> each.startsWith("#"));
        path.add(className + "." + method.substring(0, method.lastIndexOf('(')));
        className = "";
        resource = file;
        method = Siblings.name(step, plan) + "()";
        declaredNames.add(step.getDisplayName());
    }

    private void enterResource(TestIdentifier step, String file) {
        switch (last(step).getType()) {
            case "examples" -> {
                path.add(Siblings.name(step, plan));
                declaredNames.add(step.getDisplayName());
            }
            case "example" -> {
                path.add("#" + (Siblings.position(step, plan) + 1));
                madeNames.add(step.getDisplayName());
            }
            default -> {
                if (!file.isEmpty() && !file.equals(resource)) {
                    resource = file;
                    method = "";
                }
                addName(Siblings.name(step, plan));
                declaredNames.add(step.getDisplayName());
            }
        }
    }

    private void enterName(TestIdentifier step) {
        Matcher row = ROW_OF_JUNIT_PARAMS.matcher(step.getDisplayName());
        if (row.matches() && method.equals(row.group(1) + "()")) {
            path.add("#" + row.group(2));
            madeNames.add(step.getDisplayName());
            return;
        }
        addName(last(step).getType().equals("field") ? last(step).getValue() : Siblings.name(step, plan));
        declaredNames.add(step.getDisplayName());
    }

    private void addName(String name) {
        method = (method.isEmpty() ? "" : method.substring(0, method.length() - 2) + " › ") + name + "()";
    }

    /** Takes the steps below the class for those that distinguish invocations. */
    private void flush() {
        for (TestIdentifier step : between) {
            boolean isRow =
                    engine.equals("junit-vintage") && step.getDisplayName().startsWith("[");
            path.add(isRow ? "#" + Siblings.position(step, plan) : last(step).getValue());
            addMadeName(step);
        }
        between.clear();
    }

    private void addMadeName(TestIdentifier step) {
        if (!isNumbered(step.getDisplayName(), digits(last(step).getValue()))) {
            madeNames.add(step.getDisplayName());
        }
    }

    /** Returns whether a name begins with the index in the unique id, such as {@code [2]} for 2. */
    static boolean isNumbered(String name, String number) {
        return !number.isEmpty()
                && name.startsWith("[")
                && name.startsWith(number, 1)
                && name.startsWith("]", number.length() + 1);
    }

    private static String numbered(String ordinal) {
        return "#" + digits(ordinal);
    }

    private static String digits(String text) {
        StringBuilder digits = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= '0' && c <= '9') {
                digits.append(c);
            }
        }
        return digits.toString();
    }

    private static boolean isOverloaded(MethodSource source) {
        try {
            return Overloads.has(source.getJavaClass(), source.getMethodName());
        } catch (JUnitException | LinkageError e) {
            // No class of this name can be loaded here.
            return false;
        }
    }

    private static UniqueId.Segment last(TestIdentifier step) {
        return step.getUniqueIdObject().getLastSegment();
    }
}
