package dev.attest.internal.delivery;

import dev.attest.internal.journal.event.Attachment;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** The attachments that the service has neither accepted nor refused, in order of creation. Some may be uploading. */
final class PendingAttachments {

    private final Deque<Attachment> waiting = new ArrayDeque<>();
    private final BitSet done = new BitSet();
    private final List<Attachment> uploading = new ArrayList<>();

    void add(Attachment attachment) {
        if (!done.get(attachment.number())) {
            waiting.add(attachment);
        }
    }

    void markDone(int number) {
        done.set(number);
        Attachment last = waiting.peekLast();
        if (last != null && last.number() == number) {
            waiting.removeLast(); // it was uploaded a moment ago
        } else {
            waiting.removeIf(attachment -> attachment.number() == number);
        }
    }

    /** Replaces the waiting attachments that match the filter. None of them is uploading. */
    void move(Predicate<Attachment> filter, UnaryOperator<Attachment> moved) {
        List<Attachment> all = List.copyOf(waiting);
        waiting.clear();
        for (Attachment each : all) {
            waiting.add(filter.test(each) ? moved.apply(each) : each);
        }
    }

    /** Takes up to {@code max} ready attachments. Each is uploading until {@link #returned}. */
    List<Attachment> take(int max, Predicate<Attachment> ready) {
        List<Attachment> taken = new ArrayList<>();
        for (Iterator<Attachment> all = waiting.iterator(); all.hasNext() && taken.size() < max; ) {
            Attachment attachment = all.next();
            if (ready.test(attachment)) {
                taken.add(attachment);
                all.remove();
            }
        }
        uploading.addAll(taken);
        return taken;
    }

    /** Ends an upload. Unless the attachment is done, it waits again, behind the others. */
    void returned(Attachment attachment) {
        for (int i = 0; i < uploading.size(); i++) {
            if (uploading.get(i).number() == attachment.number()) {
                uploading.remove(i);
                break;
            }
        }
        if (!done.get(attachment.number())) {
            waiting.addLast(attachment);
        }
    }

    /** Returns the rows with undelivered attachments, without files for other targets. */
    Set<Integer> rows() {
        Set<Integer> rows = new HashSet<>();
        addRows(waiting, rows);
        addRows(uploading, rows);
        return rows;
    }

    int size() {
        return waiting.size() + uploading.size();
    }

    /** Returns how many of them are for other targets. */
    int targetFiles() {
        return targetFiles(waiting) + targetFiles(uploading);
    }

    /** Returns how many of them are coverage files of the run. */
    int coverageOfRun() {
        int files = 0;
        for (Attachment each : waiting) {
            files += each.isCoverageOfRun() ? 1 : 0;
        }
        for (Attachment each : uploading) {
            files += each.isCoverageOfRun() ? 1 : 0;
        }
        return files;
    }

    private static void addRows(Collection<Attachment> attachments, Set<Integer> rows) {
        for (Attachment each : attachments) {
            if (each.place() == null) {
                rows.add(each.row());
            }
        }
    }

    private static int targetFiles(Collection<Attachment> attachments) {
        int files = 0;
        for (Attachment each : attachments) {
            files += each.place() == null ? 0 : 1;
        }
        return files;
    }
}
