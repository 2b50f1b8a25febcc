package dev.attest.internal.browser;

/** The remote end of WebDriver sessions: a driver process or a Grid. */
public interface RemoteEnd {

    /** Sends a GET request and returns the body of the reply, whatever its status. Blocks until then. */
    String get(String path) throws Exception;
}
