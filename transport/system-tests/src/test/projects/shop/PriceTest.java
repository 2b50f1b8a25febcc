package shop;

import org.junit.jupiter.api.Test;

class PriceTest {

    @Test
    void keepsItsCents() {}
}
