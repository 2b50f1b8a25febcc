package dev.attest.standin.faults;

/**
 * How an exchange comes to its end.
 *
 * @param after how many bytes of what is cut pass
 * @param reset whether the connection is reset; else it is closed
 */
public record Ending(Kind kind, long after, boolean reset) {

    /** Where it ends. */
    public enum Kind {
        /** With the whole reply. */
        WHOLE,
        /** While the body of the request is read. */
        IN_UPLOAD,
        /** Before the reply begins. */
        BEFORE_REPLY,
        /** Within the status line and the headers of the reply. */
        IN_HEAD,
        /** Within the body of the reply. */
        IN_BODY,
        /** Not at all: there is never a reply. */
        NEVER
    }

    static final Ending WHOLE = new Ending(Kind.WHOLE, 0, false);

    /** Returns whether the client gets a whole reply. */
    public boolean whole() {
        return kind == Kind.WHOLE;
    }

    /** Returns whether the service's reply, or a part of it, goes out. */
    boolean replies() {
        return kind == Kind.WHOLE || kind == Kind.IN_HEAD || kind == Kind.IN_BODY;
    }
}
