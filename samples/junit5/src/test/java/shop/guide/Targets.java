package shop.guide;

import dev.attest.Attest;
import dev.attest.Target;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What the guide shows of text, bytes, and files that go elsewhere than on the result. */
class Targets {

    private final Path file = Path.of("receipt.txt");
    private final byte[] bytes = {1, 2, 3};

    @Test
    void attachesTextAndBytes() {
        Attest.attach("cart.json", "{\"total\":200}");
        Attest.attach("cart.bin", bytes);
    }

    @Test
    void attachesToItemsOfTheServices() {
        Attest.attachTo(Target.workItem(4711), file);
        Attest.attachTo(Target.bug(12), file, "seen twice");
    }
}
