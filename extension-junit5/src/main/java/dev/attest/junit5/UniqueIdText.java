package dev.attest.junit5;

import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.launcher.TestIdentifier;

/**
 * The text of a unique id, as {@code UniqueId.toString()} returns it, made from the text of its parent:
 *
 * <pre>
 * [engine:junit-jupiter]/[class:com.shop.CartTest]/[test-template:adds(int)]/[test-template-invocation:#2]
 * ╰──────────────────────── of the parent ─────────────────────────────────╯
 * </pre>
 *
 * <p>The Platform looks up each character of all segments in a map of those that it encodes, for each test.
 */
final class UniqueIdText {

    private UniqueIdText() {}

    /** @param parent text of the parent, or null */
    static String of(TestIdentifier identifier, @Nullable String parent) {
        UniqueId id = identifier.getUniqueIdObject();
        UniqueId ofParent = identifier.getParentIdObject().orElse(null);
        UniqueId.Segment last = id.getLastSegment();
        if (parent == null
                || ofParent == null
                || id.getSegments().size() != ofParent.getSegments().size() + 1
                || !id.hasPrefix(ofParent)
                || !isPlain(last.getType())
                || !isPlain(last.getValue())) {
            return id.toString();
        }
        return parent + "/[" + last.getType() + ":" + last.getValue() + "]";
    }

    /** Returns whether a text has none of the characters that the Platform encodes. */
    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '[' || c == ']' || c == '/' || c == ':' || c == '%' || c == '+') {
                return false;
            }
        }
        return true;
    }
}
