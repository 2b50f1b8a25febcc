package dev.attest.internal.browser;

import dev.attest.AttachmentType;
import dev.attest.spi.TestEvidence;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was captured of one browser.
 *
 * @param savedAs file name of a picture that is attached already; empty if there is none
 * @param picture null if there is none
 * @param caption address, title and the like
 * @param absence why there is no picture, as it follows the name of the picture in a sentence; empty if there is one
 * @param notes lines of the comment
 * @param source of the page; empty if there is none
 * @param console of the browser; empty if there is none
 */
record CapturedPage(
        String savedAs,
        @Nullable Png picture,
        String caption,
        String absence,
        List<String> notes,
        String source,
        String console) {

    CapturedPage {
        notes = List.copyOf(notes);
    }

    /** Returns about how many bytes it takes in memory. */
    long size() {
        return (picture == null ? 0 : picture.bytes().length) + 2L * (source.length() + console.length());
    }

    /**
     * Attaches the page to a test.
     *
     * @param number of the browser among those of the test that are not saved already, from 1
     */
    void attachTo(TestEvidence evidence, String key, int number) {
        String suffix = number == 1 ? "" : "-" + number;
        String name = savedAs.isEmpty() ? "screenshot" + suffix + ".png" : savedAs;
        if (picture != null) {
            evidence.attach(key, name, picture.bytes(), AttachmentType.GENERAL_ATTACHMENT);
        }
        if (absence.isEmpty()) {
            evidence.comment(key, caption.isEmpty() ? name : name + ": " + caption);
        }
        if (!absence.isEmpty()) {
            evidence.comment(key, "No " + name + absence);
        }
        notes.forEach(note -> evidence.comment(key, note));
        attachText(evidence, key, "page-source" + suffix + ".html", source);
        attachText(evidence, key, "browser-console" + suffix + ".log", console);
    }

    private static void attachText(TestEvidence evidence, String key, String name, String text) {
        if (!text.isEmpty()) {
            evidence.attach(key, name, text, AttachmentType.GENERAL_ATTACHMENT);
        }
    }
}
