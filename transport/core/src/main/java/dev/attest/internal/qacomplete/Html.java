package dev.attest.internal.qacomplete;

import dev.attest.internal.text.Texts;

/**
 * Escapes text for fields that show HTML. Comments and actual results "can include HTML markup", so a text of a test
 * could otherwise run a script in a browser.
 */
final class Html {

    private Html() {}

    /** Returns HTML that shows the text and its line breaks. */
    static String lines(String text) {
        return Texts.html(text).replace("\r\n", "\n").replace("\n", "<br>");
    }
}
