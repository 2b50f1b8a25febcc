package dev.attest.internal.summary;

import dev.attest.internal.destination.Review;
import dev.attest.internal.destination.RowReview;
import java.util.function.IntFunction;

/** What a service says about the rows of a JVM. */
public final class ServiceRows {

    private final IntFunction<String> pages;
    private final Review review;

    /** @param pages returns the address of a row at the service; empty if it is not known */
    public ServiceRows(IntFunction<String> pages, Review review) {
        this.pages = pages;
        this.review = review;
    }

    String page(int row) {
        return pages.apply(row);
    }

    RowReview review(int row) {
        return review.of(row);
    }
}
