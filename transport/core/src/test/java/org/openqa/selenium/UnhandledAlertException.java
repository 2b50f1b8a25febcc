package org.openqa.selenium;

/** Stands for Selenium's, which the core does without. */
public final class UnhandledAlertException extends RuntimeException {

    private static final long serialVersionUID = 1;

    public UnhandledAlertException() {
        super("unexpected alert open: {Alert text : Sure?}");
    }

    public String getAlertText() {
        return "Sure?";
    }
}
