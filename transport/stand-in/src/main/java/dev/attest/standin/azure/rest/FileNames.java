package dev.attest.standin.azure.rest;

import dev.attest.standin.rules.Refusal;
import org.jspecify.annotations.Nullable;

/** Checks names of attachments. Valid names are those of files on Windows. */
public final class FileNames {

    private static final String REFUSED = "\"<>|:*?\\/";

    private FileNames() {}

    /** Returns a valid name, and refuses an invalid one. */
    public static String checked(@Nullable String name) {
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
