package dev.attest.internal.console;

import dev.attest.internal.guard.OwnOutput;
import java.io.IOException;
import java.io.PrintStream;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Forwards each call to the same method of another stream, and then tells a sink what was printed.
 *
 * <p>Not a stream of bytes on purpose: Surefire takes text as text, but decodes bytes with the default charset, and
 * would lose umlauts where that is ASCII. Objects become text once, before any lock is taken, so that a
 * {@code toString()} that prints can neither deadlock nor be run twice. What the sink throws is dropped.
 */
final class TeePrintStream extends PrintStream {

    private final PrintStream original;
    private final Channel channel;
    private final ByteText bytes;
    private volatile @Nullable OutputSink sink;

    TeePrintStream(PrintStream original, Channel channel, OutputSink sink) {
        super(original);
        this.original = original;
        this.channel = channel;
        this.bytes = ByteText.ofConsole();
        this.sink = sink;
    }

    PrintStream original() {
        return original;
    }

    /** Makes it forward and nothing else, for as long as somebody holds on to it. */
    void silence() {
        sink = null;
    }

    private void tell(String text) {
        OutputSink listening = sink;
        if (listening == null || text.isEmpty()) {
            return;
        }
        boolean own = OwnOutput.begin();
        try {
            if (!own) {
                listening.printed(channel, text);
            }
        } catch (Throwable e) {
            // A test must not fail because its output is not kept, not even for want of memory.
        } finally {
            OwnOutput.end(own);
        }
    }

    private void tellLine(String text) {
        tell(text.concat(System.lineSeparator()));
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
        tell(bytes.decode(new byte[] {(byte) b}, 0, 1));
    }

    @Override
    public void write(byte[] buffer, int offset, int length) {
        original.write(buffer, offset, length);
        tell(bytes.decode(buffer, offset, length));
    }

    @Override
    public void write(byte[] buffer) throws IOException {
        original.write(buffer);
        tell(bytes.decode(buffer, 0, buffer.length));
    }

    @Override
    public void writeBytes(byte[] buffer) {
        original.writeBytes(buffer);
        tell(bytes.decode(buffer, 0, buffer.length));
    }

    @Override
    public void print(boolean value) {
        original.print(value);
        tell(String.valueOf(value));
    }

    @Override
    public void print(char value) {
        original.print(value);
        tell(String.valueOf(value));
    }

    @Override
    public void print(int value) {
        original.print(value);
        tell(String.valueOf(value));
    }

    @Override
    public void print(long value) {
        original.print(value);
        tell(String.valueOf(value));
    }

    @Override
    public void print(float value) {
        original.print(value);
        tell(String.valueOf(value));
    }

    @Override
    public void print(double value) {
        original.print(value);
        tell(String.valueOf(value));
    }

    @Override
    public void print(char[] value) {
        original.print(value);
        tell(String.valueOf(value));
    }

    @Override
    public void print(@Nullable String value) {
        original.print(value);
        tell(String.valueOf(value));
    }

    @Override
    public void print(@Nullable Object value) {
        String text = String.valueOf(value);
        original.print((Object) text);
        tell(text);
    }

    @Override
    public void println() {
        original.println();
        tellLine("");
    }

    @Override
    public void println(boolean value) {
        original.println(value);
        tellLine(String.valueOf(value));
    }

    @Override
    public void println(char value) {
        original.println(value);
        tellLine(String.valueOf(value));
    }

    @Override
    public void println(int value) {
        original.println(value);
        tellLine(String.valueOf(value));
    }

    @Override
    public void println(long value) {
        original.println(value);
        tellLine(String.valueOf(value));
    }

    @Override
    public void println(float value) {
        original.println(value);
        tellLine(String.valueOf(value));
    }

    @Override
    public void println(double value) {
        original.println(value);
        tellLine(String.valueOf(value));
    }

    @Override
    public void println(char[] value) {
        original.println(value);
        tellLine(String.valueOf(value));
    }

    @Override
    public void println(@Nullable String value) {
        original.println(value);
        tellLine(String.valueOf(value));
    }

    @Override
    public void println(@Nullable Object value) {
        String text = String.valueOf(value);
        original.println((Object) text);
        tellLine(text);
    }

    @Override
    public PrintStream printf(String format, @Nullable Object... arguments) {
        String text = String.format(Locale.getDefault(Locale.Category.FORMAT), format, arguments);
        original.printf("%s", text);
        tell(text);
        return this;
    }

    @Override
    public PrintStream printf(@Nullable Locale locale, String format, @Nullable Object... arguments) {
        String text = String.format(locale, format, arguments);
        original.printf(locale, "%s", text);
        tell(text);
        return this;
    }

    @Override
    public PrintStream format(String format, @Nullable Object... arguments) {
        String text = String.format(Locale.getDefault(Locale.Category.FORMAT), format, arguments);
        original.format("%s", text);
        tell(text);
        return this;
    }

    @Override
    public PrintStream format(@Nullable Locale locale, String format, @Nullable Object... arguments) {
        String text = String.format(locale, format, arguments);
        original.format(locale, "%s", text);
        tell(text);
        return this;
    }

    @Override
    public PrintStream append(@Nullable CharSequence value) {
        String text = String.valueOf(value);
        original.append(text);
        tell(text);
        return this;
    }

    @Override
    public PrintStream append(@Nullable CharSequence value, int start, int end) {
        String text = (value == null ? "null" : value).subSequence(start, end).toString();
        original.append(text, 0, text.length());
        tell(text);
        return this;
    }

    @Override
    public PrintStream append(char value) {
        original.append(value);
        tell(String.valueOf(value));
        return this;
    }
}
