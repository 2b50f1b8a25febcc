package dev.attest.journal;

import dev.attest.model.Receipt;
import dev.attest.model.RunFact;

/** Tells from the facts of a run whether it has ended: it is completed, or was never created. */
final class Over implements RunFact.Handler {

    private boolean over = true;
    private boolean lasting;

    boolean isOver() {
        return over;
    }

    boolean lasting() {
        return lasting;
    }

    @Override
    public void announced(RunFact.Announced announced) {
        lasting = announced.lasting();
        over = false;
    }

    @Override
    public void created(Receipt.RunCreated receipt) {
        over = false;
    }

    @Override
    public void closing() {
        over = false;
    }

    @Override
    public void closed() {
        over = true;
    }

    @Override
    public void reopened() {
        over = false;
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
