package shop;

import dev.attest.AttachmentType;
import dev.attest.Attest;
import dev.attest.junit5.Attested;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

@Attested
class CartTest {

    private final Cart cart = new Cart();

    @ParameterizedTest
    @CsvSource({"apple, 120", "pear, 80", "melon, 450"})
    void addsWhatACustomerPicks(String item, int cents) {
        cart.add(item, cents);

        assertEquals(cents, cart.total());
    }

    @Test
    @DisplayName("prints a receipt")
    void printsAReceipt(@TempDir Path folder) throws IOException {
        cart.add("apple", 120);
        cart.add("pear", 80);
        Path receipt = Files.writeString(folder.resolve("receipt.txt"), cart.receipt());

        Attest.attach(receipt);
        Attest.attach("receipt.json", "{\"total\":" + cart.total() + "}");
        Attest.comment("Two items, as the customer asked for.");

        assertEquals("apple 120\npear 80\ntotal 200\n", cart.receipt());
    }

    @Test
    @DisplayName("gives a discount (fails on purpose)")
    void givesADiscount() {
        cart.add("melon", 450);
        Attest.attach("cart-at-failure.txt", cart.receipt(), AttachmentType.CONSOLE_LOG);

        assertEquals(405, cart.total(), "ten percent off above four euros");
    }

    @Test
    @Disabled("taxes come with the next release")
    void addsTaxes() {}

    @Test
    void shipsOnlyWhenOpen() {
        assumeTrue(cart.total() > 0, "an empty cart is not shipped");
    }

    @Nested
    class WhenEmpty {

        @Test
        void costsNothing() {
            assertEquals(0, cart.total());
        }

        @Test
        void refusesNegativePrices() {
            assertThrows(IllegalArgumentException.class, () -> cart.add("apple", -1));
        }

        @RepeatedTest(2)
        void staysEmpty() {
            assertEquals("total 0\n", cart.receipt());
        }
    }
}
