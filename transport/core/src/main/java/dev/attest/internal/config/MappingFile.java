package dev.attest.internal.config;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/**
 * A properties file in UTF-8 that names QAComplete's tests for classes and methods:
 *
 * <pre># class, method, or method with its parameter types
 * shop.CartTest = 70
 * shop.CartTest.adds = 77, 78
 * shop.CartTest.adds(int) = 79</pre>
 */
record MappingFile(Path file, Map<String, List<Integer>> ids) {

    static MappingFile read(Path file) {
        Properties lines = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            lines.load(reader);
        } catch (IOException | IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "a file of lines such as shop.CartTest.adds = 77; reading " + file + " failed with " + e, e);
        }
        Map<String, List<Integer>> ids = new HashMap<>();
        lines.stringPropertyNames().forEach(name -> ids.put(name, ids(file, name, lines.getProperty(name, ""))));
        return new MappingFile(file, ids);
    }

    /** Returns the path, which messages show. */
    @Override
    public String toString() {
        return file.toString();
    }

    private static List<Integer> ids(Path file, String name, String text) {
        List<Integer> ids = new ArrayList<>();
        for (String id : text.split(",", -1)) {
            if (!id.strip().matches("[1-9]\\d{0,8}")) {
                throw new IllegalArgumentException(
                        "lines such as shop.CartTest.adds = 77, and " + name + " of " + file + " has no such ids");
            }
            ids.add(Integer.valueOf(id.strip()));
        }
        return ids;
    }
}
