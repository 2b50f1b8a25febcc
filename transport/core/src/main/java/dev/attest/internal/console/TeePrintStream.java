package dev.attest.internal.console;

import dev.attest.internal.guard.OwnOutput;
import java.io.IOException;
import java.io.PrintStream;
import java.util.Formatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Forwards each call to the same method of another stream, then passes the text to a sink. Ignores exceptions of the
 * sink.
 *
 * <p>Text is forwarded as text, because Surefire decodes bytes with the default charset and loses umlauts if that is
 * ASCII. {@code toString()} of an argument runs once, before any lock is taken, so that it can print without deadlock.
 */
final class TeePrintStream extends PrintStream {

    private static final String LINE_END = System.lineSeparator();

    private final PrintStream original;
    private final Channel channel;
    private final ConsoleDecoder decoder;
    private volatile @Nullable OutputSink sink;

    TeePrintStream(PrintStream original, Channel channel, OutputSink sink) {
        super(original);
        this.original = original;
        this.channel = channel;
        this.decoder = ConsoleDecoder.ofJvm();
        this.sink = sink;
    }

    PrintStream original() {
        return original;
    }

    /** Makes this stream only forward from now on. */
    void silence() {
        sink = null;
    }

    private void capture(@Nullable String text) {
        OutputSink listening = sink;
        // Null if the test mocks what makes a text of a value.
        if (listening == null || text == null || text.isEmpty()) {
            return;
        }
        try {
            boolean own = OwnOutput.begin();
            try {
                if (!own) {
                    listening.printed(channel, text);
                }
            } finally {
                OwnOutput.end(own);
            }
        } catch (Throwable e) {
            // A test must not fail because its output is not kept, not even if memory is short.
        }
    }

    private void captureLine(@Nullable String text) {
        try {
            if (text != null) {
                capture(text.concat(LINE_END));
            }
        } catch (Throwable e) {
            // Memory is short.
        }
    }

    private void capture(byte[] buffer, int offset, int length) {
        String text;
        try {
            text = decoder.decode(buffer, offset, length);
        } catch (Throwable e) {
            return; // the test mocks what decodes, or memory is short
        }
        capture(text);
    }

    /** Formats as the JDK does for a stream, without {@code String.format}, which the test may mock. */
    private static String text(@Nullable Locale locale, String format, @Nullable Object... arguments) {
        return new Formatter(locale).format(format, arguments).toString();
    }

    @Override
    public void flush() {
        original.flush();
    }

    @Override
    public void close() {
        original.close();
    }

    @Override
    public boolean checkError() {
        return original.checkError();
    }

    @Override
    public void write(int b) {
        original.write(b);
        capture(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] buffer, int offset, int length) {
        original.write(buffer, offset, length);
        capture(buffer, offset, length);
    }

    @Override
    public void write(byte[] buffer) throws IOException {
        original.write(buffer);
        capture(buffer, 0, buffer.length);
    }

    @Override
    public void writeBytes(byte[] buffer) {
        original.writeBytes(buffer);
        capture(buffer, 0, buffer.length);
    }

    @Override
    public void print(boolean value) {
        original.print(value);
        capture(String.valueOf(value));
    }

    @Override
    public void print(char value) {
        original.print(value);
        capture(String.valueOf(value));
    }

    @Override
    public void print(int value) {
        original.print(value);
        capture(String.valueOf(value));
    }

    @Override
    public void print(long value) {
        original.print(value);
        capture(String.valueOf(value));
    }

    @Override
    public void print(float value) {
        original.print(value);
        capture(String.valueOf(value));
    }

    @Override
    public void print(double value) {
        original.print(value);
        capture(String.valueOf(value));
    }

    @Override
    public void print(char[] value) {
        original.print(value);
        capture(String.valueOf(value));
    }

    @Override
    public void print(@Nullable String value) {
        original.print(value);
        capture(String.valueOf(value));
    }

    @Override
    public void print(@Nullable Object value) {
        String text = String.valueOf(value);
        original.print((Object) text);
        capture(text);
    }

    @Override
    public void println() {
        original.println();
        captureLine("");
    }

    @Override
    public void println(boolean value) {
        original.println(value);
        captureLine(String.valueOf(value));
    }

    @Override
    public void println(char value) {
        original.println(value);
        captureLine(String.valueOf(value));
    }

    @Override
    public void println(int value) {
        original.println(value);
        captureLine(String.valueOf(value));
    }

    @Override
    public void println(long value) {
        original.println(value);
        captureLine(String.valueOf(value));
    }

    @Override
    public void println(float value) {
        original.println(value);
        captureLine(String.valueOf(value));
    }

    @Override
    public void println(double value) {
        original.println(value);
        captureLine(String.valueOf(value));
    }

    @Override
    public void println(char[] value) {
        original.println(value);
        captureLine(String.valueOf(value));
    }

    @Override
    public void println(@Nullable String value) {
        original.println(value);
        captureLine(String.valueOf(value));
    }

    @Override
    public void println(@Nullable Object value) {
        String text = String.valueOf(value);
        original.println((Object) text);
        captureLine(text);
    }

    @Override
    public PrintStream printf(String format, @Nullable Object... arguments) {
        String text = text(Locale.getDefault(Locale.Category.FORMAT), format, arguments);
        original.printf("%s", text);
        capture(text);
        return this;
    }

    @Override
    public PrintStream printf(@Nullable Locale locale, String format, @Nullable Object... arguments) {
        String text = text(locale, format, arguments);
        original.printf(locale, "%s", text);
        capture(text);
        return this;
    }

    @Override
    public PrintStream format(String format, @Nullable Object... arguments) {
        String text = text(Locale.getDefault(Locale.Category.FORMAT), format, arguments);
        original.format("%s", text);
        capture(text);
        return this;
    }

    @Override
    public PrintStream format(@Nullable Locale locale, String format, @Nullable Object... arguments) {
        String text = text(locale, format, arguments);
        original.format(locale, "%s", text);
        capture(text);
        return this;
    }

    @Override
    public PrintStream append(@Nullable CharSequence value) {
        String text = String.valueOf(value);
        original.append(text);
        capture(text);
        return this;
    }

    @Override
    public PrintStream append(@Nullable CharSequence value, int start, int end) {
        String text = (value == null ? "null" : value).subSequence(start, end).toString();
        original.append(text, 0, text.length());
        capture(text);
        return this;
    }

    @Override
    public PrintStream append(char value) {
        original.append(value);
        capture(String.valueOf(value));
        return this;
    }
}
