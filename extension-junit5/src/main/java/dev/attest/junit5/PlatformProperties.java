package dev.attest.junit5;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import java.util.Set;
import org.junit.platform.engine.ConfigurationParameters;

/** The file {@code junit-platform.properties} of the class path, as the Platform finds it. */
final class PlatformProperties {

    static final String FILE = ConfigurationParameters.CONFIG_FILE_NAME;

    private PlatformProperties() {}

    /** Returns its text; empty where there is none, or it cannot be read: the Platform says what is wrong with it. */
    static String text() {
        ClassLoader context = Thread.currentThread().getContextClassLoader();
        ClassLoader loader = context == null ? ClassLoader.getSystemClassLoader() : context;
        try (InputStream file = loader.getResourceAsStream(FILE)) {
            return file == null ? "" : new String(file.readAllBytes(), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            return "";
        }
    }

    /** Returns the names in it. */
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
