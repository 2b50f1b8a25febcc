package dev.attest.testng;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.testng.ISuite;
import org.testng.ITestContext;
import org.testng.ITestNGMethod;
import org.testng.xml.XmlClass;
import org.testng.xml.XmlPackage;
import org.testng.xml.XmlSuite;
import org.testng.xml.XmlTest;

/**
 * The names of suite and {@code <test>} that distinguish tests. A class that runs in one place has none. If several
 * {@code <test>}s of a suite run a test, the {@code <test>} name is added; if several suites contain a class, the suite
 * name is added. The result depends on the suites, not on the order of execution. Thread-safe.
 */
final class SuiteQualifier {

    private final Map<String, Set<String>> suitesOfClass;
    private final Map<ISuite, Map<String, Set<String>>> testsOfSuite = new ConcurrentHashMap<>();

    private SuiteQualifier(Map<String, Set<String>> suitesOfClass) {
        this.suitesOfClass = suitesOfClass;
    }

    static SuiteQualifier of(List<XmlSuite> suites) {
        List<XmlSuite> all = new ArrayList<>();
        collect(suites, all);
        Map<String, Set<String>> suitesOfClass = new HashMap<>();
        if (all.size() > 1) {
            for (XmlSuite suite : all) {
                for (XmlTest test : suite.getTests()) {
                    for (String name : classesOf(test)) {
                        add(suitesOfClass, name, suite.getName());
                    }
                }
            }
        }
        return new SuiteQualifier(suitesOfClass);
    }

    /**
     * Returns the names of the suite and the {@code <test>} that are needed.
     *
     * @param method name and parameter types, or empty for a fixture of the class
     * @param perTest whether it runs in each {@code <test>}, rather than once in a suite
     */
    List<String> of(ITestContext context, String className, String method, boolean perTest) {
        List<String> names = new ArrayList<>();
        ISuite suite = context.getSuite();
        if (suitesOfClass.getOrDefault(className, Set.of()).size() > 1) {
            names.add(suite.getName());
        }
        String key = method.isEmpty() ? className : className + "." + method;
        if (perTest
                && testsOfSuite
                                .computeIfAbsent(suite, SuiteQualifier::testsOf)
                                .getOrDefault(key, Set.of())
                                .size()
                        > 1) {
            names.add(context.getName());
        }
        return names;
    }

    private static void collect(List<XmlSuite> suites, List<XmlSuite> all) {
        for (XmlSuite suite : suites) {
            all.add(suite);
            collect(suite.getChildSuites(), all);
        }
    }

    private static List<String> classesOf(XmlTest test) {
        List<XmlClass> classes = new ArrayList<>(test.getXmlClasses());
        for (XmlPackage each : test.getXmlPackages()) {
            classes.addAll(each.getXmlClasses());
        }
        return classes.stream().map(XmlClass::getName).toList();
    }

    private static Map<String, Set<String>> testsOf(ISuite suite) {
        Map<String, Set<String>> tests = new HashMap<>();
        for (ITestNGMethod method : suite.getAllMethods()) {
            String className = Identities.classOf(method).getName();
            String test = method.getXmlTest().getName();
            add(tests, className, test);
            add(tests, className + "." + Identities.signature(method), test);
        }
        return tests;
    }

    private static void add(Map<String, Set<String>> sets, String key, String value) {
        sets.computeIfAbsent(key, none -> new HashSet<>()).add(value);
    }
}
