package org.openqa.selenium;

/** Stands for Selenium's, which the core does without. */
public final class NoSuchSessionException extends RuntimeException {

    private static final long serialVersionUID = 1;

    public NoSuchSessionException() {
        super("invalid session id\nBuild info: version: 'x'");
    }
}
