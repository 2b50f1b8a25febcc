package dev.attest.cli;

import dev.attest.internal.config.Settings;
import dev.attest.internal.config.Sources;
import dev.attest.internal.config.setting.AzureKeys;
import dev.attest.internal.config.setting.CommonKeys;
import dev.attest.internal.config.setting.Key;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The settings that are options of the command line. They take precedence over all other sources. */
final class SettingsOptions {

    private static final Map<Key<?>, String> NAMES = Map.of(
            AzureKeys.URL, "--url",
            AzureKeys.PROJECT, "--project",
            AzureKeys.TOKEN_FILE, "--token-file",
            CommonKeys.JOURNAL_DIR, "--journal");

    @Option(
            names = "--url",
            paramLabel = "URL",
            description = "Sets the organization or the collection. [attest.azure.url]")
    @Nullable
    String url;

    @Option(names = "--project", paramLabel = "NAME", description = "Sets the project. [attest.azure.project]")
    @Nullable
    String project;

    @Option(
            names = "--token-file",
            paramLabel = "FILE",
            description = "Reads the token from this file, which contains nothing else. [attest.azure.token-file]")
    @Nullable
    String tokenFile;

    @Option(
            names = "--journal",
            paramLabel = "DIR",
            description = "Sets the folder of the journals. [attest.journal.dir]")
    @Nullable
    String journal;

    @Option(
            names = "--properties",
            paramLabel = "FILE",
            description =
                    "Reads this attest.properties, such as src/test/resources/attest.properties. The command does not look"
                            + " for one, because a file that comes with a folder must not decide where your token goes.")
    @Nullable
    Path properties;

    /** Returns the settings of the process; these options take precedence. */
    Settings read(Sources process) {
        Map<String, String> systemProperties = new HashMap<>(process.systemProperties());
        given().forEach((key, value) -> systemProperties.put(key.property(), value));
        return Settings.read(new Sources(
                systemProperties,
                process.environment(),
                process.frameworkParameters(),
                properties == null
                        ? List.of()
                        : List.of(file(process.workingDirectory().resolve(properties))),
                process.workingDirectory(),
                process.ancestry()));
    }

    /** Returns a sentence about files of settings that are not read; empty if there are none, or one is read. */
    String unread(Path workingDirectory) {
        return properties == null ? ProjectProperties.sentence(workingDirectory) : "";
    }

    /** Sets the folder that the command line gives without an option. */
    void journal(@Nullable String dir) {
        if (dir != null && journal != null) {
            throw new MisuseException("give DIR or --journal, and not both");
        }
        journal = dir == null ? journal : dir;
    }

    /** Returns the folder of the journals. A {@link MisuseException} says why it cannot be meant. */
    Path journalDir(Settings read, Path workingDirectory) throws IOException {
        return journal == null
                ? JournalLocation.ofProject(read, workingDirectory)
                : JournalLocation.named(read.journalDir());
    }

    /** Returns a text about settings that names options instead of system properties. */
    String named(String text) {
        String named = text;
        for (Key<?> key : given().keySet()) {
            named = named.replace("system property " + key.property(), "option " + NAMES.get(key));
        }
        return named;
    }

    private Map<Key<?>, String> given() {
        Map<Key<?>, String> given = new HashMap<>();
        put(given, AzureKeys.URL, url);
        put(given, AzureKeys.PROJECT, project);
        put(given, AzureKeys.TOKEN_FILE, tokenFile);
        put(given, CommonKeys.JOURNAL_DIR, journal);
        return given;
    }

    private static void put(Map<Key<?>, String> given, Key<?> key, @Nullable String value) {
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
