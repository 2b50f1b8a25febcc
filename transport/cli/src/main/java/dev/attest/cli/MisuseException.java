package dev.attest.cli;

/** The command line or a setting is wrong, and nothing was done. The message says what to do instead. */
final class MisuseException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    MisuseException(String message) {
        super(message);
    }
}
