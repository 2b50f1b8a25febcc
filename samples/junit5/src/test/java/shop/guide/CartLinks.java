package shop.guide;

import dev.attest.QaCompleteTest;
import dev.attest.TestCase;
import dev.attest.WorkItem;
import org.junit.jupiter.api.Test;

@WorkItem(4711)
class CartLinks {

    @Test
    @TestCase(123)
    void adds() {}

    @Test
    @WorkItem({4711, 12})
    @QaCompleteTest(77)
    void removes() {}
}
