package dev.attest.standin.rules;

/** A request that the service refuses, with the status and the error type of the reply. */
public final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final String typeKey;
    private final boolean bare;

    /** Creates a refusal. Clients branch on the {@code typeKey}. */
    public Refusal(int status, String typeKey, String message) {
        this(status, typeKey, message, false);
    }

    private Refusal(int status, String typeKey, String message, boolean bare) {
        super(message, null, false, false);
        this.status = status;
        this.typeKey = typeKey;
        this.bare = bare;
    }

    /** Returns a refusal whose text is sent as {@code {"count":36,"value":"<text>"}}, with its length. */
    public static Refusal bare(int status, String message) {
        return new Refusal(status, "", message, true);
    }

    /** Returns the refusal of an invalid value of a property. */
    public static Refusal property(String property, String message) {
        return new Refusal(400, "InvalidPropertyException", message + "\r\nParameter name: " + property);
    }

    /** Returns the refusal of a request for an unknown object. */
    public static Refusal notFound(String message) {
        return new Refusal(404, "TestObjectNotFoundException", message);
    }

    /** Returns the HTTP status. */
    public int status() {
        return status;
    }

    /** Returns the short name of the error type. */
    public String typeKey() {
        return typeKey;
    }

    /** Returns whether the text is sent as the value itself. */
    public boolean isBare() {
        return bare;
    }

    /** Returns the error message. */
    public String text() {
        return String.valueOf(getMessage());
    }
}
