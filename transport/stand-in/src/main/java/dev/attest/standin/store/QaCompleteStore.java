package dev.attest.standin.store;

import java.nio.file.Path;
import java.time.Clock;
import org.jdbi.v3.core.Jdbi;

/** What QAComplete keeps. */
public final class QaCompleteStore {

    private final EntityStore entities;
    private final TestRunStore runs;
    private final OutputStore outputs;
    private final EntityFileStore files;
    private final Path incoming;

    QaCompleteStore(Jdbi jdbi, BlobFolder blobs, Path incoming, Clock clock) {
        this.entities = new EntityStore(jdbi);
        this.runs = new TestRunStore(jdbi, clock);
        this.outputs = new OutputStore(jdbi, blobs);
        this.files = new EntityFileStore(jdbi, blobs, clock);
        this.incoming = incoming;
    }

    /** Returns the projects and what is in them. */
    public EntityStore entities() {
        return entities;
    }

    /** Returns the test runs with their items. */
    public TestRunStore runs() {
        return runs;
    }

    /** Returns the logs and reports of items. */
    public OutputStore outputs() {
        return outputs;
    }

    /** Returns the files of entities. */
    public EntityFileStore files() {
        return files;
    }

    /** Returns the folder for bodies that are being read; it is empty at the start. */
    public Path incoming() {
        return incoming;
    }
}
