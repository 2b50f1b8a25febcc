package dev.attest.internal.delivery;

import dev.attest.internal.journal.event.Attachment;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The attachments that no service has yet, in the order in which they were made; some may be on their way. */
final class PendingAttachments {

    private final Deque<Attachment> waiting = new ArrayDeque<>();
    private final BitSet settled = new BitSet();
    private final List<Attachment> onTheirWay = new ArrayList<>();

    void add(Attachment attachment) {
        if (!settled.get(attachment.number())) {
            waiting.add(attachment);
        }
    }

    void settle(int number) {
        settled.set(number);
        waiting.removeIf(attachment -> attachment.number() == number);
    }

    /** Gives those for which it holds another place; none of them is on its way. */
    void move(Predicate<Attachment> which, UnaryOperator<Attachment> elsewhere) {
        List<Attachment> all = List.copyOf(waiting);
        waiting.clear();
        for (Attachment each : all) {
            waiting.add(which.test(each) ? elsewhere.apply(each) : each);
        }
    }

    /** Takes at most so many of those that are ready: each is on its way until {@link #returned}. */
    List<Attachment> take(int most, Predicate<Attachment> ready) {
        List<Attachment> taken = new ArrayList<>();
        waiting.removeIf(attachment -> taken.size() < most && ready.test(attachment) && taken.add(attachment));
        onTheirWay.addAll(taken);
        return taken;
    }

    /** Notes that an attachment is not on its way any more, and waits again unless it is settled. */
    void returned(Attachment attachment) {
        onTheirWay.remove(attachment);
        if (!settled.get(attachment.number())) {
            waiting.addFirst(attachment);
        }
    }

    /** Returns the rows that not all is there of, apart from what is put elsewhere. */
    Set<Integer> rows() {
        return all().filter(each -> each.place() == null).map(Attachment::row).collect(Collectors.toSet());
    }

    int size() {
        return waiting.size() + onTheirWay.size();
    }

    /** Returns how many of them are put on things other than their run or result. */
    int placed() {
        return (int) all().filter(each -> each.place() != null).count();
    }

    private Stream<Attachment> all() {
        return Stream.concat(waiting.stream(), onTheirWay.stream());
    }
}
