package dev.attest.config;

/**
 * A value as its source has it, before anybody has looked whether it makes sense.
 *
 * @param name by which the source knows the key
 * @param origin where it was found, in the words of a message
 */
record Entry(Key key, String value, Source source, String name, String origin) {

    /** Returns whether the user asked for it, as against what Azure Pipelines sets for everybody. */
    boolean explicit() {
        return source != Source.PIPELINE;
    }

    String shown() {
        return key.secret() ? "***" : Shown.of(value);
    }

    @Override
    public String toString() {
        return key.property() + " = " + shown() + " (" + origin + ")";
    }
}
