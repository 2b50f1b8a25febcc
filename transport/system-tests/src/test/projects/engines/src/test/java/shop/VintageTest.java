package shop;

import java.util.List;
import junit.framework.TestSuite;
import junitparams.JUnitParamsRunner;
import junitparams.Parameters;
import org.junit.Assert;
import org.junit.Test;
import org.junit.experimental.runners.Enclosed;
import org.junit.experimental.theories.DataPoints;
import org.junit.experimental.theories.Theories;
import org.junit.experimental.theories.Theory;
import org.junit.runner.Description;
import org.junit.runner.RunWith;
import org.junit.runner.Runner;
import org.junit.runner.notification.RunNotifier;
import org.junit.runners.AllTests;
import org.junit.runners.Parameterized;

@RunWith(Enclosed.class)
public class VintageTest {
    // ----
    public static class Plain {
        // ----
        @Test
        public void one() {}
        // ----
        @Test
        public void two() {}
        // ----
    }
    // ----
    @RunWith(Parameterized.class)
    public static class Unnamed {
        @Parameterized.Parameters
        public static Object[] rows() {
            return new Object[] {"a", "b"};
        }

        public Unnamed(String text) {}

        @Test
        public void one() {}
    }
    // ----
    @RunWith(Parameterized.class)
    public static class Named {
        @Parameterized.Parameters(name = "{index}: @shown@ {0}")
        public static Object[] rows() {
            return new Object[] {"a(b)", "c[1]"};
        }

        private final String text;

        public Named(String text) {
            this.text = text;
        }

        @Test
        public void one() {}

        @Test
        public void two() {
            Assert.assertEquals("a(b)", text);
        }
    }
    // ----
    @RunWith(Parameterized.class)
    public static class NamedAlike {
        @Parameterized.Parameters(name = "@shown@")
        public static Object[] rows() {
            return new Object[] {"a", "b"};
        }

        public NamedAlike(String text) {}

        @Test
        public void one() {}
    }
    // ----
    @RunWith(Theories.class)
    public static class InTheory {
        @DataPoints
        public static int[] numbers = {1, 2, 3};

        @Theory
        public void holds(int number) {}
    }
    // ----
    @RunWith(JUnitParamsRunner.class)
    public static class WithParams {
        @Test
        @Parameters({"1, @shown@", "2, b"})
        public void rows(int number, String text) {}

        @Test
        public void plain() {}
    }
    // ----
    public static class OfJUnit3 extends junit.framework.TestCase {
        public void testOne() {}

        public void testTwo() {}
    }
    // ----
    @RunWith(AllTests.class)
    public static class Listed {
        public static junit.framework.Test suite() {
            TestSuite suite = new TestSuite("listed");
            suite.addTestSuite(OfJUnit3.class);
            suite.addTestSuite(OfJUnit3.class);
            return suite;
        }
    }
    // ----
    @RunWith(Script.class)
    public static class Scripted {}

    /** Tests that are no methods, two of one name. */
    public static class Script extends Runner {
        private final Class<?> type;

        public Script(Class<?> type) {
            this.type = type;
        }

        @Override
        public Description getDescription() {
            Description all = Description.createSuiteDescription(type);
            children().forEach(all::addChild);
            return all;
        }

        private List<Description> children() {
            return List.of(
                    Description.createTestDescription("a script", "buys (a cart)", "1"),
                    Description.createTestDescription("a script", "buys (a cart)", "2"),
                    Description.createTestDescription(type, "returns"),
                    Description.createSuiteDescription("neither class nor method", "4"));
        }

        @Override
        public void run(RunNotifier notifier) {
            for (Description child : children()) {
                notifier.fireTestStarted(child);
                notifier.fireTestFinished(child);
            }
        }
    }
    // ----
    public static class Last {
        @Test
        public void one() {}
    }
    // ----
}
