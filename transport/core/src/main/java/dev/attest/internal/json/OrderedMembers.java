package dev.attest.internal.json;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Members that are read where they stand, without a tree. It throws {@link MalformedJsonException} for a text that
 * {@link JsonText} would write otherwise, and for one whose members are not all read, in their order: another version
 * may have written it, and {@link Json#read} reads it. Not thread-safe.
 */
public final class OrderedMembers extends JsonMembers {

    private final JsonScanner text;
    private boolean first = true;

    /** The object within that is read. */
    private @Nullable OrderedMembers inner;

    private OrderedMembers(JsonScanner text) throws MalformedJsonException {
        this.text = text;
        text.expect('{');
    }

    /** Reads one member of an object. */
    public interface Member<T> {

        /** Returns the value of a member that is an object; null if its name is unknown. */
        @Nullable
        T read(String name, JsonMembers members) throws MalformedJsonException;
    }

    /** Returns what is read of a text in UTF-8 that is an object with one member. */
    public static <T> @Nullable T readOnlyMember(byte[] json, Member<T> member) throws MalformedJsonException {
        JsonScanner text = new JsonScanner(json);
        text.expect('{');
        String name = text.string();
        text.expect(':');
        OrderedMembers members = new OrderedMembers(text);
        T value = member.read(name, members);
        members.end();
        text.expect('}');
        text.expectEnd();
        return value;
    }

    @Override
    public @Nullable String optionalText(String name) throws MalformedJsonException {
        return isNext(name) ? text.string() : null;
    }

    @Override
    public long longNumber(String name) throws MalformedJsonException {
        return isNext(name) ? text.number() : 0;
    }

    @Override
    public boolean flag(String name) throws MalformedJsonException {
        return isNext(name) && text.flag();
    }

    @Override
    public Instant instant(String name) throws MalformedJsonException {
        require(name);
        return text.isNumber() ? instantOf(text.number()) : Instant.parse(text.string());
    }

    @Override
    public Duration duration(String name) throws MalformedJsonException {
        require(name);
        return text.isNumber() ? Duration.ofNanos(text.number()) : Duration.parse(text.string());
    }

    @Override
    public List<String> texts(String name) throws MalformedJsonException {
        return isNext(name) ? texts() : new ArrayList<>();
    }

    @Override
    public List<String> requiredTexts(String name) throws MalformedJsonException {
        require(name);
        return texts();
    }

    private List<String> texts() throws MalformedJsonException {
        List<String> texts = new ArrayList<>();
        text.expect('[');
        while (isElement(texts.isEmpty())) {
            texts.add(text.string());
        }
        return texts;
    }

    @Override
    public List<Integer> numbers(String name) throws MalformedJsonException {
        List<Integer> numbers = new ArrayList<>();
        if (isNext(name)) {
            text.expect('[');
            while (isElement(numbers.isEmpty())) {
                numbers.add(Math.toIntExact(text.number()));
            }
        }
        return numbers;
    }

    @Override
    public @Nullable JsonMembers optionalObject(String name) throws MalformedJsonException {
        if (!isNext(name)) {
            return null;
        }
        inner = new OrderedMembers(text);
        return inner;
    }

    @Override
    public <T> List<T> objects(String name, Element<T> element) throws MalformedJsonException {
        require(name);
        List<T> objects = new ArrayList<>();
        text.expect('[');
        while (isElement(objects.isEmpty())) {
            OrderedMembers members = new OrderedMembers(text);
            objects.add(element.read(members));
            members.end();
        }
        return objects;
    }

    private void require(String name) throws MalformedJsonException {
        if (!isNext(name)) {
            throw new MalformedJsonException("'" + name + "' is not next");
        }
    }

    private boolean isNext(String name) throws MalformedJsonException {
        endInner();
        boolean next = text.skipName(first, name);
        if (next) {
            first = false;
        }
        return next;
    }

    private boolean isElement(boolean begins) throws MalformedJsonException {
        if (text.skip(']')) {
            return false;
        }
        if (!begins) {
            text.expect(',');
        }
        return true;
    }

    private void end() throws MalformedJsonException {
        endInner();
        text.expect('}');
    }

    private void endInner() throws MalformedJsonException {
        if (inner != null) {
            inner.end();
            inner = null;
        }
    }
}
