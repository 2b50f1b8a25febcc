package dev.attest.internal.masking;

/**
 * A secret, and the name of the variable, property or setting that it comes from.
 *
 * @param embedded whether it is a part of the value only, such as the password in an address
 */
public record NamedSecret(String name, String value, boolean embedded) {

    public NamedSecret(String name, String value) {
        this(name, value, false);
    }

    /**
     * Returns whether all of the value is a secret and cannot be masked, because it would match parts of ordinary
     * words.
     */
    public boolean isTooShort() {
        return !embedded && SecretForms.lines(value).isEmpty();
    }

    /** Shows no value. */
    @Override
    public String toString() {
        return name;
    }
}
