package dev.attest.junit5;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import java.util.Set;
import org.junit.platform.engine.ConfigurationParameters;

/** The file {@code junit-platform.properties} on the class path, found as the Platform finds it. */
final class PlatformProperties {

    static final String FILE = ConfigurationParameters.CONFIG_FILE_NAME;

    private PlatformProperties() {}

    /** Returns its text; empty if it does not exist or cannot be read. The Platform reports read errors itself. */
    static String text() {
        try (InputStream file = AutoDetection.loader().getResourceAsStream(FILE)) {
            return file == null ? "" : new String(file.readAllBytes(), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            return "";
        }
    }

    static Set<String> names() {
        Properties properties = new Properties();
        try {
            properties.load(new StringReader(text()));
        } catch (IOException e) {
            throw new UncheckedIOException("a text in memory cannot be read", e);
        } catch (IllegalArgumentException malformed) {
            return Set.of();
        }
        return properties.stringPropertyNames();
    }
}
