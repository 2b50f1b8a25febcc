package dev.attest.internal.console;

import dev.attest.internal.masking.Masking;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The output of one stream, of which 8 MiB are kept: the beginning and the end. Secrets are masked line by line, before
 * the text reaches the disk, so that a secret that is printed in parts is masked too. Thread-safe.
 */
public final class ConsoleLog implements Closeable {

    private static final long CAPACITY = 8 * 1024 * 1024;

    /** In characters. Longer lines are masked and kept in pieces. */
    private static final int LONGEST_LINE = 64 * 1024;

    /** The end of a piece stays in memory, because it may be the first part of a secret. */
    private static final int HELD_BACK = 4 * 1024;

    /** In characters. */
    private static final int MOST_UNREAD = 16 * 1024;

    private static final String MARK = "[[ATTACHMENT|";
    private static final Pattern ATTACHMENT = Pattern.compile("\\[\\[ATTACHMENT\\|([^\\]\\r\\n]+)]]");

    private final Masking masking;
    private final BoundedLog log;
    private final StringBuilder unread = new StringBuilder();
    private final StringBuilder line = new StringBuilder();
    private List<String> attachments = List.of();
    private boolean keepsText = true;
    private boolean closed;

    /** In {@link #unread}: where a name of an attachment may begin. */
    private int searched;

    private volatile boolean toBeRead;

    /** @param folder for a file with the text that does not fit into memory */
    ConsoleLog(Path folder, Masking masking) {
        this(folder, masking, CAPACITY);
    }

    ConsoleLog(Path folder, Masking masking, long capacity) {
        this.masking = masking;
        this.log = new BoundedLog(folder, capacity);
    }

    /** Discards the text and keeps none from now on. Names of attachments are still found. */
    synchronized void discard() throws IOException {
        read();
        keepsText = false;
        log.close();
    }

    /**
     * Adds text, without reading it: this happens on the thread of a test, which may mock what masking needs. Returns
     * false, and adds nothing, after the end.
     */
    synchronized boolean add(String text) {
        if (closed) {
            return false;
        }
        unread.append(text);
        int mark = unread.indexOf(MARK, searched);
        if (mark < 0) {
            searched = unread.length() < MARK.length() ? 0 : unread.length() - MARK.length() + 1;
        } else {
            searched = mark;
        }
        toBeRead = unread.length() > MOST_UNREAD || (mark >= 0 && unread.indexOf("\n", mark) >= 0);
        return true;
    }

    /** Returns whether there is much unread text, or a name of an attachment in it. */
    boolean isToBeRead() {
        return toBeRead;
    }

    private void read() {
        String text = unread.toString();
        unread.setLength(0);
        searched = 0;
        toBeRead = false;
        int from = 0;
        for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', from)) {
            addLine(text, from, end + 1);
            from = end + 1;
        }
        line.append(text, from, text.length());
        if (line.length() > LONGEST_LINE) {
            String masked = masking.mask(line.toString());
            int held = Math.max(0, masked.length() - HELD_BACK);
            if (keepsText) {
                log.add(masked.substring(0, held));
            }
            line.setLength(0);
            line.append(masked, held, masked.length());
        }
    }

    /** Reads the text, and returns the paths of the {@code [[ATTACHMENT|path]]} lines since the last call. */
    synchronized List<String> attachments() {
        read();
        List<String> all = attachments;
        attachments = List.of();
        return all;
    }

    /** Ends the last line. The log takes no text afterwards. */
    synchronized void end() {
        read();
        if (!closed && line.length() > 0) {
            addLine("", 0, 0);
        }
        closed = true;
    }

    public synchronized boolean isEmpty() {
        read();
        return !keepsText || log.isEmpty();
    }

    /** Returns the text in UTF-8. Call {@link #end} first. Valid until the log is closed. */
    public synchronized InputStream open() throws IOException {
        return log.open();
    }

    @Override
    public synchronized void close() throws IOException {
        closed = true;
        log.close();
    }

    private void addLine(String text, int from, int to) {
        String complete = text;
        if (line.length() > 0) {
            complete = line.append(text, from, to).toString();
            line.setLength(0);
        } else if (to - from < text.length()) {
            complete = text.substring(from, to);
        }
        if (complete.contains(MARK)) {
            findAttachments(complete);
        }
        if (keepsText) {
            log.add(masking.mask(complete));
        }
    }

    private void findAttachments(String complete) {
        List<String> all = new ArrayList<>(attachments);
        ATTACHMENT
                .matcher(complete)
                .results()
                .forEach(each -> all.add(each.group(1).strip()));
        attachments = all;
    }
}
