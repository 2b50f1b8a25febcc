package dev.attest.standin.wire;

import dev.attest.standin.rules.Refusal;
import org.jspecify.annotations.Nullable;

/** Which names an attachment may have: those of a file on Windows. */
final class FileNames {

    private static final String REFUSED = "\"<>|:*?\\/";

    private FileNames() {}

    static String checked(@Nullable String name) {
        if (name == null
                || name.isBlank()
                || name.length() > 1000
                || name.chars().anyMatch(FileNames::refused)) {
            throw new Refusal(400, "InvalidPropertyException", "Invalid filename specified, Parameter name: fileName");
        }
        return name;
    }

    private static boolean refused(int character) {
        return character < 32 || REFUSED.indexOf(character) >= 0;
    }
}
