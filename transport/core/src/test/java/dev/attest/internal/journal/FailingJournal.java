package dev.attest.internal.journal;

import java.io.IOException;
import java.nio.file.Path;

/** A journal on a disk that fails, and what the next JVM finds there when the disk is well again. */
public final class FailingJournal {

    private static final Path RUN = Path.of("/attest/run");
    private static final Path FOLDER = RUN.resolve("1-00000001");

    private final Disk sound = new ModelDisk(RUN.getParent(), RUN, FOLDER);
    private final FailingDisk failing;

    /**
     * @param nth which change of the disk fails, from 1
     * @param forGood whether all after it fail too
     */
    public FailingJournal(int nth, boolean forGood) {
        this.failing = new FailingDisk(sound, nth, forGood);
    }

    /** Opens it in the JVM of the tests. */
    public Journal open() throws IOException {
        return open(failing, false);
    }

    /** Opens it in the JVM after that. */
    public Journal adopt() throws IOException {
        return open(sound, true);
    }

    /** Returns whether there were that many changes. */
    public boolean hasFailed() {
        return failing.hasFailed();
    }

    private static Journal open(Disk disk, boolean adopted) throws IOException {
        RunFolder run = new RunFolder(new Journals(RUN), disk, RUN, false);
        return new Journal(disk, FOLDER, run, () -> {}, adopted);
    }
}
