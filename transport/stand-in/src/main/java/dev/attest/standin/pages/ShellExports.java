package dev.attest.standin.pages;

import java.util.List;

/** The settings of a client as shell commands. */
public final class ShellExports {

    private ShellExports() {}

    /** Returns the lines for URL and project. */
    public static List<String> of(String url, String project) {
        return List.of(line("ATTEST_AZURE_URL", url), line("ATTEST_AZURE_PROJECT", project));
    }

    /** Returns the line for one setting. */
    public static String line(String name, String value) {
        var plain = value.matches("[A-Za-z0-9_:/.@%+,-]+");
        return "export " + name + "=" + (plain ? value : "'" + value.replace("'", "'\\''") + "'");
    }
}
