package shop;

import dev.attest.Attest;
import dev.attest.TestCase;
import org.junit.jupiter.api.Test;

/** A test beside those of Quarkus. */
class PlainTest {

    @Test
    @TestCase(124)
    void passes() {
        Attest.attach("plain.txt", "a note");
        Attest.comment("plain");
    }
}
