package dev.attest.internal.azure.history;

import dev.attest.internal.azure.results.ResultId;
import dev.attest.internal.destination.RowReview;
import dev.attest.internal.history.ReviewedTest;

/** A test that was looked at. */
record LookedAt(ReviewedTest test, ResultId id, CurrentResult current, RowReview review) {}
