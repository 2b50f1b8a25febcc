package dev.attest.systemtests.testng.conformance;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.testng.ITestListener;
import org.testng.ITestResult;
import org.testng.SkipException;
import org.testng.TestNG;
import org.testng.xml.XmlSuite;

/**
 * Runs fixtures on whatever TestNG is on the class path, and prints what TestNG counted. Each class has a suite of its
 * own, so that whatever fails around it keeps no other from running.
 */
final class ConformanceMain {

    private ConformanceMain() {}

    /** Runs the named classes, and those that suites have more than once or together. */
    public static void main(String... classes) throws ClassNotFoundException, IOException {
        List<XmlSuite> suites = new ArrayList<>(Suites.all());
        for (String name : classes) {
            Class<?> type = Class.forName(name);
            XmlSuite suite = Suites.suite("suite of " + type.getSimpleName());
            Suites.add(suite, "all", type);
            suite.setParallel(
                    type == Concurrent.OnSeveralThreads.class
                            ? XmlSuite.ParallelMode.METHODS
                            : XmlSuite.ParallelMode.NONE);
            suite.setThreadCount(4);
            suites.add(suite);
        }
        Counter counter = new Counter();
        TestNG testng = new TestNG(false);
        testng.setOutputDirectory(Files.createTempDirectory("testng").toString());
        testng.addListener(counter);
        testng.addListener(new Retried.ByTransformer());
        testng.setXmlSuites(suites);
        testng.run();
        System.out.println("ran " + counter.ran + ", passed " + counter.passed);
    }

    /** Counts bodies of tests that TestNG ran, each attempt by itself. */
    private static final class Counter implements ITestListener {

        private final Set<String> started = ConcurrentHashMap.newKeySet();
        private final AtomicInteger ran = new AtomicInteger();
        private final AtomicInteger passed = new AtomicInteger();

        @Override
        public void onTestStart(ITestResult result) {
            started.add(result.id());
        }

        @Override
        public void onTestSuccess(ITestResult result) {
            ran.incrementAndGet();
            passed.incrementAndGet();
        }

        @Override
        public void onTestFailedButWithinSuccessPercentage(ITestResult result) {
            onTestSuccess(result);
        }

        @Override
        public void onTestFailure(ITestResult result) {
            if (started.contains(result.id())) {
                ran.incrementAndGet();
            }
        }

        @Override
        public void onTestSkipped(ITestResult result) {
            if (result.wasRetried() || isSkippedByItself(result)) {
                ran.incrementAndGet();
            }
        }

        private static boolean isSkippedByItself(ITestResult result) {
            return result.getThrowable() instanceof SkipException skip
                    && Arrays.stream(skip.getStackTrace())
                            .anyMatch(frame -> frame.getMethodName()
                                    .equals(result.getMethod().getMethodName()));
        }
    }
}
