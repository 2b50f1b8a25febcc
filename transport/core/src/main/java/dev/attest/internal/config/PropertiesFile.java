package dev.attest.internal.config;

import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;

/** Reads the first attest.properties on the class path, in UTF-8. */
final class PropertiesFile {

    private PropertiesFile() {}

    static SourceValues read(List<URL> files, Warnings warnings) {
        if (files.isEmpty()) {
            return new SourceValues(SourceKind.PROPERTIES_FILE, Map.of());
        }
        var first = files.get(0);
        if (files.size() > 1) {
            var rest = files.stream().skip(1).map(URL::toString).collect(Collectors.joining(", "));
            warnings.add("The class path holds several " + Sources.FILE_NAME + ": " + first + " is used, and not "
                    + rest + ". Keep one.");
        }
        return new SourceValues(SourceKind.PROPERTIES_FILE, entries(first, warnings), first.toString());
    }

    private static Map<String, String> entries(URL file, Warnings warnings) {
        var properties = new Properties();
        try {
            var connection = file.openConnection();
            // A cached jar stays open, and Windows cannot delete an open file.
            connection.setUseCaches(false);
            try (var reader = new InputStreamReader(connection.getInputStream(), StandardCharsets.UTF_8)) {
                properties.load(reader);
            }
        } catch (IOException | IllegalArgumentException e) {
            warnings.add("Reading " + file + " failed (" + e + "): its settings are not used.");
            return Map.of();
        }
        var entries = new LinkedHashMap<String, String>();
        properties.stringPropertyNames().forEach(name -> entries.put(name, properties.getProperty(name, "")));
        return entries;
    }
}
