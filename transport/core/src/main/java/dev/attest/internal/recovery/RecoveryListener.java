package dev.attest.internal.recovery;

import dev.attest.internal.delivery.Progress;
import dev.attest.internal.journal.Journal;

/** Receives what becomes of the journals of dead JVMs. A journal is open during the call. */
interface RecoveryListener {

    /** Everything is accepted or refused. The journal is about to be deleted or set aside. */
    void completed(Journal journal, Progress progress);

    /** The journal cannot be delivered now, and waits. */
    void undeliverable(Journal journal, Progress progress, String reason);

    /** Delivery stopped early. The rest waits. */
    void unfinished(Journal journal, Progress progress);

    /** A journal that no JVM holds cannot be opened or closed. The message says which, and why. */
    void notAdopted(String message);
}
