package dev.attest.internal.qacomplete;

import dev.attest.internal.text.Texts;

/**
 * Text for places that show HTML. Comments and actual results "can include HTML markup", so whatever a test says would
 * be markup, and a script, in the browsers of all who look at it.
 */
final class Html {

    private Html() {}

    /** Returns markup that shows the text with its lines. */
    static String lines(String text) {
        return Texts.html(text).replace("\r\n", "\n").replace("\n", "<br>");
    }
}
