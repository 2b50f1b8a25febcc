package dev.attest.internal.journal.event;

import dev.attest.internal.config.origin.Origin;
import dev.attest.internal.json.JsonMembers;
import dev.attest.internal.json.JsonText;
import dev.attest.internal.json.MalformedJsonException;
import org.jspecify.annotations.Nullable;

/** Writes and reads where runs come from. A text that is not known is left out. */
final class OriginFormat {

    private OriginFormat() {}

    static void write(Origin origin, JsonText members) {
        write("system", origin.system(), members);
        write("job", origin.job(), members);
        write("build", origin.build(), members);
        write("link", origin.link(), members);
        write("folder", origin.folder(), members);
        write("change", origin.change(), members);
        write("branch", origin.branch(), members);
        write("commit", origin.commit(), members);
        write("user", origin.user(), members);
        write("platform", origin.platform(), members);
        write("runtime", origin.runtime(), members);
    }

    /** @param members null if the run is of unknown origin, or of a version that did not tell */
    static Origin read(@Nullable JsonMembers members) throws MalformedJsonException {
        return members == null
                ? Origin.UNKNOWN
                : new Origin(
                        read("system", members),
                        read("job", members),
                        read("build", members),
                        read("link", members),
                        read("folder", members),
                        read("change", members),
                        read("branch", members),
                        read("commit", members),
                        read("user", members),
                        read("platform", members),
                        read("runtime", members));
    }

    private static void write(String name, String text, JsonText members) {
        if (!text.isEmpty()) {
            members.member(name, text);
        }
    }

    private static String read(String name, JsonMembers members) throws MalformedJsonException {
        String text = members.optionalText(name);
        return text == null ? "" : text;
    }
}
