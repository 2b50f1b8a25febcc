package shop;

import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Test;

/** What is disabled here need not be where it is inherited. */
class ShapesAncestor {

    @Disabled("off above")
    @Test
    void isOffAboveAndOnHere() {}

    @Disabled("off above")
    @Test
    void isOff() {}

    @Test
    void isOn() {}
}
