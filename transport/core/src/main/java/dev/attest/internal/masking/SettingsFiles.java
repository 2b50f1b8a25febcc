package dev.attest.internal.masking;

import java.util.regex.Pattern;

/** Tells by its name whether a file has settings. */
public final class SettingsFiles {

    private static final Pattern NAMES = Pattern.compile(
            ".*\\.(?:properties|env|ya?ml|ini|conf|cfg|config|toml|tfvars|npmrc|netrc|pypirc)"
                    + "|_?netrc|\\.?env(?:\\..*|rc)?|environ(?:ment)?(?:\\..*)?"
                    + "|testng.*\\.xml|settings.*\\.xml|application.*\\.(?:json|xml)|appsettings.*\\.json"
                    + "|(?:config|settings|secrets|credentials).*\\.json|credentials",
            Pattern.CASE_INSENSITIVE);

    private SettingsFiles() {}

    /** Returns whether a file with this name, without a folder, has settings such as {@code db.password=...}. */
    public static boolean isSettings(String fileName) {
        return NAMES.matcher(fileName).matches();
    }
}
