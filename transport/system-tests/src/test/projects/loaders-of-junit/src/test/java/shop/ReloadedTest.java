package shop;

import dev.attest.Attest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static org.junit.jupiter.api.Assertions.fail;

@ExtendWith(Reloaded.class)
class ReloadedTest {

    @Test
    void fails() {
        new Evidence().run();
        fail("on purpose");
    }

    @Test
    void passes() {
        Evidence.requireCopy();
        Attest.comment("another comment");
    }
}
