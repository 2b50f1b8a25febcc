package dev.attest.testkit;

import dev.attest.AttachmentType;
import dev.attest.Attest;
import org.junit.jupiter.api.Test;

/** Uses most of what a child JVM uses, so that its classes are in the archive. */
final class ClassDataSuite {

    @Test
    void passes() {
        System.out.println("a line");
        Attest.comment("a comment");
        Attest.attach("cart.txt", "a file", AttachmentType.GENERAL_ATTACHMENT);
    }

    @Test
    void fails() {
        throw new IllegalStateException("on purpose");
    }
}
