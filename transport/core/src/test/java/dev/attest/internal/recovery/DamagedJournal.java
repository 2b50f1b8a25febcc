package dev.attest.internal.recovery;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.CRC32C;

/** The files of one journal, for changes that no journal makes itself. */
final class DamagedJournal {

    static final String EVENTS = "events.journal";
    static final String ACKS = "fake.acks";

    private final Path folder;
    private final Random random;

    DamagedJournal(Path folder, Random random) {
        this.folder = folder;
        this.random = random;
    }

    Path folder() {
        return folder;
    }

    Path file(String name) {
        return folder.resolve(name);
    }

    /** Returns the file with the facts that the JVMs of the run share. */
    Path facts() throws IOException {
        try (Stream<Path> entries = Files.list(folder.resolveSibling("."))) {
            return entries.filter(each -> each.getFileName().toString().endsWith(".run"))
                    .findFirst()
                    .orElse(folder.resolveSibling("fake-00000000.run"))
                    .resolve("facts");
        }
    }

    /** Returns the lines of a file, with their line feeds; none if it is none. */
    static List<byte[]> lines(Path file) throws IOException {
        List<byte[]> lines = new ArrayList<>();
        byte[] all = Files.isRegularFile(file) ? Files.readAllBytes(file) : new byte[0];
        int from = 0;
        for (int at = 0; at < all.length; at++) {
            if (all[at] == '\n') {
                lines.add(Arrays.copyOfRange(all, from, at + 1));
                from = at + 1;
            }
        }
        return lines;
    }

    static void write(Path file, List<byte[]> lines) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] line : lines) {
            all.write(line);
        }
        Files.createDirectories(file.getParent());
        Files.write(file, all.toByteArray());
    }

    /** Flips a bit of a random line of this kind, but not its line feed. */
    void flip(Path file, String kind) throws IOException {
        List<byte[]> lines = lines(file);
        int index = randomLine(lines, kind);
        if (index >= 0) {
            byte[] line = lines.get(index);
            line[random.nextInt(line.length - 1)] ^= (byte) (1 << random.nextInt(8));
            write(file, lines);
        }
    }

    /** Changes the lines with an index of a random line of this kind. */
    void edit(Path file, String kind, Edit edit) throws IOException {
        List<byte[]> lines = lines(file);
        int index = randomLine(lines, kind);
        if (index >= 0) {
            edit.apply(lines, index);
            write(file, lines);
        }
    }

    /** Replaces the JSON of a random line of this kind. Its checksum is right afterwards. */
    void rewrite(Path file, String kind, UnaryOperator<String> change) throws IOException {
        edit(file, kind, (lines, index) -> {
            String json = new String(lines.get(index), StandardCharsets.UTF_8).substring(9);
            lines.set(index, framed(change.apply(json.stripTrailing())));
        });
    }

    void append(Path file, String json) throws IOException {
        List<byte[]> lines = lines(file);
        lines.add(framed(json));
        write(file, lines);
    }

    /** Replaces a file or folder by a folder with a file in it. */
    void makeFolder(Path path) throws IOException {
        delete(path);
        Files.createDirectories(path);
        Files.writeString(path.resolve("note.txt"), "a note");
    }

    void makeLink(Path path, Path target) throws IOException {
        delete(path);
        Files.createDirectories(path.getParent());
        Files.createSymbolicLink(path, target);
    }

    /** Deletes a file, or a folder with all in it. Links are not followed. */
    static void delete(Path path) throws IOException {
        if (Files.isDirectory(path) && !Files.isSymbolicLink(path)) {
            try (Stream<Path> entries = Files.list(path)) {
                for (Path each : (Iterable<Path>) entries::iterator) {
                    delete(each);
                }
            }
        }
        Files.deleteIfExists(path);
    }

    private int randomLine(List<byte[]> lines, String kind) {
        int[] found = IntStream.range(0, lines.size())
                .filter(index -> new String(lines.get(index), StandardCharsets.UTF_8).contains("{\"" + kind))
                .toArray();
        return found.length == 0 ? -1 : found[random.nextInt(found.length)];
    }

    static byte[] framed(String json) {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        CRC32C crc = new CRC32C();
        crc.update(bytes);
        return ("%08x %s\n".formatted(crc.getValue(), json)).getBytes(StandardCharsets.UTF_8);
    }

    /** Changes lines. */
    interface Edit {
        void apply(List<byte[]> lines, int index) throws IOException;
    }
}
