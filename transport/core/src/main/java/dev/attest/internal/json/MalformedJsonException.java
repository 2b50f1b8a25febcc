package dev.attest.internal.json;

import java.io.IOException;

/** Thrown if a text is not JSON of the expected shape. */
public final class MalformedJsonException extends IOException {

    private static final long serialVersionUID = 1L;

    public MalformedJsonException(String message, Throwable cause) {
        super(message, cause);
    }

    MalformedJsonException(String message) {
        super(message);
    }
}
