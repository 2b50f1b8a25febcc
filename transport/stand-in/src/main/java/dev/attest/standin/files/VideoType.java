package dev.attest.standin.files;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;

/** Tells videos that browsers play by their first bytes, whatever their name is. */
public final class VideoType {

    private static final int START = 64;
    private static final String EBML = "\u001AE\u00DF\u00A3";

    /** Brands of pictures and sounds have the same container. */
    private static final Set<String> BRANDS =
            Set.of("isom", "iso2", "iso4", "iso5", "iso6", "mp41", "mp42", "avc1", "M4V ", "dash", "MSNV");

    private VideoType() {}

    /** Returns the media type; empty if the bytes are not the start of a video. */
    public static Optional<String> of(byte[] start) {
        var head = new String(start, 0, Math.min(START, start.length), StandardCharsets.ISO_8859_1);
        if (head.startsWith(EBML) && head.contains("webm")) {
            return Optional.of("video/webm");
        }
        if (head.length() >= 12 && head.startsWith("ftyp", 4) && BRANDS.contains(head.substring(8, 12))) {
            return Optional.of("video/mp4");
        }
        return Optional.empty();
    }
}
