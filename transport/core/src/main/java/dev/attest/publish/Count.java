package dev.attest.publish;

import dev.attest.journal.event.Attachment;
import dev.attest.journal.event.Event;
import dev.attest.journal.event.Result;
import dev.attest.journal.event.Run;
import dev.attest.model.Place;
import dev.attest.model.TestDescription;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Counts what a journal holds, without keeping it. The receipts come before the events, or after them. */
final class Count implements Event.Visitor {

    private final Map<String, Acknowledged> acknowledged = new TreeMap<>();
    private final Set<Acknowledged.Attempt> recorded = new HashSet<>();
    private final Set<Acknowledged.Attempt> running = new HashSet<>();

    /** The name of the destination that each file is put on a thing of; empty for those of runs and results. */
    private final Map<Integer, String> files = new HashMap<>();

    private @Nullable Run run;

    /** Returns what counts the receipts of a destination. */
    Acknowledged receipts(String destination) {
        return acknowledged.computeIfAbsent(destination, name -> new Acknowledged());
    }

    Standing standing(int unreadable) {
        if (acknowledged.isEmpty()) {
            receipts("");
        }
        List<Share> shares = new ArrayList<>();
        acknowledged.forEach((name, receipts) -> shares.add(receipts.share(name, recorded, running, files)));
        return new Standing(run, shares, unreadable);
    }

    @Override
    public void runStarted(Event.RunStarted started) {
        run = started.run();
        started.destinations().forEach(this::receipts);
    }

    @Override
    public void testsPlanned(List<TestDescription> tests) {
        // not known to be missing before the JVM is known to be dead
    }

    @Override
    public void testStarted(Event.TestStarted test) {
        running.add(new Acknowledged.Attempt(test.row(), test.attempt()));
    }

    @Override
    public void resultRecorded(Result result) {
        running.remove(new Acknowledged.Attempt(result.row(), result.attempt()));
        recorded.add(new Acknowledged.Attempt(result.row(), result.attempt()));
    }

    @Override
    public void attachmentAdded(Attachment attachment) {
        Place place = attachment.place();
        files.put(attachment.number(), place == null ? "" : place.destination());
    }

    @Override
    public void evidenceMoved(Event.EvidenceMoved moved) {
        // says where it goes, not how much it is
    }

    @Override
    public void runFinished(Event.RunFinished finished) {
        // the receipts tell whether the service knows
    }
}
