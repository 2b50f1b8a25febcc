package dev.attest.cli.report;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The pictures that the report shows, told by their first bytes and never by their name. A browser decodes them as
 * pictures only, whatever else is in them.
 */
enum PictureType {
    PNG("image/png"),
    JPEG("image/jpeg"),
    GIF("image/gif"),
    WEBP("image/webp"),
    NONE("");

    private static final byte[] PNG_HEAD = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};

    /** Decoded, it takes four bytes a pixel of the memory of the browser. */
    private static final long MOST_PIXELS = 100_000_000;

    private final String mediaType;

    PictureType(String mediaType) {
        this.mediaType = mediaType;
    }

    static PictureType of(byte[] content) {
        if (startsWith(content, 0, PNG_HEAD)) {
            return isBomb(content) ? NONE : PNG;
        }
        if (startsWith(content, 0, new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff})) {
            return JPEG;
        }
        if (startsWith(content, 0, ascii("GIF87a")) || startsWith(content, 0, ascii("GIF89a"))) {
            return GIF;
        }
        return startsWith(content, 0, ascii("RIFF")) && startsWith(content, 8, ascii("WEBP")) ? WEBP : NONE;
    }

    String mediaType() {
        return mediaType;
    }

    /** Returns whether the few bytes of a PNG stand for more pixels than a screen ever has. */
    private static boolean isBomb(byte[] png) {
        return png.length < 24 || number(png, 16) * number(png, 20) > MOST_PIXELS;
    }

    private static long number(byte[] content, int at) {
        return ((content[at] & 0xffL) << 24)
                | ((content[at + 1] & 0xffL) << 16)
                | ((content[at + 2] & 0xffL) << 8)
                | (content[at + 3] & 0xffL);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static boolean startsWith(byte[] content, int from, byte[] head) {
        return content.length >= from + head.length
                && Arrays.equals(content, from, from + head.length, head, 0, head.length);
    }
}
