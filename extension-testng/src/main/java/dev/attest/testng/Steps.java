package dev.attest.testng;

import dev.attest.spi.ReportName;
import dev.attest.spi.TestDescription;
import dev.attest.spi.TestId;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.testng.ITestContext;
import org.testng.ITestNGMethod;
import org.testng.ITestResult;
import org.testng.internal.IParameterInfo;
import org.testng.xml.XmlTest;

/** What leads to a test, from the suite down: the path for machines, the titles for people. */
final class Steps {

    private static final Pattern CONTROL_CHARACTERS = Pattern.compile("\\p{Cntrl}+");

    private final List<String> path = new ArrayList<>();
    private final List<String> titles = new ArrayList<>();
    private final String className;

    Steps(Class<?> type) {
        className = type.getName();
        titles.add(Identities.simpleName(type));
    }

    /** Returns which of the instances of its class a method runs on, from 1; 0 where that tells nothing. */
    static int instanceOf(ITestNGMethod method) {
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

    /** Returns the values that a test is given, but for those that TestNG injects. */
    static String given(Object[] parameters, ITestNGMethod method) {
        return Values.list(Stream.of(parameters)
                .filter(each -> !isInjected(each) && !isItself(each, method))
                .toList());
    }

    private static boolean isInjected(Object parameter) {
        return parameter instanceof ITestContext || parameter instanceof XmlTest || parameter instanceof ITestResult;
    }

    /** Asks for no {@link Method}, which memory-friendly kinds of {@link ITestNGMethod} do not have. */
    private static boolean isItself(Object parameter, ITestNGMethod method) {
        return parameter instanceof Method given
                && given.getName().equals(method.getMethodName())
                && given.getDeclaringClass().isAssignableFrom(Identities.classOf(method));
    }

    String className() {
        return className;
    }

    /** Adds where in the suites it is, before the class. */
    void place(List<String> names) {
        path.addAll(names);
        titles.addAll(0, names);
    }

    void add(String step, String title) {
        path.add(step);
        titles.add(title);
    }

    /** Adds what people want to know and what tells nothing apart. */
    void addTitle(String title) {
        titles.add(title);
    }

    /** Adds the instance, where the class has several. */
    void enterInstance(ITestNGMethod method) {
        int ordinal = instanceOf(method);
        if (ordinal == 0) {
            return;
        }
        Object instance = IParameterInfo.embeddedInstance(method.getInstance());
        IParameterInfo made = method.getFactoryMethodParamsInfo();
        String name = Values.speaks(instance) ? Values.one(instance) : "";
        if (name.isEmpty() && made != null) {
            name = given(made.getParameters(), method);
        }
        add("@" + ordinal, ("[" + ordinal + "] " + name).strip());
    }

    TestId id(ITestNGMethod method) {
        return id(method, "");
    }

    /** Returns what all invocations have in common that lead here; the id of no test. */
    TestId idOfInvocations(ITestNGMethod method) {
        return id(method, "/");
    }

    TestDescription describe(ITestNGMethod method, ReportName name) {
        String title = CONTROL_CHARACTERS.matcher(String.join(" › ", titles)).replaceAll(" ");
        List<String> groups = List.copyOf(new TreeSet<>(List.of(method.getGroups())));
        return new TestDescription(id(method), title, groups, name);
    }

    private TestId id(ITestNGMethod method, String end) {
        return new TestId("testng", className, Identities.signature(method), String.join("/", path) + end);
    }
}
