package dev.attest.internal.destination;

import dev.attest.internal.history.Judgement;
import java.util.List;
import java.util.Objects;

/**
 * What a service knows of a result besides what was sent to it.
 *
 * @param judgement what earlier results of its test say
 * @param picture address of a picture that is attached to it; empty if there is none
 * @param bugs addresses of its bugs
 */
public record RowReview(Judgement judgement, String picture, List<String> bugs) {

    public static final RowReview NONE = new RowReview(Judgement.NONE, "", List.of());

    public RowReview {
        Objects.requireNonNull(judgement, "judgement");
        Objects.requireNonNull(picture, "picture");
        bugs = List.copyOf(bugs);
    }

    /** Returns whether nothing is known. Does not compare records: in each JVM that loads dozens of classes. */
    public boolean isEmpty() {
        return judgement.kind() == Judgement.Kind.UNKNOWN
                && judgement.words().isEmpty()
                && picture.isEmpty()
                && bugs.isEmpty();
    }

    /** Returns a copy with a picture. */
    public RowReview with(String address) {
        return new RowReview(judgement, address, bugs);
    }

    /** Returns a copy with another judgement. */
    public RowReview with(Judgement other) {
        return new RowReview(other, picture, bugs);
    }
}
