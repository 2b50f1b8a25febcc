package dev.attest.cli;

import dev.attest.cli.PurgeReport.Kept;
import dev.attest.cli.PurgeReport.Removed;
import dev.attest.internal.journal.InspectedJournal;
import dev.attest.internal.journal.InspectedJournal.State;
import dev.attest.internal.journal.Journal;
import dev.attest.internal.journal.JournalFiles;
import dev.attest.internal.journal.JournalInspector;
import dev.attest.internal.journal.JournalInspector.InspectedRun;
import dev.attest.internal.journal.Journals;
import dev.attest.internal.status.JournalStatus;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Removes delivered journals from a folder. It removes what is not delivered only if it is forced to. */
final class Purge {

    private final Path dir;
    private final Journals journals;
    private final boolean force;
    private final List<Removed> removed = new ArrayList<>();
    private final List<Kept> kept = new ArrayList<>();

    Purge(Path dir, boolean force) {
        this.dir = dir;
        this.journals = new Journals(dir);
        this.force = force;
    }

    PurgeReport run() throws IOException {
        for (InspectedRun run : JournalInspector.inspect(dir)) {
            run.journals().forEach(this::journal);
        }
        // Opening a journal can have moved a torn end to a folder of its own.
        for (InspectedRun run : JournalInspector.inspect(dir)) {
            run.damaged().forEach(damaged -> setAside(damaged, "pieces that could not be read", ItemCounts.NONE));
            if (!journals.deleteRunIfEnded(run.folder()) && run.journals().isEmpty() && run.shared()) {
                keep(run.folder(), "a further JVM of the same build may join the run", true);
            }
        }
        ItemCounts dropped = removed.stream().map(Removed::dropped).reduce(ItemCounts.NONE, ItemCounts::plus);
        return new PurgeReport(dir.toString(), removed, kept, dropped);
    }

    private void journal(InspectedJournal journal) {
        if (journal.state() == State.IN_USE) {
            keep(journal.folder(), "process " + journal.pid() + " is running", true);
            return;
        }
        JournalStatus standing;
        try {
            standing = JournalStatus.of(journal);
            if (!JournalFiles.onlyIn(journal.folder())) {
                keep(journal.folder(), "it holds files that are not Attest's", false);
                return;
            }
        } catch (IOException e) {
            keep(journal.folder(), String.valueOf(e.getMessage()), false);
            return;
        }
        if (journal.state() == State.REFUSED) {
            ItemCounts refused = DeliveryCounts.refused(standing).plus(DeliveryCounts.waiting(standing));
            setAside(journal.folder(), refused.inWords() + " refused", refused);
        } else if (standing.done() || force) {
            remove(journal);
        } else {
            keep(journal.folder(), Plurals.waiting(standing) + " not delivered; see 'attest replay'", false);
        }
    }

    /** Looks at the journal again under its lock, because something may have been added since. */
    private void remove(InspectedJournal found) {
        List<String> refused = new ArrayList<>();
        Optional<Journal> adopted = journals.adopt(found.folder(), refused::add);
        if (adopted.isEmpty()) {
            String why = refused.isEmpty() ? "another process has taken it" : String.join("; ", refused);
            keep(found.folder(), why, refused.isEmpty());
            return;
        }
        try (Journal journal = adopted.get()) {
            JournalStatus standing = JournalStatus.of(found);
            if (!standing.done() && !force) {
                keep(found.folder(), Plurals.waiting(standing) + " not delivered", false);
                return;
            }
            journal.delete();
            ItemCounts dropped = DeliveryCounts.waiting(standing).plus(DeliveryCounts.refused(standing));
            String what = standing.done() ? "delivered, or empty" : "dropped " + Plurals.waiting(standing);
            removed.add(new Removed(found.folder().toString(), what, dropped));
        } catch (IOException e) {
            keep(found.folder(), String.valueOf(e.getMessage()), false);
        }
    }

    private void setAside(Path folder, String what, ItemCounts dropped) {
        if (!force) {
            keep(folder, what, false);
            return;
        }
        try {
            JournalFiles.delete(folder);
            removed.add(new Removed(folder.toString(), "dropped " + what, dropped));
        } catch (IOException e) {
            keep(folder, String.valueOf(e.getMessage()), false);
        }
    }

    private void keep(Path folder, String why, boolean inUse) {
        kept.add(new Kept(folder.toString(), why, inUse));
    }
}
