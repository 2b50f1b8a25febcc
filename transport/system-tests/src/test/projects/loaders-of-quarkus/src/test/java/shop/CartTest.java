package shop;

import dev.attest.Attest;
import dev.attest.Output;
import dev.attest.QaCompleteTest;
import dev.attest.Screenshot;
import dev.attest.TestCase;
import dev.attest.When;
import dev.attest.WorkItem;
import dev.attest.junit5.Attested;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

@QuarkusTest
@Attested
@WorkItem(4711)
class CartTest {

    @Inject
    Cart cart;

    @Test
    void fails() {
        assertEquals(3, cart.total());
        new Evidence().run();
        fail("on purpose");
    }

    @Test
    @Screenshot(When.NEVER)
    @TestCase(127)
    @QaCompleteTest(20)
    void failsWithoutAPicture() {
        PaintedDriver driver = Attest.watch(new PaintedDriver());
        assertEquals("A dot", driver.getTitle());
        fail("on purpose");
    }

    @Test
    @Output(When.ALWAYS)
    @TestCase(999)
    @TestCase(126)
    void talks() {
        System.out.println("printed");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void adds(int number) {
        Attest.comment("adding");
    }

    @Nested
    class Inner {

        @Test
        void within() {
            Attest.attach("within.txt", "a note");
        }
    }
}
