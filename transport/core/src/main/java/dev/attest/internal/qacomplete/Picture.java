package dev.attest.internal.qacomplete;

import dev.attest.internal.destination.AttachedContent;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** An image file that a browser can show. Its first bytes determine the type, not its name. */
record Picture(AttachedContent evidence, String contentType) {

    private static final int HEAD = 12;

    static Optional<Picture> of(AttachedContent evidence) throws IOException {
        byte[] head;
        try (InputStream in = evidence.content().open()) {
            head = in.readNBytes(HEAD);
        }
        String type = type(head);
        return type.isEmpty() ? Optional.empty() : Optional.of(new Picture(evidence, type));
    }

    private static String type(byte[] head) {
        if (begins(head, 0, 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n')) {
            return "image/png";
        }
        if (begins(head, 0, 0xff, 0xd8, 0xff)) {
            return "image/jpeg";
        }
        if (begins(head, 0, 'G', 'I', 'F', '8')) {
            return "image/gif";
        }
        return begins(head, 0, 'R', 'I', 'F', 'F') && begins(head, 8, 'W', 'E', 'B', 'P') ? "image/webp" : "";
    }

    private static boolean begins(byte[] head, int offset, int... expected) {
        if (head.length < offset + expected.length) {
            return false;
        }
        for (int i = 0; i < expected.length; i++) {
            if ((head[offset + i] & 0xff) != expected[i]) {
                return false;
            }
        }
        return true;
    }
}
