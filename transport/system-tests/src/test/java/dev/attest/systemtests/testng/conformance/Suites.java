package dev.attest.systemtests.testng.conformance;

import java.util.List;
import org.testng.ITestContext;
import org.testng.annotations.BeforeClass;
import org.testng.annotations.Test;
import org.testng.xml.XmlClass;
import org.testng.xml.XmlSuite;
import org.testng.xml.XmlTest;

import static dev.attest.systemtests.testng.conformance.Entries.fixture;
import static dev.attest.systemtests.testng.conformance.Entries.test;
import static dev.attest.systemtests.testng.conformance.Entries.testIn;

/** Classes that suites have more than once, or together. */
public final class Suites {

    private Suites() {}

    public static class InTwoTests {
        @Test
        public void passes(ITestContext context) {
            testIn(context.getName(), InTwoTests.class, "passes", "passes(ITestContext)")
                    .passed();
        }

        @Test
        public void failsInFirefox(ITestContext context) {
            var entry = testIn(context.getName(), InTwoTests.class, "failsInFirefox", "failsInFirefox(ITestContext)");
            if (context.getName().equals("firefox")) {
                throw entry.failed("no popcorn");
            }
            entry.passed();
        }
    }

    public static class BrokenInOne {
        @BeforeClass
        public void open(ITestContext context) {
            if (context.getName().equals("firefox")) {
                testIn("firefox", BrokenInOne.class, "one", "one(ITestContext)")
                        .neverRan("Not started: @BeforeClass BrokenInOne.open failed: no window");
                throw testIn("firefox", BrokenInOne.class, "open", "@BeforeClass open")
                        .broke("no window");
            }
        }

        @Test
        public void one(ITestContext context) {
            testIn(context.getName(), BrokenInOne.class, "one", "one(ITestContext)")
                    .passed();
        }
    }

    public static class InTwoSuites {
        @Test
        public void passes(ITestContext context) {
            testIn(context.getSuite().getName(), InTwoSuites.class, "passes", "passes(ITestContext)")
                    .passed();
        }
    }

    public static class Base {
        @BeforeClass
        public void open() {
            if (getClass() == Sour.class) {
                test(Sour.class, "tastes").neverRan("Not started: @BeforeClass Sour.open failed: no sugar");
                throw fixture(Sour.class, "@BeforeClass", "open").broke("no sugar");
            }
        }

        @Test
        public void tastes() {
            test(getClass(), "tastes").passed();
        }
    }

    public static class Sour extends Base {}

    public static class Sweet extends Base {}

    /** Returns suites of these classes, some of them within another. */
    static List<XmlSuite> all() {
        XmlSuite browsers = suite("browsers");
        add(browsers, "chrome", InTwoTests.class, BrokenInOne.class);
        add(browsers, "firefox", InTwoTests.class, BrokenInOne.class);
        XmlSuite week = suite("week");
        for (String day : List.of("monday", "tuesday")) {
            XmlSuite suite = suite(day);
            add(suite, "all", InTwoSuites.class);
            suite.setParentSuite(week);
            week.getChildSuites().add(suite);
        }
        XmlSuite fruits = suite("fruits");
        add(fruits, "all", Sour.class, Sweet.class);
        return List.of(browsers, week, fruits);
    }

    static XmlSuite suite(String name) {
        XmlSuite suite = new XmlSuite();
        suite.setName(name);
        suite.setVerbose(0);
        return suite;
    }

    static void add(XmlSuite suite, String name, Class<?>... classes) {
        XmlTest test = new XmlTest(suite);
        test.setName(name);
        test.setXmlClasses(List.of(classes).stream().map(XmlClass::new).toList());
    }
}
