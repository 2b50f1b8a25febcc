package dev.attest.http;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** What a request should carry cannot be read, or changed its length. Nobody's network is to blame. */
final class UnreadableBodyException extends IOException {

    private static final long serialVersionUID = 1L;

    UnreadableBodyException(String message) {
        this(message, null);
    }

    UnreadableBodyException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
