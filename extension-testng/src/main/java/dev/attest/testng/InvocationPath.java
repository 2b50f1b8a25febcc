package dev.attest.testng;

import dev.attest.spi.ReportName;
import dev.attest.spi.TestDescription;
import dev.attest.spi.TestId;
import dev.attest.spi.ValueText;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.testng.ITestContext;
import org.testng.ITestNGMethod;
import org.testng.ITestResult;
import org.testng.internal.IParameterInfo;
import org.testng.xml.XmlTest;

/** The steps from the suite down to a test: a path for its identity, and titles for people. */
final class InvocationPath {

    private static final Pattern CONTROL_CHARACTERS = Pattern.compile("\\p{Cntrl}+");

    private static final int MAX_LINE = 1000;

    private final List<String> path = new ArrayList<>();
    private final List<String> titles = new ArrayList<>();
    private final String className;

    InvocationPath(Class<?> type) {
        className = type.getName();
        titles.add(Identities.simpleName(type));
    }

    /** Returns the number of the instance of its class that a method runs on, from 1; 0 if it needs no number. */
    static int instanceNumber(ITestNGMethod method) {
        Object instance = IParameterInfo.embeddedInstance(method.getInstance());
        Object[] instances = instancesOf(method);
        if (instance == null || (instances.length < 2 && method.getFactoryMethodParamsInfo() == null)) {
            return 0;
        }
        int ordinal = 1;
        while (ordinal < instances.length && IParameterInfo.embeddedInstance(instances[ordinal - 1]) != instance) {
            ordinal++;
        }
        return ordinal;
    }

    @SuppressWarnings("deprecation") // what is there instead begins with TestNG 7.10
    private static Object[] instancesOf(ITestNGMethod method) {
        return method.getTestClass().getInstances(false);
    }

    /** Returns the arguments of a test, without those that TestNG injects. */
    static String formatArguments(Object[] parameters, ITestNGMethod method) {
        StringJoiner line = new StringJoiner(", ");
        for (Object parameter : parameters) {
            if (!isInjected(parameter) && !isTestMethod(parameter, method) && line.length() <= MAX_LINE) {
                line.add(ValueText.format(parameter));
            }
        }
        return ValueText.cut(line.toString(), MAX_LINE);
    }

    private static boolean isInjected(Object parameter) {
        return parameter instanceof ITestContext || parameter instanceof XmlTest || parameter instanceof ITestResult;
    }

    /** Avoids {@link ITestNGMethod} methods that return a {@link Method}: memory-friendly implementations have none. */
    private static boolean isTestMethod(Object parameter, ITestNGMethod method) {
        return parameter instanceof Method given
                && given.getName().equals(method.getMethodName())
                && given.getDeclaringClass().isAssignableFrom(Identities.classOf(method));
    }

    String className() {
        return className;
    }

    /** Adds the names of suite and {@code <test>}, before the class. */
    void addSuiteNames(List<String> names) {
        path.addAll(names);
        titles.addAll(0, names);
    }

    void add(String step, String title) {
        path.add(step);
        titles.add(title);
    }

    /** Adds a step that the titles show in another way. */
    void addStep(String step) {
        path.add(step);
    }

    /** Adds a title that does not distinguish tests. */
    void addTitle(String title) {
        titles.add(title);
    }

    void enterInstance(ITestNGMethod method) {
        int ordinal = instanceNumber(method);
        if (ordinal == 0) {
            return;
        }
        Object instance = IParameterInfo.embeddedInstance(method.getInstance());
        IParameterInfo made = method.getFactoryMethodParamsInfo();
        String name = overridesToString(instance) ? ValueText.format(instance) : "";
        if (name.isEmpty() && made != null) {
            name = formatArguments(made.getParameters(), method);
        }
        add("@" + ordinal, ("[" + ordinal + "] " + name).strip());
    }

    TestId id(ITestNGMethod method) {
        return id(method, "");
    }

    /** Returns the common prefix of all invocations on this path; not the id of a test. */
    TestId idOfInvocations(ITestNGMethod method) {
        return id(method, "/");
    }

    TestDescription describe(ITestNGMethod method, ReportName name) {
        String title = CONTROL_CHARACTERS.matcher(String.join(" › ", titles)).replaceAll(" ");
        List<String> groups = List.copyOf(new TreeSet<>(List.of(method.getGroups())));
        return new TestDescription(id(method), title, groups, name);
    }

    private static boolean overridesToString(Object value) {
        try {
            return value.getClass().getMethod("toString").getDeclaringClass() != Object.class;
        } catch (NoSuchMethodException | LinkageError e) {
            return false;
        }
    }

    private TestId id(ITestNGMethod method, String end) {
        return new TestId("testng", className, Identities.signature(method), String.join("/", path) + end);
    }
}
