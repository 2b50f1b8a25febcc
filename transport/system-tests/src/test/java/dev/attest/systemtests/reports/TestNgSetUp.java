package dev.attest.systemtests.reports;

import dev.attest.systemtests.reports.ChangedTests.Registration;
import dev.attest.systemtests.testng.conformance.Concurrent;
import dev.attest.systemtests.testng.conformance.Fixtures;
import dev.attest.systemtests.testng.conformance.Messages;
import dev.attest.systemtests.testng.conformance.Retried;
import dev.attest.testkit.Ledger;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A TestNG, who runs it, and in which order it knows the listener of Attest and another. It runs tests that are changed
 * and those of the conformance suite.
 */
enum TestNgSetUp {
    TESTNG_7_5("3.5.6", "7.5.1", "none", Names.THEIRS),
    TESTNG_7_8_IN_PARALLEL_METHODS("3.5.6", "7.8.0", "methods", Names.OURS, Names.THEIRS),
    TESTNG_7_12_IN_PARALLEL_TESTS("3.5.6", "7.12.0", "tests", Names.THEIRS, Names.OURS),
    TESTNG_7_12_ON_THE_PLATFORM("3.6.1", "7.12.0", "none", Names.OURS, Names.THEIRS);

    private static final class Names {
        private static final String OURS = "dev.attest.testng.AttestListener";
        private static final String THEIRS = "shop.ByServiceLoader";
        private static final String BY_PROPERTY =
                "shop.ByProperty,org.testng.reporters.XMLReporter," + Retried.ByTransformer.class.getName();
    }

    private final String surefire;
    private final String testng;
    private final String parallel;
    private final List<String> services;

    TestNgSetUp(String surefire, String testng, String parallel, String... services) {
        this.surefire = surefire;
        this.testng = testng;
        this.parallel = parallel;
        this.services = List.of(services);
    }

    boolean isOnThePlatform() {
        return surefire.startsWith("3.6");
    }

    void write(Path folder) throws IOException {
        CompiledTests.copy(Fixtures.class, folder);
        ReportedProject project = new ReportedProject(folder, surefire)
                .with("org.testng", "testng", testng)
                .resource("META-INF/services/org.testng.ITestNGListener", String.join("\n", services))
                .configured(CompiledTests.onClassPath(Ledger.class, Nullable.class))
                .copied("status");
        for (Registration registration : Registration.values()) {
            String listener = registration.listener();
            project.java(listener, "package shop; public final class " + listener + " extends Changer {}");
            project.java(ChangedTests.sources(registration));
        }
        if (isOnThePlatform()) {
            writeClasses(project);
        } else {
            writeSuites(project);
        }
        project.writePom();
    }

    private static void writeClasses(ReportedProject project) throws IOException {
        project.configured("<includes><include>**/*Test.class</include>"
                        + fixtures("<include>%s.class</include>", type -> !isInTheWay(type)) + "</includes>")
                .configured("<excludes><exclude>none</exclude></excludes>")
                .resource("junit-platform.properties", """
                        testng.outputDirectory = target/surefire-reports
                        testng.listeners = shop.BySuite,%s
                        """.formatted(Names.BY_PROPERTY));
    }

    private void writeSuites(ReportedProject project) throws IOException {
        for (Class<?> fixture : Fixtures.all()) {
            project.file(fixture.getName() + ".xml", suite(fixture));
        }
        project.file("suite.xml", suite(project.classes()))
                .configured("<suiteXmlFiles><suiteXmlFile>suite.xml</suiteXmlFile>"
                        + fixtures("<suiteXmlFile>%s.xml</suiteXmlFile>", type -> true) + "</suiteXmlFiles>")
                .configured("<properties><property><name>listener</name><value>" + Names.BY_PROPERTY
                        + "</value></property></properties>");
    }

    private static String fixtures(String element, Predicate<Class<?>> filter) {
        return Fixtures.all().stream()
                .filter(filter)
                .map(type -> element.formatted(type.getName()))
                .collect(Collectors.joining());
    }

    /** Without a suite of its own it would keep all others from running, or TestNG from writing its report. */
    private static boolean isInTheWay(Class<?> fixture) {
        return fixture == Messages.Strange.class
                || Stream.of(fixture.getMethods())
                        .flatMap(method -> Stream.of(method.getAnnotations()))
                        .anyMatch(each ->
                                each.annotationType().getSimpleName().matches("(Before|After)(Suite|Test|Groups)"));
    }

    private static String suite(Class<?> fixture) {
        return """
                <!DOCTYPE suite SYSTEM "https://testng.org/testng-1.0.dtd">
                <suite name="suite of %s" thread-count="4" parallel="%s">
                  <test name="all"><classes><class name="%s"/></classes></test>
                </suite>
                """.formatted(
                        fixture.getSimpleName(),
                        fixture == Concurrent.OnSeveralThreads.class ? "methods" : "none",
                        fixture.getName());
    }

    private String suite(List<String> classes) {
        return """
                <!DOCTYPE suite SYSTEM "https://testng.org/testng-1.0.dtd">
                <suite name="shop" thread-count="3" parallel="%s">
                  <listeners><listener class-name="shop.BySuite"/></listeners>
                  %s
                </suite>
                """.formatted(
                        parallel,
                        Stream.of("ByAnnotation", "ByServiceLoader", "BySuite", "ByProperty", "Files")
                                .map(prefix -> test(prefix, classes))
                                .collect(Collectors.joining()));
    }

    private static String test(String prefix, List<String> classes) {
        return classes.stream()
                .filter(each -> each.startsWith("shop." + prefix))
                .map(each -> "<class name=\"" + each + "\"/>")
                .collect(Collectors.joining("", "<test name=\"" + prefix + "\"><classes>", "</classes></test>\n"));
    }
}
