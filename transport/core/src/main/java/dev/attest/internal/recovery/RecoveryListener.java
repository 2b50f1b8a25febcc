package dev.attest.internal.recovery;

import dev.attest.internal.delivery.Progress;
import dev.attest.internal.journal.Journal;

/** Is told what becomes of each run that a dead JVM left behind. Its journal is open while it is told. */
interface RecoveryListener {

    /** All of it is delivered or refused, and its journal is about to be removed or set aside. */
    void settled(Journal journal, Progress progress);

    /** It cannot be delivered as things are, and waits. */
    void left(Journal journal, Progress progress, String why);

    /** Time or service did not suffice for all of it: the rest waits. */
    void unfinished(Journal journal, Progress progress);

    /** A journal that nobody holds cannot be opened; the message says which, and why. */
    void refused(String message);
}
