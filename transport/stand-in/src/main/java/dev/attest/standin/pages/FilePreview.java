package dev.attest.standin.pages;

import dev.attest.standin.media.RasterImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Detects the type of an attachment by its first bytes, whatever its name is. */
final class FilePreview {

    private static final int START = 64 * 1024;

    private FilePreview() {}

    static byte[] start(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            return in.readNBytes(START);
        }
    }

    /** Returns the media type if the file is a raster image that a browser can show. */
    static Optional<String> imageType(byte[] start) {
        return RasterImage.type(start);
    }

    /** Returns the bytes as text; empty if they are not UTF-8. */
    static String text(byte[] start) {
        var decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        try {
            // The preview may end in the middle of a character.
            var length = start.length;
            while (start.length == START && length > START - 4 && (start[length - 1] & 0x80) != 0) {
                length--;
            }
            var text = decoder.decode(ByteBuffer.wrap(start, 0, length)).toString();
            return text.indexOf('\0') >= 0 ? "" : PageText.visible(text);
        } catch (CharacterCodingException e) {
            return "";
        }
    }
}
