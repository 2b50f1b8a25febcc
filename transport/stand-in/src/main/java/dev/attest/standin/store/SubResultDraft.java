package dev.attest.standin.store;

import java.util.List;

/** A sub-result to add, with those below it. */
public record SubResultDraft(String document, List<SubResultDraft> below) {

    /** Copies the list. */
    public SubResultDraft {
        below = List.copyOf(below);
    }
}
