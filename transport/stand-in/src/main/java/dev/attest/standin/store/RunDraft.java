package dev.attest.standin.store;

import org.jspecify.annotations.Nullable;

/** What a request wants a run to be. */
public record RunDraft(
        String project, String name, String state, @Nullable Integer buildId, boolean automated, String document) {}
