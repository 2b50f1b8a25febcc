package dev.attest.standin.qacomplete;

/** A file over the limit came. */
final class Oversized extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Oversized(long limit) {
        super(
                "QAComplete has a limit on the size of the uploaded file, which is " + limit
                        + " bytes. Please ask your QAComplete server administrator.",
                null,
                false,
                false);
    }
}
