package dev.attest.internal.journal;

import dev.attest.internal.journal.RunFolder.PeerState;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** The JVMs of one run, each with a folder in the folder of the run. Thread-safe, also among JVMs. */
final class RunMembers {

    private final Journals journals;
    private final Disk disk;
    private final Path run;
    private final String owner;
    private final Set<Path> tried = ConcurrentHashMap.newKeySet();

    RunMembers(Journals journals, Disk disk, Path run, String owner) {
        this.journals = journals;
        this.disk = disk;
        this.run = run;
        this.owner = owner;
    }

    boolean exist() throws IOException {
        return !folders().isEmpty();
    }

    PeerState peers(Path self, Set<String> present) throws IOException {
        // The check holds each lock for a moment. Two JVMs that check at once would take each other's probe for a live
        // owner.
        try (Closeable checking = disk.tryLock(run, owner)) {
            return checking == null && disk.exists(run) ? PeerState.UNKNOWN : check(self, present);
        }
    }

    private PeerState check(Path self, Set<String> present) throws IOException {
        PeerState peers = PeerState.NONE;
        for (Path member : folders()) {
            if (member.equals(self)) {
                continue;
            }
            if (isHeld(member)) {
                peers = present.contains(member.getFileName().toString()) ? PeerState.ALIVE : peers;
            } else if (disk.exists(member) && !tried.contains(member)) {
                return PeerState.DEAD;
            }
        }
        return peers;
    }

    List<Journal> adoptWaiting(RunFolder shared, Consumer<String> refused) throws IOException {
        List<Journal> adopted = new ArrayList<>();
        for (Path member : folders()) {
            if (!tried.contains(member) && journals.adopt(member, shared, adopted, refused)) {
                tried.add(member);
            }
        }
        return adopted;
    }

    private boolean isHeld(Path member) throws IOException {
        try (Closeable free = disk.tryLock(member, owner)) {
            return free == null && disk.exists(member);
        }
    }

    private List<Path> folders() throws IOException {
        return disk.list(run).stream()
                .filter(entry -> Journals.isJvm(entry) && disk.isFolder(entry))
                .toList();
    }
}
