package dev.attest.systemtests.testng.conformance;

import dev.attest.Attest;
import dev.attest.testkit.Ledger;
import java.lang.reflect.Method;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.testng.ITestContext;
import org.testng.SkipException;
import org.testng.annotations.BeforeClass;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Parameters;
import org.testng.annotations.Test;

import static dev.attest.systemtests.testng.conformance.Entries.attach;
import static dev.attest.systemtests.testng.conformance.Entries.test;

/** Methods that a data provider feeds. */
public final class Rows {

    private Rows() {}

    public static class OfValues {
        @DataProvider
        public Object[][] fruits() {
            return new Object[][] {
                {1, "apple"}, {2, null}, {3, "two\nlines\tand \u0007"}, {4, new int[] {4, 5}}, {5, "z".repeat(300)}
            };
        }

        @Test(dataProvider = "fruits")
        public void fed(int row, @Nullable Object value) {
            Ledger.Entry entry =
                    test(OfValues.class, "fed", "fed(int, Object) › [" + row + "] " + row + ", " + SHOWN.get(row - 1));
            attach(entry, "row.txt", "row " + row);
            if (row == 3) {
                throw entry.failed("worm in " + row);
            }
            entry.passed();
        }

        private static final List<String> SHOWN =
                List.of("\"apple\"", "null", "\"two\\nlines\\tand \\u0007\"", "[4, 5]", "\"" + "z".repeat(198) + "…");
    }

    public static class OfOneValue {
        @DataProvider
        public Object[] colours() {
            return new Object[] {"red", "green"};
        }

        @Test(dataProvider = "colours")
        public void fed(String colour) {
            int row = colour.equals("red") ? 1 : 2;
            test(OfOneValue.class, "fed", "fed(String) › [" + row + "] \"" + colour + "\"")
                    .passed();
        }
    }

    public static class OfAnIterator {
        @DataProvider
        public Iterator<Object[]> numbers() {
            return IntStream.rangeClosed(1, 3)
                    .mapToObj(each -> new Object[] {each})
                    .iterator();
        }

        @Test(dataProvider = "numbers")
        public void fed(int row) {
            test(OfAnIterator.class, "fed", "fed(int) › [" + row + "] " + row).passed();
        }
    }

    public static class InParallel {
        @DataProvider(parallel = true)
        public Object[][] numbers() {
            return IntStream.rangeClosed(1, 40)
                    .mapToObj(each -> new Object[] {each})
                    .toArray(Object[][]::new);
        }

        @Test(dataProvider = "numbers")
        public void fed(int row) {
            Ledger.Entry entry = test(InParallel.class, "fed", "fed(int) › [" + row + "] " + row);
            attach(entry, row + ".txt", "row " + row);
            if (row % 3 == 0) {
                throw entry.failed("worm in " + row);
            }
            entry.passed();
        }
    }

    public static class WithTheContext {
        @DataProvider
        public Object[][] rows(ITestContext context) {
            return new Object[][] {{context.getName()}};
        }

        @Test(dataProvider = "rows")
        public void knowsItself(Method itself, String name) {
            test(WithTheContext.class, itself.getName(), itself.getName() + "(Method, String) › [1] \"" + name + "\"")
                    .passed();
        }

        @Test(dataProvider = "rows")
        public void fed(String name, ITestContext context) {
            test(WithTheContext.class, "fed", "fed(String, ITestContext) › [1] \"" + context.getName() + "\"")
                    .passed();
        }
    }

    public static class OfMutes {
        @DataProvider
        public Object[][] rows() {
            return new Object[][] {{new Mute()}};
        }

        @Test(dataProvider = "rows")
        public void fed(Object mute) {
            test(OfMutes.class, "fed", "fed(Object) › [1] (toString() threw java.lang.IllegalStateException)")
                    .passed();
        }
    }

    public static final class Mute {
        @Override
        public String toString() {
            throw new IllegalStateException("not a word");
        }
    }

    public static class OfNothing {
        @DataProvider
        public Object[][] none() {
            return new Object[0][];
        }

        @Test(dataProvider = "none")
        public void fed(int row) {}
    }

    public static class Failing {
        @DataProvider
        public Object[][] broken() {
            throw test(Failing.class, "fed", "fed(int)").broke("no rows today");
        }

        @Test(dataProvider = "broken")
        public void fed(int row) {}

        @DataProvider
        public Object[][] closed() {
            test(Failing.class, "skipped", "skipped(int)").neverRan("shop is closed");
            throw new SkipException("shop is closed");
        }

        @Test(dataProvider = "closed")
        public void skipped(int row) {}
    }

    public static class FailingHalfway {
        @DataProvider
        public Iterator<Object[]> numbers() {
            return IntStream.rangeClosed(1, 3).mapToObj(FailingHalfway::row).iterator();
        }

        private static Object[] row(int number) {
            if (number == 3) {
                throw test(FailingHalfway.class, "fed", "fed(int)").broke("the table ends");
            }
            return new Object[] {number};
        }

        @Test(dataProvider = "numbers")
        public void fed(int row) {
            test(FailingHalfway.class, "fed", "fed(int) › [" + row + "] " + row).passed();
        }
    }

    public static class Repeated {
        private int calls;

        @DataProvider
        public Object[][] letters() {
            return new Object[][] {{"a"}, {"b"}};
        }

        @Test(dataProvider = "letters", invocationCount = 2)
        public void fed(String letter) {
            calls++;
            int row = letter.equals("a") ? 1 : 2;
            test(
                            Repeated.class,
                            "fed",
                            "fed(String) › [" + row + "] \"" + letter + "\" › [" + (calls <= 2 ? 1 : 2) + "]")
                    .passed();
        }
    }

    public static class OfSomeIndices {
        @DataProvider(indices = {0, 2})
        public Object[][] numbers() {
            return new Object[][] {{1}, {2}, {3}};
        }

        @Test(dataProvider = "numbers")
        public void fed(int row) {
            test(OfSomeIndices.class, "fed", "fed(int) › [" + row + "] " + row).passed();
        }
    }

    public static class SaidByTheProvider {
        /** Nobody's: no test runs yet. */
        @DataProvider
        public Object[][] numbers() {
            Attest.comment("two rows");
            return new Object[][] {{1}, {2}};
        }

        @Test(dataProvider = "numbers")
        public void fed(int row) {
            test(SaidByTheProvider.class, "fed", "fed(int) › [" + row + "] " + row)
                    .passed();
        }
    }

    public static class OfManyArguments {
        @DataProvider
        public Object[][] rows() {
            return new Object[][] {{"a", new String[] {"b", "c"}}};
        }

        @Test(dataProvider = "rows")
        public void fed(String first, String... rest) {
            test(OfManyArguments.class, "fed", "fed(String, String[]) › [1] \"a\", [b, c]")
                    .passed();
        }
    }

    public static class OfNull {
        @DataProvider
        @SuppressWarnings("NullAway")
        public Object[][] none() {
            test(OfNull.class, "fed", "fed(int)")
                    .broke("Data Provider public java.lang.Object[][] " + OfNull.class.getName()
                            + ".none() returned a null value");
            return null;
        }

        @Test(dataProvider = "none")
        public void fed(int row) {}
    }

    public static class OfAParameterThatIsNotThere {
        @BeforeClass
        public void announce() {
            test(OfAParameterThatIsNotThere.class, "fed", "fed(String)")
                    .broke("Parameter 'nowhere' is required by @Test on method fed"
                            + " but has not been marked @Optional or defined");
        }

        @Parameters("nowhere")
        @Test
        public void fed(String value) {}
    }
}
