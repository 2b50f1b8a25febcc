package dev.attest.internal.console;

import dev.attest.internal.guard.MemoryBudget;
import dev.attest.internal.masking.Masking;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The output of one stream, of which 8 MiB are kept: the beginning and the end. Secrets are masked before the text
 * reaches the disk, in whole lines, so that a secret that is printed in parts is masked too. A line waits for the next
 * ones if it may end with the beginning of an encoded secret. Thread-safe.
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

    /** Text that is read and not masked yet: whole lines that wait, and the beginning of one. */
    private final StringBuilder waiting = new StringBuilder();

    private List<String> attachments = List.of();
    private boolean keepsText = true;
    private boolean closed;

    /** In {@link #unread}: where a name of an attachment may begin. */
    private int searched;

    /** In {@link #waiting}: the end of the lines whose names of attachments are known. */
    private int namesKnown;

    private volatile boolean toBeRead;

    /**
     * @param folder for a file with the text that is too long for memory
     * @param memory for that text if the disk does not take it
     */
    ConsoleLog(Path folder, MemoryBudget memory, Masking masking) {
        this(folder, memory, masking, CAPACITY);
    }

    ConsoleLog(Path folder, MemoryBudget memory, Masking masking, long capacity) {
        this.masking = masking;
        this.log = new BoundedLog(folder, memory, capacity);
    }

    /** Discards the text and keeps none from now on. Names of attachments are still found. */
    synchronized void discard() throws IOException {
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
        waiting.append(unread);
        unread.setLength(0);
        searched = 0;
        toBeRead = false;
        int end = waiting.lastIndexOf("\n") + 1;
        if (end > namesKnown) {
            findAttachments(waiting.substring(namesKnown, end));
            namesKnown = end;
            keep(keepsText ? endOfFinished(waiting.substring(0, end)) : end);
        }
        if (waiting.length() - namesKnown > LONGEST_LINE) {
            keepPieceOfLine();
        }
    }

    /** Returns the end of the last line that cannot end with the beginning of an encoded secret. */
    private int endOfFinished(String lines) {
        return lines.lastIndexOf('\n', masking.unfinished(lines) - 1) + 1;
    }

    /** Masks and keeps the first lines, up to an index. */
    private void keep(int end) {
        if (keepsText && end > 0) {
            log.add(masking.maskLines(waiting.substring(0, end)));
        }
        waiting.delete(0, end);
        namesKnown = namesKnown > end ? namesKnown - end : 0;
    }

    private void keepPieceOfLine() {
        keep(namesKnown);
        String masked = masking.mask(waiting.toString());
        int held = Math.max(0, masked.length() - HELD_BACK);
        if (keepsText) {
            log.add(masked.substring(0, held));
        }
        waiting.setLength(0);
        waiting.append(masked, held, masked.length());
    }

    /** Reads the text, and returns the paths of the {@code [[ATTACHMENT|path]]} lines since the last call. */
    synchronized List<String> attachments() {
        read();
        List<String> all = attachments;
        attachments = List.of();
        return all;
    }

    /** Ends the last line, and returns what {@link #attachments} returns. The log takes no text afterwards. */
    synchronized List<String> end() {
        if (!closed && unread.length() + waiting.length() > 0) {
            endLine();
        }
        closed = true;
        List<String> all = attachments;
        attachments = List.of();
        return all;
    }

    private void endLine() {
        if (!keepsText && waiting.length() == 0 && unread.indexOf(MARK, searched) < 0) {
            unread.setLength(0); // nobody reads the output of most tests
            return;
        }
        read();
        findAttachments(waiting.substring(namesKnown));
        keep(waiting.length());
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

    private void findAttachments(String lines) {
        if (lines.contains(MARK)) {
            List<String> all = new ArrayList<>(attachments);
            ATTACHMENT
                    .matcher(lines)
                    .results()
                    .forEach(each -> all.add(each.group(1).strip()));
            attachments = all;
        }
    }
}
