package dev.attest.internal.journal.event;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the JVMs of a run have recorded so far: the sum of its {@linkplain RunFact facts}. Not thread-safe. */
public final class SharedRunState {

    /** How far the completion of the run is. */
    enum Completion {
        NO_RUN,
        OPEN,
        IN_DOUBT,
        CLOSED
    }

    private final Set<String> members = new HashSet<>();
    private RunFact.@Nullable Announced announced;
    private Ack.@Nullable RunCreated created;
    private Completion completion = Completion.NO_RUN;
    private boolean summaryGrows;

    public static SharedRunState of(List<RunFact> facts) {
        SharedRunState run = new SharedRunState();
        for (RunFact fact : facts) {
            fact.applyTo(run);
        }
        return run;
    }

    /** Returns the run that was, or may have been, created; null before the first attempt. */
    public RunFact.@Nullable Announced announcement() {
        return announced;
    }

    /** Returns the created run; null while it is not known. */
    public Ack.@Nullable RunCreated ack() {
        return created;
    }

    /** Returns whether the service is known to take results. */
    public boolean isOpen() {
        return completion == Completion.OPEN;
    }

    /** Returns whether the service is known to have completed the run. */
    public boolean isClosed() {
        return completion == Completion.CLOSED;
    }

    /** Returns whether the run is completed, or was never created. */
    public boolean hasEnded() {
        return completion == Completion.CLOSED || completion == Completion.NO_RUN;
    }

    /** Returns whether a JVM that joins later reopens the completed run, or adds to the summary. */
    public boolean isReopenable() {
        return (announced != null && announced.reopenable()) || summaryGrows;
    }

    /** Returns the members that have joined and not left, dead or alive. */
    public Set<String> members() {
        return Set.copyOf(members);
    }

    void joined(String member) {
        members.add(member);
    }

    void left(String member) {
        members.remove(member);
    }

    void announced(RunFact.Announced fact) {
        announced = fact;
        created = null;
        completion = Completion.OPEN;
    }

    void created(Ack.RunCreated ack) {
        created = ack;
        completion = Completion.OPEN;
    }

    void summarized(boolean reopenable) {
        summaryGrows = reopenable;
    }

    void completion(Completion reached) {
        completion = reached;
    }
}
