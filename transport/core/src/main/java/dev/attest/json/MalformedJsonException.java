package dev.attest.json;

import java.io.IOException;

/** Text that was expected to be JSON of a certain shape, and is not. */
public final class MalformedJsonException extends IOException {

    private static final long serialVersionUID = 1L;

    MalformedJsonException(String message, Throwable cause) {
        super(message, cause);
    }

    MalformedJsonException(String message) {
        super(message);
    }
}
