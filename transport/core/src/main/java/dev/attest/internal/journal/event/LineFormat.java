package dev.attest.internal.journal.event;

import dev.attest.internal.json.JsonMembers;
import dev.attest.internal.json.JsonText;
import dev.attest.internal.json.MalformedJsonException;
import dev.attest.internal.json.OrderedMembers;
import org.jspecify.annotations.Nullable;

/**
 * Writes and reads the values of one kind of file, each as the members of a JSON object. By hand, without reflection: a
 * test waits while its events are written, and most tests run before code is compiled.
 */
public interface LineFormat<T> extends OrderedMembers.Member<T> {

    /**
     * Adds a value as one member of an object. The name of the member is the kind of the value. Journals keep it, so it
     * never changes.
     */
    void write(T value, JsonText line);

    /**
     * Returns the value that was written, from members in the order in which {@link #write} adds them; null if this
     * version does not know the kind.
     *
     * @throws MalformedJsonException if a member is missing or wrong
     */
    @Override
    @Nullable
    T read(String kind, JsonMembers members) throws MalformedJsonException;
}
