package dev.attest.internal.journal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

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

    /** Returns it as the JVM after that finds it. */
    public WaitingJournals waiting() {
        return new WaitingJournals() {
            @Override
            public List<Path> folders(Consumer<String> refused) {
                return List.of(FOLDER);
            }

            @Override
            public RunFolder run(Path folder) {
                return new RunFolder(new Journals(folder), sound, folder, false);
            }

            @Override
            public Optional<Journal> adopt(Path folder, RunFolder run, Consumer<String> refused) {
                try {
                    return sound.exists(folder) ? Optional.of(FailingJournal.open(sound, true)) : Optional.empty();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        };
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
