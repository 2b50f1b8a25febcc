package dev.attest.testng;

import dev.attest.testkit.RecordingRecorder;
import dev.attest.testkit.RecordingReporting;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.testng.ITestNGListener;
import org.testng.TestNG;
import org.testng.xml.XmlClass;
import org.testng.xml.XmlSuite;
import org.testng.xml.XmlTest;

/** Runs fixtures in a TestNG of their own, with the listener and nothing else that a class path registers. */
final class Launch {

    private final RecordingRecorder recorder = new RecordingRecorder("testng");
    private final TestNG testng = new TestNG(false);
    private final List<XmlSuite> suites = new ArrayList<>();
    private final List<ITestNGListener> listeners =
            new ArrayList<>(List.of(new AttestListener(new RecordingReporting(recorder))));

    private Launch() {}

    /** Makes one suite with one test of all these classes. */
    static Launch of(Class<?>... fixtures) {
        return new Launch().suite("suite").test("test", fixtures);
    }

    static Launch empty() {
        return new Launch();
    }

    static String ledgerOf(Class<?>... fixtures) {
        return of(fixtures).run().testLedger();
    }

    /** Returns what was recorded, but for when clocks stop and what is prepared and needed by no test. */
    static String resultsOf(Class<?>... fixtures) {
        return of(fixtures).run().results();
    }

    Launch suite(String name) {
        XmlSuite suite = new XmlSuite();
        suite.setName(name);
        suite.setVerbose(0);
        suites.add(suite);
        return this;
    }

    /** Adds a test to the suite that was added last. */
    Launch test(String name, Class<?>... fixtures) {
        XmlTest test = new XmlTest(last());
        test.setName(name);
        List<XmlClass> classes = new ArrayList<>();
        for (Class<?> fixture : fixtures) {
            classes.add(new XmlClass(fixture));
        }
        test.setXmlClasses(classes);
        return this;
    }

    /** Changes the suite that was added last. */
    Launch with(Consumer<XmlSuite> change) {
        change.accept(last());
        return this;
    }

    Launch with(String parameter, String value) {
        return with(suite -> {
            Map<String, String> parameters = suite.getParameters();
            parameters.put(parameter, value);
            suite.setParameters(parameters);
        });
    }

    /** Listens with these instead. */
    Launch listening(ITestNGListener... instead) {
        listeners.clear();
        listeners.addAll(List.of(instead));
        return this;
    }

    /** Also listens with these, before Attest or after it. */
    Launch listeningBeside(boolean first, ITestNGListener... others) {
        listeners.addAll(first ? 0 : listeners.size(), List.of(others));
        return this;
    }

    Launch run() {
        testng.setServiceLoaderClassLoader(new URLClassLoader(new URL[0], null));
        listeners.forEach(testng::addListener);
        testng.setXmlSuites(suites);
        testng.setVerbose(0);
        recorder.listen();
        testng.run();
        return this;
    }

    RecordingRecorder recorder() {
        return recorder;
    }

    /** Returns what was recorded between the start and the end of the plan. */
    String testLedger() {
        return between(recorder.ledger());
    }

    /** Returns the same, in alphabetical order. */
    String sortedLedger() {
        return results(recorder.sortedLedger());
    }

    String results() {
        return results(recorder.ledger());
    }

    private static String results(String ledger) {
        return between(ledger).replaceAll("(?m)^(stopped .*|preparing|abandoned preparation)\\n", "");
    }

    private static String between(String ledger) {
        return ledger.replaceAll("(?m)^(plan |session |speaking ).*\\n", "");
    }

    private XmlSuite last() {
        return suites.get(suites.size() - 1);
    }
}
