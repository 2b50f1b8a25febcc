package dev.attest.cli;

import dev.attest.config.Key;
import dev.attest.config.Settings;
import dev.attest.config.Sources;
import java.net.MalformedURLException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The settings that may be given on the command line. They win over all other sources. */
final class SettingsOptions {

    private static final Map<Key, String> NAMES = Map.of(
            Key.AZURE_URL, "--url",
            Key.AZURE_PROJECT, "--project",
            Key.AZURE_TOKEN_FILE, "--token-file",
            Key.JOURNAL_DIR, "--journal");

    @Option(names = "--url", paramLabel = "URL", description = "Organization or collection. [attest.azure.url]")
    @Nullable
    String url;

    @Option(names = "--project", paramLabel = "NAME", description = "Project. [attest.azure.project]")
    @Nullable
    String project;

    @Option(
            names = "--token-file",
            paramLabel = "FILE",
            description = "File that holds the token and nothing else. [attest.azure.token-file]")
    @Nullable
    String tokenFile;

    @Option(names = "--journal", paramLabel = "DIR", description = "Folder of the journals. [attest.journal.dir]")
    @Nullable
    String journal;

    @Option(
            names = "--settings",
            paramLabel = "FILE",
            description =
                    "An attest.properties to read, such as src/test/resources/attest.properties. None is looked for:"
                            + " one that comes with a folder must not say by itself where your token goes.")
    @Nullable
    Path settings;

    /** Returns the settings of the process, with these in front. */
    Settings read(Sources process) {
        Map<String, String> properties = new HashMap<>(process.systemProperties());
        given().forEach((key, value) -> properties.put(key.property(), value));
        return Settings.read(new Sources(
                properties,
                process.environment(),
                process.frameworkParameters(),
                settings == null
                        ? List.of()
                        : List.of(file(process.workingDirectory().resolve(settings))),
                process.workingDirectory(),
                process.ancestry()));
    }

    /** Takes the folder that stands on the command line without an option. */
    void journal(@Nullable String dir) {
        if (dir != null && journal != null) {
            throw new MisuseException("give DIR or --journal, and not both");
        }
        journal = dir == null ? journal : dir;
    }

    /** Returns the folder of the journals, which must exist if it was asked for by name. */
    Path journalDir(Settings read) {
        Path dir = read.journalDir();
        if (journal != null && !Files.isDirectory(dir)) {
            throw new MisuseException("there is no folder " + dir);
        }
        return dir;
    }

    /** Returns a text about settings, with options called by their names. */
    String named(String text) {
        String named = text;
        for (Key key : given().keySet()) {
            named = named.replace("system property " + key.property(), "option " + NAMES.get(key));
        }
        return named;
    }

    private Map<Key, String> given() {
        Map<Key, String> given = new EnumMap<>(Key.class);
        put(given, Key.AZURE_URL, url);
        put(given, Key.AZURE_PROJECT, project);
        put(given, Key.AZURE_TOKEN_FILE, tokenFile);
        put(given, Key.JOURNAL_DIR, journal);
        return given;
    }

    private static void put(Map<Key, String> given, Key key, @Nullable String value) {
        if (value != null) {
            given.put(key, value);
        }
    }

    private static URL file(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new MisuseException("there is no file " + file);
        }
        try {
            return file.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalStateException("every file has a URL: " + file, e);
        }
    }
}
