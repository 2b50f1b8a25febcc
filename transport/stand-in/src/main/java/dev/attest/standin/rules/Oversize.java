package dev.attest.standin.rules;

import java.util.Locale;

/** How QAComplete answers a file that is too large. No document says it. */
public enum Oversize {
    /** 413 with an error in JSON. */
    JSON_413,
    /** 404 with the HTML page of the web server, as its request filter sends it. */
    HTML_404,
    /** 500 with the HTML page of the web server. */
    HTML_500,
    /** No answer: the connection is reset. */
    RESET;

    /** Returns the name on the command line. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
