package dev.attest.internal.http;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class BodyTest {

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 57, 24 * 1024 - 1, 24 * 1024, 24 * 1024 + 1, 1024 * 1024})
    void announcesExactlyWhatItWrites(int size) throws IOException {
        byte[] file = bytes(size);
        Body body = Body.base64("text/plain", "{\"é\":\"", () -> new ByteArrayInputStream(file), size, "\"}");

        byte[] written = write(body);

        assertThat(body.length()).isEqualTo(written.length);
        assertThat(new String(written, StandardCharsets.UTF_8))
                .isEqualTo("{\"é\":\"" + Base64.getEncoder().encodeToString(file) + "\"}");
    }

    @Test
    void canBeWrittenAgain() throws IOException {
        byte[] file = bytes(1000);
        Body body = Body.base64("text/plain", "<", () -> new ByteArrayInputStream(file), 1000, ">");

        assertThat(write(body)).isEqualTo(write(body));
    }

    @Test
    void readsOnFromAStreamThatGivesLittleAtATime() throws IOException {
        byte[] file = bytes(1000);
        InputStream dripping = new ByteArrayInputStream(file) {
            @Override
            public synchronized int read(byte[] buffer, int offset, int length) {
                return super.read(buffer, offset, Math.min(length, 7));
            }
        };
        Body body = Body.base64("text/plain", "", () -> dripping, 1000, "");

        assertThat(Base64.getDecoder().decode(write(body))).isEqualTo(file);
    }

    @Test
    void refusesAFileThatIsShorterThanAnnounced() {
        Body body = Body.base64("text/plain", "", () -> new ByteArrayInputStream(bytes(9)), 10, "");

        assertThatThrownBy(() -> write(body))
                .isInstanceOf(ExchangeFailedException.class)
                .hasMessage("the file ends 1 bytes before its length of 10");
    }

    @Test
    void refusesAFileThatIsLongerThanAnnounced() {
        Body body = Body.base64("text/plain", "", () -> new ByteArrayInputStream(bytes(11)), 10, "");

        assertThatThrownBy(() -> write(body))
                .isInstanceOf(ExchangeFailedException.class)
                .hasMessage("the file goes on after its length of 10 bytes");
    }

    @Test
    void sendsAStretchOfAFileAsItIs() throws IOException {
        byte[] file = bytes(100_000);
        Body body = Body.bytes(() -> new ByteArrayInputStream(file), 30_000, 50_000);

        assertThat(body.contentType()).isEqualTo("application/octet-stream");
        assertThat(body.length()).isEqualTo(50_000);
        assertThat(write(body)).isEqualTo(Arrays.copyOfRange(file, 30_000, 80_000));
    }

    @Test
    void refusesAStretchThatTheFileDoesNotHave() {
        Body body = Body.bytes(() -> new ByteArrayInputStream(bytes(9)), 4, 6);

        assertThatThrownBy(() -> write(body))
                .isInstanceOf(ExchangeFailedException.class)
                .hasMessage("the file ends 1 bytes before its length of 10");
    }

    @Test
    void opensNothingForNoBytes() throws IOException {
        Body body = Body.bytes(
                () -> {
                    throw new IOException("opened");
                },
                0,
                0);

        assertThat(write(body)).isEmpty();
    }

    @Test
    void saysThatAFileCannotBeOpened() {
        Body body = Body.base64(
                "text/plain",
                "",
                () -> {
                    throw new IOException("gone");
                },
                10,
                "");

        assertThatThrownBy(() -> write(body))
                .isInstanceOf(ExchangeFailedException.class)
                .hasMessage("the file cannot be opened: gone");
    }

    @Test
    void countsTheBytesOfTextAndNotItsCharacters() throws IOException {
        Body body = Body.text("text/plain", "ä€😀");

        assertThat(body.length()).isEqualTo(9);
        assertThat(write(body)).isEqualTo("ä€😀".getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] write(Body body) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        body.writeTo(out);
        return out.toByteArray();
    }

    private static byte[] bytes(int size) {
        byte[] bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        return bytes;
    }
}
