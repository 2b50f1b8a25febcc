package dev.attest.standin.wiql;

/** A query that is wrong, or has what is not understood here. */
public final class WiqlException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    WiqlException(String message) {
        super(message);
    }
}
