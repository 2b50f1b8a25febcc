package dev.attest.internal.journal.event;

import dev.attest.internal.json.JsonText;
import dev.attest.spi.TestDescription;
import dev.attest.spi.TestId;
import org.jspecify.annotations.Nullable;

/**
 * Writes descriptions of tests. Keeps the text of the last one, which the result of the test repeats, and what it has
 * in common with the one before, as invocations of a method have. Thread-safe.
 */
final class TestText {

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Written(
            TestDescription test, byte[] members, @Nullable MethodText method) {}

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
            MethodText method = known == null ? null : methodOf(test, known);
            if (method == null) {
                TestFormat.write(test, members);
            } else {
                TestFormat.write(test, method, members);
            }
            last = new Written(test, members.bytes(from), method);
        }
        members.endObject();
    }

    /** Returns null if the test is not of the method of the one before. */
    @SuppressWarnings("ReferenceEquality") // invocations have the same objects; equal ones cost time only
    private static @Nullable MethodText methodOf(TestDescription test, Written before) {
        TestId id = test.id();
        TestId known = before.test().id();
        if (id.engine() != known.engine() || id.className() != known.className() || id.method() != known.method()) {
            return null;
        }
        MethodText method = before.method();
        return method == null ? new MethodText(test) : method;
    }
}
