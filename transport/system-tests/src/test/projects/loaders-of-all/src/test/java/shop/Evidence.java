package shop;

import dev.attest.AttachmentType;
import dev.attest.Attest;
import dev.attest.Target;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** All that a test can hand to Attest. Each class loader that loads it has a copy of Attest, too. */
public final class Evidence implements Runnable {

    private static final PaintedDriver DRIVER = new PaintedDriver();

    /** Throws if Attest is that of the class loader which Surefire made for the tests. */
    public static void requireCopy() {
        if (Attest.class.getClassLoader().getClass().getName().matches(".*(AppClassLoader|IsolatedClassLoader)")) {
            throw new IllegalStateException("not a copy");
        }
    }

    @Override
    public void run() {
        requireCopy();
        try {
            Path file = Files.writeString(Files.createTempDirectory("shop").resolve("cart.json"), "{}");
            Path trace = Files.writeString(Files.createTempDirectory("shop").resolve("trace.txt"), "clicked");
            Attest.attach(file);
            Attest.attach(trace, AttachmentType.INTERMEDIATE_COLLECTOR_DATA);
            Attest.attach("note.txt", "a note");
            Attest.attach("summary.txt", "a summary", AttachmentType.TMI_TEST_RUN_SUMMARY);
            Attest.attach("raw.bin", new byte[] {1, 2});
            Attest.attach("log.bin", new byte[] {3}, AttachmentType.CONSOLE_LOG);
            Attest.attachTo(Target.workItem(4711), file, "a cart");
            Attest.attachTo(Target.workItem(4711), trace);
            Attest.comment("a comment");
            Attest.watch(DRIVER);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
