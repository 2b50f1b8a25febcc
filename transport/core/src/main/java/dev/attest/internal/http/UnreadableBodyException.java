package dev.attest.internal.http;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Thrown if the source of a body cannot be read or has changed its length. The network is not the cause. */
final class UnreadableBodyException extends IOException {

    private static final long serialVersionUID = 1L;

    UnreadableBodyException(String message) {
        this(message, null);
    }

    UnreadableBodyException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
