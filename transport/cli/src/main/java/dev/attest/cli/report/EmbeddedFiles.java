package dev.attest.cli.report;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Decides which files are inside the report, until their limit is reached, and says why others are not. */
final class EmbeddedFiles {

    /** What people read. HTML and SVG are no texts here: they are named only. */
    private static final Set<String> TEXTS =
            Set.of("txt", "log", "md", "csv", "tsv", "json", "yml", "yaml", "properties", "har", "ini", "diff", "sql");

    private static final Set<String> PICTURES = Set.of("png", "jpg", "jpeg", "gif", "webp");
    private static final int LONGEST_TEXT = 64 * 1024;
    private static final int FEW_CHARACTERS = 1500;
    private static final int LARGEST_ARCHIVE = 4 << 20;
    private static final int LONGEST_NAME = 200;
    private static final int LARGEST_PICTURE = 8 << 20;

    /** What became of the files of one attempt, or of a run. */
    record Shown(List<Picture> pictures, List<Text> texts, List<Named> named) {

        boolean isEmpty() {
            return pictures.isEmpty() && texts.isEmpty() && named.isEmpty();
        }
    }

    /** A picture inside the report. */
    record Picture(String name, String uri) {}

    /**
     * A text inside the report, or its beginning.
     *
     * @param har its requests if it is an HTTP archive; else null
     */
    record Text(
            String name, String size, String text, @Nullable HarTable har) {

        /** Returns whether a reader has to search in order to find something. */
        boolean isLong() {
            return har == null && text.length() > FEW_CHARACTERS;
        }
    }

    /** A file that the report names only, and why; empty if nobody expects to see it. */
    record Named(String name, String size, String why) {}

    private final long limit;
    private long used;
    private int pictures;
    private int leftOut;
    private int unreadable;

    /** @param limit of all contents, in bytes */
    EmbeddedFiles(long limit) {
        this.limit = limit;
    }

    Shown show(List<ReportFile> files) {
        Shown shown = new Shown(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (ReportFile file : files) {
            String name = ShownText.line(file.name(), LONGEST_NAME);
            try {
                show(file, name, shown);
            } catch (IOException e) {
                unreadable++;
                name(file, name, "It cannot be read: " + ShownText.line(String.valueOf(e.getMessage()), 500), shown);
            }
        }
        return shown;
    }

    int pictures() {
        return pictures;
    }

    /** Returns how many pictures and texts the limit kept out. */
    int leftOut() {
        return leftOut;
    }

    int unreadable() {
        return unreadable;
    }

    private void show(ReportFile file, String name, Shown shown) throws IOException {
        String extension = extension(file.name());
        if (PICTURES.contains(extension)) {
            showPicture(file, name, shown);
        } else if (TEXTS.contains(extension)) {
            showText(file, name, shown);
        } else {
            name(file, name, "", shown);
        }
    }

    private void showPicture(ReportFile file, String name, Shown shown) throws IOException {
        if (file.size() > LARGEST_PICTURE) {
            name(file, name, "It is larger than a picture of this report may be, which is 8 MB.", shown);
        } else if (isFull(Math.max(0, file.size()))) {
            leaveOut(file, name, shown);
        } else {
            byte[] content = file.content().read(LARGEST_PICTURE + 1);
            PictureType type = content.length > LARGEST_PICTURE ? PictureType.NONE : PictureType.of(content);
            if (type == PictureType.NONE) {
                name(file, name, "Its content is none of PNG, JPEG, GIF and WebP, or is too large to be shown.", shown);
            } else if (isFull(content.length)) {
                leaveOut(file, name, shown);
            } else {
                used += content.length;
                pictures++;
                String encoded = Base64.getEncoder().encodeToString(content);
                shown.pictures().add(new Picture(name, "data:" + type.mediaType() + ";base64," + encoded));
            }
        }
    }

    private void showText(ReportFile file, String name, Shown shown) throws IOException {
        if (isFull(Math.min(Math.max(0, file.size()), LONGEST_TEXT))) {
            leaveOut(file, name, shown);
            return;
        }
        HarTable har = extension(file.name()).equals("har") ? archive(file) : null;
        if (har != null) {
            used += LONGEST_TEXT;
            shown.texts().add(new Text(name, Sizes.of(file.size()), "", har));
            return;
        }
        byte[] content = file.content().read(LONGEST_TEXT + 1);
        String text = decode(content, Math.min(content.length, LONGEST_TEXT));
        if (text == null) {
            name(file, name, "Its content is no text in UTF-8.", shown);
            return;
        }
        used += Math.min(content.length, LONGEST_TEXT);
        boolean cut = content.length > LONGEST_TEXT;
        String end = cut ? "\n… cut here: the first 64 KB are shown" : "";
        shown.texts().add(new Text(name, Sizes.of(file.size()), ShownText.of(text, LONGEST_TEXT) + end, null));
    }

    /** Returns null for what is damaged, too large, or no archive. It is shown as a text then. */
    private static @Nullable HarTable archive(ReportFile file) throws IOException {
        byte[] content = file.content().read(LARGEST_ARCHIVE + 1);
        String text = content.length > LARGEST_ARCHIVE ? null : decode(content, content.length);
        return text == null ? null : HarTable.of(text);
    }

    /** Returns null for what is no text. The cut may go through a character. */
    private static @Nullable String decode(byte[] content, int length) {
        for (int end = length; end >= 0 && end > length - 4; end--) {
            try {
                String text = StandardCharsets.UTF_8
                        .newDecoder()
                        .decode(ByteBuffer.wrap(content, 0, end))
                        .toString();
                return text.indexOf('\0') < 0 ? text : null;
            } catch (CharacterCodingException e) {
                if (content.length == length) {
                    return null;
                }
            }
        }
        return null;
    }

    private boolean isFull(long size) {
        return used + size > limit;
    }

    private void leaveOut(ReportFile file, String name, Shown shown) {
        leftOut++;
        name(
                file,
                name,
                "It is left out: the files in this report already have " + Sizes.of(used) + " of " + Sizes.of(limit)
                        + ".",
                shown);
    }

    private static void name(ReportFile file, String name, String why, Shown shown) {
        shown.named().add(new Named(name, Sizes.of(file.size()), why));
    }

    private static String extension(String name) {
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }
}
