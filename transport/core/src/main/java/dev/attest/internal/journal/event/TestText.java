package dev.attest.internal.journal.event;

import dev.attest.internal.json.JsonText;
import dev.attest.spi.TestDescription;
import org.jspecify.annotations.Nullable;

/** Writes descriptions of tests. Keeps the text of the last one, which the result of the test repeats. Thread-safe. */
final class TestText {

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Written(TestDescription test, byte[] members) {}

    private volatile @Nullable Written last;

    /** Writes a description as a member. */
    @SuppressWarnings("ReferenceEquality") // to compare texts takes as long as to write them
    void write(TestDescription test, JsonText members) {
        members.object("test");
        Written known = last;
        if (known != null && known.test() == test) {
            members.members(known.members());
        } else {
            int from = members.length();
            TestFormat.write(test, members);
            last = new Written(test, members.bytes(from));
        }
        members.endObject();
    }
}
