package shop;

import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Test;

/** The annotation of a class is not inherited. */
@Disabled("off above")
class OffAncestor {

    @Test
    void isInherited() {}
}
