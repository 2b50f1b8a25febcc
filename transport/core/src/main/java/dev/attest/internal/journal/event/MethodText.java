package dev.attest.internal.journal.event;

import dev.attest.internal.json.JsonText;
import dev.attest.spi.TestDescription;
import dev.attest.spi.TestId;

/** The texts that the invocations of a method have in common, encoded once. */
final class MethodText {

    private static final String SEPARATOR = " › ";

    private final byte[] id;

    /** Beginning of the titles, with the separator; empty if there is none. */
    private final String title;

    private final byte[] encodedTitle;

    MethodText(TestDescription invocation) {
        TestId method = invocation.id();
        JsonText members = new JsonText().object();
        int from = members.length();
        TestFormat.writeMethod(method, members);
        this.id = members.bytes(from);
        int last = invocation.title().lastIndexOf(SEPARATOR);
        this.title = last < 0 ? "" : invocation.title().substring(0, last + SEPARATOR.length());
        this.encodedTitle = JsonText.encoded(title);
    }

    /** Writes what an id has besides the path. */
    void writeId(JsonText members) {
        members.members(id);
    }

    void writeTitle(String value, JsonText members) {
        if (value.startsWith(title)) {
            members.member("title", encodedTitle, value, title.length());
        } else {
            members.member("title", value);
        }
    }
}
