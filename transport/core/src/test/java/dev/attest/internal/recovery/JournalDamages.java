package dev.attest.internal.recovery;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import static dev.attest.internal.recovery.DamagedJournal.ACKS;
import static dev.attest.internal.recovery.DamagedJournal.EVENTS;

/** All kinds of damage: by bad memory, a dying disk, a person who tidies up, or somebody with bad intentions. */
final class JournalDamages {

    /**
     * A kind of damage.
     *
     * @param curable whether all sound results can be delivered in spite of it
     */
    record Damage(String name, boolean curable, Change change) {

        /** Returns whether it is of what a delivery leaves behind. */
        boolean isOfDelivery() {
            return name.matches(".*(acks|fact|lease).*") || ACK_KINDS.stream().anyMatch(name::contains);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    /** Damages a journal. The file of somebody else must stay as it is. */
    interface Change {
        void apply(DamagedJournal journal, Path othersFile) throws IOException;
    }

    private static final List<String> EVENT_KINDS = List.of(
            "Journal",
            "RunStarted",
            "TestsPlanned",
            "TestStarted",
            "AttemptStopped",
            "ResultRecorded",
            "AttachmentAdded",
            "EvidenceMoved",
            "RunFinished");
    private static final List<String> ACK_KINDS =
            List.of("RunCreated", "RowsCreated", "AttemptsAppended", "AttachmentDelivered");
    private static final List<String> FACT_KINDS = List.of("Announced", "Created", "Joined", "");

    private JournalDamages() {}

    static List<Damage> all() {
        List<Damage> all = new ArrayList<>();
        addLines(all);
        addSenseless(all);
        addFiles(all);
        return all;
    }

    private static void addLines(List<Damage> all) {
        for (String kind : EVENT_KINDS) {
            curable(all, "a flipped bit in " + kind, (journal, other) -> journal.flip(journal.file(EVENTS), kind));
            curable(all, "a lost line " + kind, (journal, other) -> remove(journal, journal.file(EVENTS), kind));
        }
        for (String kind : ACK_KINDS) {
            curable(all, "a flipped bit in " + kind, (journal, other) -> journal.flip(journal.file(ACKS), kind));
            curable(all, "a lost line " + kind, (journal, other) -> remove(journal, journal.file(ACKS), kind));
        }
        for (String kind : FACT_KINDS) {
            curable(all, "a flipped bit in the fact " + kind, (journal, other) -> journal.flip(journal.facts(), kind));
        }
        for (String name : List.of(EVENTS, ACKS)) {
            curable(
                    all,
                    "a line of " + name + " twice",
                    (journal, other) ->
                            journal.edit(journal.file(name), "", (lines, index) -> lines.add(index, lines.get(index))));
            curable(
                    all,
                    "two lines of " + name + " swapped",
                    (journal, other) ->
                            journal.edit(journal.file(name), "", (lines, index) -> lines.add(lines.remove(index))));
            curable(
                    all,
                    name + " torn off",
                    (journal, other) -> journal.edit(
                            journal.file(name),
                            "",
                            (lines, index) -> lines.subList(index, lines.size()).clear()));
            curable(
                    all,
                    name + " torn off within a line",
                    (journal, other) -> journal.edit(journal.file(name), "", (lines, index) -> {
                        byte[] half = new byte[lines.get(index).length / 2];
                        System.arraycopy(lines.get(index), 0, half, 0, half.length);
                        lines.subList(index, lines.size()).clear();
                        lines.add(half);
                    }));
            curable(
                    all,
                    "zeros in " + name,
                    (journal, other) -> journal.edit(
                            journal.file(name),
                            "",
                            (lines, index) -> lines.set(index, new byte[lines.get(index).length])));
            curable(
                    all,
                    "text in " + name,
                    (journal, other) -> journal.edit(
                            journal.file(name),
                            "",
                            (lines, index) -> lines.add(index, "<<<<<<< HEAD\n".getBytes(StandardCharsets.UTF_8))));
        }
    }

    /** Lines whose checksum is right. */
    private static void addSenseless(List<Damage> all) {
        for (String json : List.of(
                "{\"AttachmentAdded\":{}}",
                "{\"AttachmentAdded\":{\"attachment\":{\"number\":-4,\"row\":-1,\"attempt\":0,\"fileName\":\"x\","
                        + "\"type\":\"GENERAL_ATTACHMENT\",\"sha256\":\"../../../x\",\"size\":-1,\"comment\":\"\"}}}",
                "{\"ResultRecorded\":{}}",
                "{\"ResultRecorded\":{\"result\":{\"row\":3000000000,\"attempt\":1}}}",
                "{\"ResultRecorded\":{\"result\":{\"row\":2147483647,\"attempt\":1,\"outcome\":\"PASSED\"}}}",
                "{\"TestStarted\":{\"row\":-1,\"attempt\":-1}}",
                "{\"TestStarted\":{\"row\":1,\"attempt\":1}}",
                "{\"AttemptStopped\":{}}",
                "{\"TestsPlanned\":{\"tests\":[null]}}",
                "{\"TestsPlanned\":{\"tests\":[{}]}}",
                "{\"EvidenceMoved\":{\"from\":-5,\"row\":-5,\"attempt\":-5}}",
                "{\"RunStarted\":{\"destinations\":[\"../x\"]}}",
                "{\"RunStarted\":{\"destinations\":[]}}",
                "{\"Unheard\":{}}",
                "[]",
                "{}")) {
            curable(all, "senseless " + json, (journal, other) -> journal.append(journal.file(EVENTS), json));
        }
        for (String json : List.of(
                "{\"RowsCreated\":{}}",
                "{\"RowsCreated\":{\"rows\":[{\"row\":-7,\"attempt\":-7,\"resultId\":\"x\"}]}}",
                "{\"RowsCreated\":{\"rows\":[{\"row\":2147483647,\"attempt\":1,\"resultId\":\"r0\"}]}}",
                "{\"AttemptsAppended\":{\"attempts\":[{\"row\":-1,\"attempt\":-2}]}}",
                "{\"AttachmentDelivered\":{\"number\":-1}}",
                "{\"AttachmentDelivered\":{\"number\":2147483647}}",
                "{\"ResultRefused\":{\"row\":-1,\"attempt\":1}}",
                "{\"RunCreated\":{}}")) {
            curable(all, "senseless " + json, (journal, other) -> journal.append(journal.file(ACKS), json));
        }
        for (String json : List.of("{\"Created\":{}}", "{\"Announced\":{}}", "{\"Joined\":{}}")) {
            curable(all, "senseless fact " + json, (journal, other) -> journal.append(journal.facts(), json));
        }
    }

    private static void addFiles(List<Damage> all) {
        for (String name : List.of(EVENTS, ACKS, "lock", "blobs", "output", "azure.receipts", "other.acks")) {
            add(all, "a folder for " + name, (journal, other) -> journal.makeFolder(journal.file(name)));
            add(all, "a link for " + name, (journal, other) -> journal.makeLink(journal.file(name), other));
            add(
                    all,
                    "a link to nothing for " + name,
                    (journal, other) -> journal.makeLink(journal.file(name), other.resolveSibling("nothing")));
            add(all, "no " + name, (journal, other) -> DamagedJournal.delete(journal.file(name)));
            add(all, "an empty " + name, (journal, other) -> {
                DamagedJournal.delete(journal.file(name));
                Files.createFile(journal.file(name));
            });
        }
        add(all, "a folder for the facts", (journal, other) -> journal.makeFolder(journal.facts()));
        add(all, "a link for the facts", (journal, other) -> journal.makeLink(journal.facts(), other));
        add(
                all,
                "a folder for the lease",
                (journal, other) -> journal.makeFolder(journal.facts().resolveSibling("lock")));
        add(
                all,
                "a link for the lease",
                (journal, other) -> journal.makeLink(journal.facts().resolveSibling("lock"), other));
        add(
                all,
                "a folder for the lock of the run",
                (journal, other) -> journal.makeFolder(journal.folder().resolveSibling("lock")));
        add(
                all,
                "a link for the lock of the run",
                (journal, other) -> journal.makeLink(journal.folder().resolveSibling("lock"), other));
        add(all, "a link for a temporary file", (journal, other) -> {
            if (Files.isDirectory(journal.file("blobs"))) {
                journal.makeLink(journal.file("blobs/1.tmp"), other);
            }
        });
        add(all, "a link for a copy of damage", (journal, other) -> {
            journal.flip(journal.file(EVENTS), "TestStarted");
            journal.makeLink(journal.folder().resolveSibling(journal.folder().getFileName() + ".damaged"), other);
        });
        add(
                all,
                "links for all contents",
                (journal, other) -> eachBlob(journal, blob -> journal.makeLink(blob, other)));
        curable(all, "contents lost", (journal, other) -> eachBlob(journal, DamagedJournal::delete));
        curable(all, "contents changed", (journal, other) -> eachBlob(journal, blob -> Files.writeString(blob, "?")));
        add(all, "a link for the journal itself", (journal, other) -> {
            Path elsewhere =
                    other.resolveSibling("elsewhere-" + journal.folder().getFileName());
            Files.move(journal.folder(), elsewhere);
            Files.createSymbolicLink(journal.folder(), elsewhere);
        });
    }

    private static void eachBlob(DamagedJournal journal, BlobChange change) throws IOException {
        Path blobs = journal.file("blobs");
        if (Files.isDirectory(blobs)) {
            try (var entries = Files.list(blobs)) {
                for (Path each : entries.toList()) {
                    change.apply(each);
                }
            }
        }
    }

    private static void remove(DamagedJournal journal, Path file, String kind) throws IOException {
        journal.edit(file, kind, List::remove);
    }

    private static void curable(List<Damage> all, String name, Change change) {
        all.add(new Damage(name, true, change));
    }

    private static void add(List<Damage> all, String name, Change change) {
        all.add(new Damage(name, false, change));
    }

    private interface BlobChange {
        void apply(Path blob) throws IOException;
    }
}
