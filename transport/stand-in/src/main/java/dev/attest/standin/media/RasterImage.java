package dev.attest.standin.media;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Pictures that a browser can show and that can hold no script: PNG, JPEG, GIF and WebP. SVG is none of them. */
public final class RasterImage {

    private static final int LONGEST_MARK = 16;

    private RasterImage() {}

    /** Returns the media type if the first bytes of a file are those of a picture. */
    public static Optional<String> type(byte[] start) {
        var head = new String(start, 0, Math.min(LONGEST_MARK, start.length), StandardCharsets.ISO_8859_1);
        if (head.startsWith("\u0089PNG\r\n\u001A\n")) {
            return Optional.of("image/png");
        }
        if (head.startsWith("\u00FF\u00D8\u00FF")) {
            return Optional.of("image/jpeg");
        }
        if (head.startsWith("GIF87a") || head.startsWith("GIF89a")) {
            return Optional.of("image/gif");
        }
        if (head.startsWith("RIFF") && head.startsWith("WEBP", 8)) {
            return Optional.of("image/webp");
        }
        return Optional.empty();
    }

    /** Returns whether a file is a picture. */
    public static boolean is(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            return type(in.readNBytes(LONGEST_MARK)).isPresent();
        }
    }
}
