package dev.attest.systemtests.testng.conformance;

import org.testng.annotations.BeforeClass;
import org.testng.annotations.Ignore;
import org.testng.annotations.Test;

import static dev.attest.systemtests.testng.conformance.Entries.test;

/** Tests that are not to run. */
public final class Disabling {

    private Disabling() {}

    public static class Methods {
        @BeforeClass
        public void announce() {
            test(Methods.class, "dark").neverRan("disabled: @Test(enabled = false)");
            test(Methods.class, "ignored").neverRan("bulb is broken");
            test(Methods.class, "unexplained").neverRan("disabled: @Ignore");
        }

        @Test(enabled = false, description = "nobody reads this")
        public void dark() {}

        @Ignore("bulb is broken")
        @Test
        public void ignored() {}

        @Ignore
        @Test
        public void unexplained() {}

        @Test
        public void on() {
            test(Methods.class, "on").passed();
        }
    }

    /** Speaks for classes that nothing runs of. */
    public static class Beside {
        @Test
        public void announces() {
            test(Beside.class, "announces").passed();
            test(IgnoredClass.class, "one").neverRan("next year");
            test(DisabledClass.class, "one").neverRan("disabled: @Test(enabled = false)");
        }
    }

    @Ignore("next year")
    public static class IgnoredClass {
        @Test
        public void one() {}
    }

    @Test(enabled = false)
    public static class DisabledClass {
        @Test(enabled = false)
        public void one() {}
    }
}
