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
 * Where in the suites a test is, as far as that tells it from others. A class in one place has none; what several
 * {@code <test>}s of a suite run is told apart by their names; a class that several suites have, by theirs as well.
 * That depends on what the suites contain and not on what runs first. Thread-safe.
 */
final class Placement {

    private final Map<String, Set<String>> suitesOfClass;
    private final Map<ISuite, Map<String, Set<String>>> testsOfSuite = new ConcurrentHashMap<>();

    private Placement(Map<String, Set<String>> suitesOfClass) {
        this.suitesOfClass = suitesOfClass;
    }

    static Placement of(List<XmlSuite> suites) {
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
        return new Placement(suitesOfClass);
    }

    /**
     * Returns the names of the suite and the test, or one of them, or none.
     *
     * @param method name and parameter types, or empty for a fixture of the class
     * @param perTest whether it runs in each {@code <test>}, and not once in a suite
     */
    List<String> of(ITestContext context, String className, String method, boolean perTest) {
        List<String> steps = new ArrayList<>();
        ISuite suite = context.getSuite();
        if (suitesOfClass.getOrDefault(className, Set.of()).size() > 1) {
            steps.add(suite.getName());
        }
        String key = method.isEmpty() ? className : className + "." + method;
        if (perTest
                && testsOfSuite
                                .computeIfAbsent(suite, Placement::testsOf)
                                .getOrDefault(key, Set.of())
                                .size()
                        > 1) {
            steps.add(context.getName());
        }
        return steps;
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
