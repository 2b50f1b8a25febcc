package dev.attest.standin.azure.wiql;

/** A query is invalid or unsupported. */
public final class WiqlException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    WiqlException(String message) {
        super(message);
    }
}
