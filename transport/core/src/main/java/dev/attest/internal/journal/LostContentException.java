package dev.attest.internal.journal;

import java.io.IOException;

/** The bytes of an attachment are missing or damaged for good. */
public final class LostContentException extends IOException {

    private static final long serialVersionUID = 1L;

    LostContentException(String message) {
        super(message);
    }
}
