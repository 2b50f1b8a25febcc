package shop.guide;

import dev.attest.WorkItem;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the guide shows of tags, names and annotations of one's own. */
class Linked {

    @Test
    @Tag("TestCase=123")
    void logsIn() {}

    @Test
    @DisplayName("[123] logs in")
    void logsInByName() {}

    @Retention(RetentionPolicy.RUNTIME)
    @WorkItem(4711)
    @interface Checkout {}

    @Checkout
    @Test
    void paysByCard() {}
}
