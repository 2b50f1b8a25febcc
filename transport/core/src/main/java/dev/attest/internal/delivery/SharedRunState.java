package dev.attest.internal.delivery;

import dev.attest.internal.journal.event.Ack;
import dev.attest.internal.journal.event.RunFact;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the JVMs of a run have recorded so far. */
final class SharedRunState implements RunFact.Visitor {

    /** How far the completion of the run is. */
    private enum End {
        OPEN,
        IN_DOUBT,
        CLOSED
    }

    private final Set<String> members = new HashSet<>();
    private RunFact.@Nullable Announced announced;
    private Ack.@Nullable RunCreated created;
    private End end = End.OPEN;

    static SharedRunState of(List<RunFact> facts) {
        SharedRunState run = new SharedRunState();
        facts.forEach(fact -> fact.accept(run));
        return run;
    }

    /** Returns the run that was, or may have been, created; null before the first attempt. */
    RunFact.@Nullable Announced announcement() {
        return announced;
    }

    /** Returns the created run; null while it is not known. */
    Ack.@Nullable RunCreated ack() {
        return created;
    }

    /** Returns whether the service is known to take results. */
    boolean isOpen() {
        return end == End.OPEN;
    }

    /** Returns whether the service is known to have completed the run. */
    boolean isClosed() {
        return end == End.CLOSED;
    }

    /** Returns the members that have joined and not left, dead or alive. */
    Set<String> members() {
        return members;
    }

    @Override
    public void announced(RunFact.Announced fact) {
        announced = fact;
        created = null;
        end = End.OPEN;
    }

    @Override
    public void created(Ack.RunCreated ack) {
        created = ack;
        end = End.OPEN;
    }

    @Override
    public void closing() {
        end = End.IN_DOUBT;
    }

    @Override
    public void closed() {
        end = End.CLOSED;
    }

    @Override
    public void reopened() {
        end = End.OPEN;
    }

    @Override
    public void joined(String member) {
        members.add(member);
    }

    @Override
    public void left(String member) {
        members.remove(member);
    }
}
