package dev.attest.systemtests.testng.conformance;

import org.testng.annotations.BeforeClass;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Factory;
import org.testng.annotations.Test;

import static dev.attest.systemtests.testng.conformance.Entries.attach;
import static dev.attest.systemtests.testng.conformance.Entries.test;

/** Classes of which a factory makes several instances. */
public final class Factories {

    private Factories() {}

    public static class Named {
        private final int number;
        private final String name;

        Named(int number, String name) {
            this.number = number;
            this.name = name;
        }

        @Factory
        public static Object[] make() {
            return new Object[] {new Named(1, "chrome"), new Named(2, "firefox"), new Named(3, "safari")};
        }

        @Test
        public void opens() {
            var entry = test(Named.class, "opens", "[" + number + "] " + name + " › opens");
            attach(entry, "browser.txt", name);
            if (number == 2) {
                throw entry.failed("no page in " + name);
            }
            entry.passed();
        }

        @Override
        public String toString() {
            return name;
        }
    }

    public static class OfParameters {
        private final int number;

        @DataProvider
        public static Object[][] browsers() {
            return new Object[][] {{1, "chrome"}, {2, "firefox"}};
        }

        @Factory(dataProvider = "browsers")
        public OfParameters(int number, String browser) {
            this.number = number;
        }

        @DataProvider
        public Object[][] pages() {
            return new Object[][] {{"cart"}};
        }

        @Test(dataProvider = "pages")
        public void opens(String page) {
            String made = "[" + number + "] " + number + ", \"" + (number == 1 ? "chrome" : "firefox") + "\"";
            test(OfParameters.class, "opens", made + " › opens(String) › [1] \"cart\"")
                    .passed();
        }
    }

    public static class Silent {
        private final int number;

        Silent(int number) {
            this.number = number;
        }

        @Factory
        public static Object[] make() {
            return new Object[] {new Silent(1), new Silent(2)};
        }

        @Test
        public void opens() {
            test(Silent.class, "opens", "[" + number + "] › opens").passed();
        }
    }

    public static class BrokenInPart {
        private final int number;

        BrokenInPart(int number) {
            this.number = number;
        }

        @Factory
        public static Object[] make() {
            return new Object[] {new BrokenInPart(1), new BrokenInPart(2)};
        }

        @BeforeClass
        public void plugIn() {
            if (number == 2) {
                test(BrokenInPart.class, "opens", "[2] no. 2 › opens")
                        .neverRan("Not started: @BeforeClass BrokenInPart.plugIn failed: no socket");
                throw test(BrokenInPart.class, "plugIn", "[2] no. 2 › @BeforeClass plugIn")
                        .broke("no socket");
            }
        }

        @Test
        public void opens() {
            test(BrokenInPart.class, "opens", "[1] no. 1 › opens").passed();
        }

        @Override
        public String toString() {
            return "no. " + number;
        }
    }
}
