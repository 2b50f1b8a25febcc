package dev.attest.cli;

/** The command cannot be meant as it was given. Its message says what to give instead. */
final class MisuseException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    MisuseException(String message) {
        super(message);
    }
}
