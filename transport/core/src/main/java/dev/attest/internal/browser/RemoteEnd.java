package dev.attest.internal.browser;

/** What drives browsers for this JVM, as WebDriver wants it. */
public interface RemoteEnd {

    /**
     * Asks for something, on the calling thread.
     *
     * @return the body of the answer, whatever its status
     * @throws Exception what the client throws that is used for it
     */
    String get(String path) throws Exception;
}
