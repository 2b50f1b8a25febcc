package shop;

import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Test;

interface ShapesMixin {

    @Disabled("off in the interface")
    @Test
    default void isOffInTheInterface() {}

    @Test
    default void isOnInTheInterface() {}
}
