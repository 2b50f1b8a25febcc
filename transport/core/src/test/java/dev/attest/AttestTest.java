package dev.attest;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

class AttestTest {

    private static final Path FILE = Path.of("cart.json");

    @Test
    void doesNothingWhileNoAdapterIsLoaded() {
        assertThatCode(() -> {
                    Attest.attach(FILE);
                    Attest.attach("cart.json", "{}");
                    Attest.attach("cart.json", new byte[0], AttachmentType.GENERAL_ATTACHMENT);
                    Attest.attachTo(Target.workItem(4711), FILE);
                    Attest.comment("two items");
                })
                .doesNotThrowAnyException();
        assertThat(Attest.watch("driver")).isEqualTo("driver");
    }
}
