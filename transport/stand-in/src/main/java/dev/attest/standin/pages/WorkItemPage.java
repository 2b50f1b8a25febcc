package dev.attest.standin.pages;

import java.util.List;

/**
 * One work item with all that belongs to it.
 *
 * @param results that name it as their bug
 */
record WorkItemPage(
        WorkItemLine item,
        List<Named> fields,
        List<LinkLine> links,
        List<LinkLine> results,
        List<AttachmentLine> attachments,
        List<Change> history) {

    /** A field with its value; markup in it is shown as text. */
    record Named(String name, String value) {}

    /** What one revision did. */
    record Change(int rev, String at, String comment, List<Named> fields, int added, int removed) {}
}
