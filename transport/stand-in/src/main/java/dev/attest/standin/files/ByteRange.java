package dev.attest.standin.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A part of a file that a request asks for, as in {@code Range: bytes=0-499}, {@code bytes=500-} and
 * {@code bytes=-500}.
 *
 * @param first the first byte
 * @param length how many there are; 0 if the file has none of what is asked for
 */
public record ByteRange(long first, long length) {

    private static final Pattern HEADER = Pattern.compile("bytes=(\\d{0,18})-(\\d{0,18})");

    /**
     * Returns the part that a header names; empty if it names none or several, so that the whole file is the answer.
     */
    public static Optional<ByteRange> of(String header, long size) {
        var match = HEADER.matcher(header.strip());
        if (!match.matches() || (match.group(1).isEmpty() && match.group(2).isEmpty())) {
            return Optional.empty();
        }
        if (match.group(1).isEmpty()) {
            var length = Math.min(size, Long.parseLong(match.group(2)));
            return Optional.of(new ByteRange(size - length, length));
        }
        var first = Long.parseLong(match.group(1));
        var last = match.group(2).isEmpty() ? size - 1 : Math.min(size - 1, Long.parseLong(match.group(2)));
        if (!match.group(2).isEmpty() && Long.parseLong(match.group(2)) < first) {
            return Optional.empty();
        }
        return Optional.of(new ByteRange(first, Math.max(0, last - first + 1)));
    }

    /** Returns the header of the reply. */
    public String contentRange(long size) {
        return length == 0 ? "bytes */" + size : "bytes " + first + "-" + (first + length - 1) + "/" + size;
    }

    /** Opens this part of a file. */
    public InputStream open(Path file) throws IOException {
        var channel = FileChannel.open(file, StandardOpenOption.READ);
        try {
            channel.position(first);
            return new PartStream(Channels.newInputStream(channel), length);
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }
}
