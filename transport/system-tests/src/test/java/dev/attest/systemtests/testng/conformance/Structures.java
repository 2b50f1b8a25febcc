package dev.attest.systemtests.testng.conformance;

import java.util.ArrayList;
import java.util.List;
import org.testng.ITestContext;
import org.testng.annotations.Optional;
import org.testng.annotations.Parameters;
import org.testng.annotations.Test;

import static dev.attest.systemtests.testng.conformance.Entries.test;

/** Where tests are declared, and what they are called. */
public final class Structures {

    private Structures() {}

    public abstract static class Fruit {
        @Test
        public void tastes() {
            test(getClass(), "tastes").passed();
        }

        @Test
        public void keeps() {
            throw test(getClass(), "keeps").failed("not for ever");
        }
    }

    public static class Apple extends Fruit {}

    public static class Melon extends Fruit {
        @Override
        @Test
        public void keeps() {
            test(Melon.class, "keeps").passed();
        }
    }

    @Test
    public static class OnTheClass {
        public void one() {
            test(OnTheClass.class, "one").passed();
        }

        public void two() {
            throw test(OnTheClass.class, "two").failed("of itself");
        }
    }

    public static class Overloaded {
        @Test
        public void opens() {
            test(Overloaded.class, "opens").passed();
        }

        @Test
        public void opens(ITestContext context) {
            test(Overloaded.class, "opens", "opens(ITestContext)").passed();
        }

        @Parameters("browser")
        @Test
        public void opens(@Optional("chrome") String browser) {
            throw test(Overloaded.class, "opens", "opens(String) › \"" + browser + "\"")
                    .failed("no " + browser);
        }
    }

    public static class Described {
        @Test(description = "puts two\n\tand two together")
        public void adds() {
            test(Described.class, "adds", "adds: puts two and two together").passed();
        }

        @Test(description = "<b>zwölf</b> \ud83d\ude00")
        public void fails() {
            throw test(Described.class, "fails", "fails: <b>zwölf</b> \ud83d\ude00")
                    .failed("rain");
        }

        @Test(description = " ")
        public void blank() {
            test(Described.class, "blank").passed();
        }
    }

    public static class InGroups {
        @Test(groups = {"shop", "fast"})
        public void one() {
            test(InGroups.class, "one").passed();
        }

        @Test(groups = "shop")
        public void two() {
            throw test(InGroups.class, "two").failed("sold out");
        }
    }

    public static class InOrder {
        private final List<String> ran = new ArrayList<>();

        @Test(priority = 3)
        public void a() {
            ran.add("a");
            throw test(InOrder.class, "a").failed(ran.toString());
        }

        @Test(priority = 1)
        public void c() {
            ran.add("c");
            test(InOrder.class, "c").passed();
        }

        @Test(priority = 2)
        public void b() {
            ran.add("b");
            test(InOrder.class, "b").passed();
        }
    }
}
