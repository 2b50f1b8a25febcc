package dev.attest.internal.journal;

import dev.attest.internal.journal.event.Ack;
import dev.attest.internal.journal.event.RunFact;

/** Tells from the facts of a run whether it has ended: it is completed, or was never created. */
final class RunEndState implements RunFact.Visitor {

    private boolean ended = true;
    private boolean reopenable;

    boolean hasEnded() {
        return ended;
    }

    boolean reopenable() {
        return reopenable;
    }

    @Override
    public void announced(RunFact.Announced announced) {
        reopenable = announced.reopenable();
        ended = false;
    }

    @Override
    public void created(Ack.RunCreated ack) {
        ended = false;
    }

    @Override
    public void closing() {
        ended = false;
    }

    @Override
    public void closed() {
        ended = true;
    }

    @Override
    public void reopened() {
        ended = false;
    }

    @Override
    public void joined(String member) {
        // does not change the run
    }

    @Override
    public void left(String member) {
        // does not change the run
    }
}
