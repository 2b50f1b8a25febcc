package dev.attest.testng.conformance;

import java.util.List;
import org.testng.ITestContext;
import org.testng.annotations.BeforeClass;
import org.testng.annotations.Test;
import org.testng.xml.XmlClass;
import org.testng.xml.XmlSuite;
import org.testng.xml.XmlTest;

import static dev.attest.testng.conformance.Entries.testIn;

/** Classes that suites have more than once. */
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

    /** Returns suites that have these classes more than once, some of them within another. */
    static List<XmlSuite> all() {
        XmlSuite browsers = suite("browsers");
        test(browsers, "chrome", InTwoTests.class, BrokenInOne.class);
        test(browsers, "firefox", InTwoTests.class, BrokenInOne.class);
        XmlSuite week = suite("week");
        for (String day : List.of("monday", "tuesday")) {
            XmlSuite suite = suite(day);
            test(suite, "all", InTwoSuites.class);
            suite.setParentSuite(week);
            week.getChildSuites().add(suite);
        }
        return List.of(browsers, week);
    }

    static XmlSuite suite(String name) {
        XmlSuite suite = new XmlSuite();
        suite.setName(name);
        suite.setVerbose(0);
        return suite;
    }

    static void test(XmlSuite suite, String name, Class<?>... classes) {
        XmlTest test = new XmlTest(suite);
        test.setName(name);
        test.setXmlClasses(List.of(classes).stream().map(XmlClass::new).toList());
    }
}
