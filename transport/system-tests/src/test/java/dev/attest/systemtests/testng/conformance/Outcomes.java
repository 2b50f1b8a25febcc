package dev.attest.systemtests.testng.conformance;

import java.io.IOException;
import org.testng.Assert;
import org.testng.SkipException;
import org.testng.annotations.Test;
import org.testng.asserts.SoftAssert;

import static dev.attest.systemtests.testng.conformance.Entries.test;

/** How the body of a test ends. */
public final class Outcomes {

    private Outcomes() {}

    public static class Plain {
        @Test
        public void passes() {
            test(Plain.class, "passes").passed();
        }

        @Test
        public void passesForWhatItCatches() {
            test(Plain.class, "passesForWhatItCatches").passed();
            Assert.assertThrows(IllegalStateException.class, () -> {
                throw new IllegalStateException("expected");
            });
        }

        @Test
        public void fails() {
            throw test(Plain.class, "fails").failed("two is not three");
        }

        @Test
        public void failsWithoutAMessage() {
            throw test(Plain.class, "failsWithoutAMessage")
                    .failed(new IllegalStateException(), "java.lang.IllegalStateException");
        }

        @Test
        public void failsAnAssertion() {
            test(Plain.class, "failsAnAssertion").failed("price expected [3] but found [2]");
            Assert.assertEquals(2, 3, "price");
        }

        @Test
        public void failsSeveralAssertions() {
            test(Plain.class, "failsSeveralAssertions")
                    .failed("The following asserts failed:\n\tno milk expected [true] but found [false],\n"
                            + "\tno eggs expected [true] but found [false]");
            SoftAssert cart = new SoftAssert();
            cart.assertTrue(false, "no milk");
            cart.assertTrue(false, "no eggs");
            cart.assertAll();
        }

        @Test
        public void throwsACheckedException() throws IOException {
            throw test(Plain.class, "throwsACheckedException")
                    .failed(new IOException("no route to host"), "no route to host");
        }

        @Test
        public void throwsWithACauseAndASuppressed() {
            var thrown = new IllegalStateException("outer", new IOException("inner"));
            thrown.addSuppressed(new IOException("beside"));
            throw test(Plain.class, "throwsWithACauseAndASuppressed").failed(thrown, "outer");
        }

        @Test
        public void throwsAnErrorOfTheLinker() {
            throw test(Plain.class, "throwsAnErrorOfTheLinker")
                    .failed(new NoClassDefFoundError("shop/Lost"), "shop/Lost");
        }
    }

    public static class Skipping {
        @Test
        public void withAReason() {
            test(Skipping.class, "withAReason").assumed("not on a Tuesday");
            throw new SkipException("not on a Tuesday");
        }

        @Test
        public void forAnother() {
            test(Skipping.class, "forAnother").assumed("no network");
            throw new SkipException("no network", new IOException("no route to host"));
        }
    }

    public static class Expecting {
        @Test(expectedExceptions = IllegalStateException.class)
        public void met() {
            test(Expecting.class, "met").passed();
            throw new IllegalStateException("planned");
        }

        @Test(expectedExceptions = IllegalStateException.class)
        public void notMet() {
            test(Expecting.class, "notMet")
                    .failed(
                            "Method Outcomes$Expecting.notMet()[pri:0, instance:here] should have thrown an exception of type class"
                                    + " java.lang.IllegalStateException");
        }

        @Test(expectedExceptions = IllegalStateException.class)
        public void wrong() throws IOException {
            throw test(Expecting.class, "wrong")
                    .failed(
                            new IOException("disk full"),
                            "Expected exception of type class java.lang.IllegalStateException but got"
                                    + " java.io.IOException: disk full");
        }

        @Test(expectedExceptions = IllegalStateException.class, expectedExceptionsMessageRegExp = ".*locked.*")
        public void metInWords() {
            test(Expecting.class, "metInWords").passed();
            throw new IllegalStateException("door is locked");
        }

        /** TestNG has this in its messages. */
        @Override
        public String toString() {
            return "here";
        }
    }
}
