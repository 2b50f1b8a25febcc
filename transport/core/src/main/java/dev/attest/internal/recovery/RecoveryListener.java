package dev.attest.internal.recovery;

import dev.attest.internal.delivery.Progress;
import dev.attest.internal.journal.Journal;
import java.util.function.IntFunction;

/**
 * Receives what becomes of the journals of dead JVMs at each destination. The name of the destination is empty if a
 * journal is for none that delivers here. A journal is open during the call.
 */
interface RecoveryListener {

    /**
     * What becomes of a journal is known, and told next.
     *
     * @param pages returns the address of the page that shows a row; empty if the destination does not have it
     */
    void closing(Journal journal, IntFunction<String> pages);

    /** Everything is accepted or refused. The journal is about to be deleted or set aside. */
    void completed(String destination, Journal journal, Progress progress);

    /** The journal cannot be delivered now, and waits. */
    void undeliverable(String destination, Journal journal, Progress progress, String reason);

    /** Delivery stopped early. The rest waits. */
    void unfinished(String destination, Journal journal, Progress progress, String reason);

    /** A journal that no JVM holds cannot be opened or closed. The message says which, and why. */
    void notAdopted(String message);

    /** Nothing follows. */
    void close();
}
