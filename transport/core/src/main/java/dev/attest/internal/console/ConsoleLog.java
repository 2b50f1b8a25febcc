package dev.attest.internal.console;

import dev.attest.internal.masking.Masking;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What was printed to one stream, up to a bound, without its secrets. Text is taken by the line: a secret that is
 * printed in parts is masked before the line is kept, and none of it reaches a disk before. Thread-safe.
 */
public final class ConsoleLog implements Closeable {

    /** What is kept of each, half from the beginning and half from the end. */
    private static final long MOST = 8 * 1024 * 1024;

    /** A line that goes on longer is kept in pieces, with so much of it held back for a secret that may not be over. */
    private static final int LONGEST_LINE = 64 * 1024;

    private static final int HELD_BACK = 4 * 1024;
    private static final String MARK = "[[ATTACHMENT|";
    private static final Pattern ATTACHMENT = Pattern.compile("\\[\\[ATTACHMENT\\|([^\\]\\r\\n]+)]]");

    private final Masking masking;
    private final BoundedLog log;
    private final StringBuilder line = new StringBuilder();
    private volatile List<String> found = List.of();
    private boolean kept = true;
    private boolean closed;

    /**
     * Makes an empty log.
     *
     * @param folder where what is too long for memory goes
     */
    public ConsoleLog(Path folder, Masking masking) {
        this(folder, masking, MOST);
    }

    ConsoleLog(Path folder, Masking masking, long most) {
        this.masking = masking;
        this.log = new BoundedLog(folder, most);
    }

    /** Forgets its text, and keeps none from now on: it is only searched for attachments. */
    public synchronized void forget() throws IOException {
        kept = false;
        log.close();
    }

    /** Adds text; returns whether it is still open, and nothing is added otherwise. */
    public synchronized boolean add(String text) {
        if (closed) {
            return false;
        }
        int from = 0;
        for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', from)) {
            lineEnded(text, from, end + 1);
            from = end + 1;
        }
        line.append(text, from, text.length());
        if (line.length() > LONGEST_LINE) {
            String masked = masking.mask(line.toString());
            int held = Math.max(0, masked.length() - HELD_BACK);
            if (kept) {
                log.add(masked.substring(0, held));
            }
            line.setLength(0);
            line.append(masked, held, masked.length());
        }
        return true;
    }

    /** Returns the paths that were named in lines like {@code [[ATTACHMENT|path]]} since the last call. */
    public List<String> attachments() {
        return found.isEmpty() ? List.of() : takeFound();
    }

    /** Ends the last line, and takes no more from now on. */
    public synchronized void end() {
        if (!closed && line.length() > 0) {
            lineEnded("", 0, 0);
        }
        closed = true;
    }

    /** Returns whether there is nothing in it. */
    public synchronized boolean isEmpty() {
        return !kept || log.isEmpty();
    }

    /** Returns the text in UTF-8; call {@link #end} before. Valid until it is closed. */
    public synchronized InputStream open() throws IOException {
        return log.open();
    }

    @Override
    public synchronized void close() throws IOException {
        closed = true;
        log.close();
    }

    private synchronized List<String> takeFound() {
        List<String> all = found;
        found = List.of();
        return all;
    }

    private void lineEnded(String text, int from, int to) {
        String whole = text;
        if (line.length() > 0) {
            whole = line.append(text, from, to).toString();
            line.setLength(0);
        } else if (to - from < text.length()) {
            whole = text.substring(from, to);
        }
        if (whole.contains(MARK)) {
            findAttachments(whole);
        }
        if (kept) {
            log.add(masking.mask(whole));
        }
    }

    private void findAttachments(String whole) {
        List<String> all = new ArrayList<>(found);
        Matcher matcher = ATTACHMENT.matcher(whole);
        while (matcher.find()) {
            all.add(matcher.group(1).strip());
        }
        found = all;
    }
}
