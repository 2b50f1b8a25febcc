package dev.attest.standin;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;

/** Files of each kind that could act, load something, or take the memory of whoever shows them. */
final class HostileFiles {

    private static final String MARKUP = "<!-- --><script>alert(1);document.title='taken';fetch('%1$s/s')</script>"
            + "<img src='%1$s/i' onerror=alert(2)><link rel=stylesheet href='%1$s/c'><base href='%1$s/'>"
            + "<iframe src='%1$s/f'></iframe><meta http-equiv=refresh content='0;url=%1$s/m'>";

    private HostileFiles() {}

    /**
     * Returns the files by their names.
     *
     * @param elsewhere an address that nothing may ask for
     */
    static Map<String, byte[]> all(String elsewhere) {
        var markup = MARKUP.formatted(elsewhere);
        var files = new LinkedHashMap<String, byte[]>();
        files.put("page.html", bytes("<!DOCTYPE html><html><body>" + markup));
        files.put(
                "drawing.svg",
                bytes("<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'><image href='" + elsewhere
                        + "/svg'/><foreignObject>" + markup + "</foreignObject></svg>"));
        files.put("archive.mht", bytes("MIME-Version: 1.0\\nContent-Type: text/html\\n\\n" + markup));
        files.put("document.pdf", bytes("%PDF-1.4\n1 0 obj<</OpenAction<</S/JavaScript/JS(app.alert(1))>>>>endobj\n"));
        files.put("document-page.pdf", bytes("%PDF-1.4\n" + markup));
        files.put("picture-script.gif", bytes("GIF89a/*\1\0\1\0*/=1;alert(1);document.title='taken'"));
        files.put("picture-page.png", joined(SampleRuns.picture(), bytes(markup)));
        files.put("video-page.webm", joined(bytes("\u001aE\u00df\u00a3\u0042\u0082\u0084webm"), bytes(markup)));
        files.put("script.js", bytes("alert(1);document.title='taken'"));
        files.put("requests.har", bytes(archive(elsewhere)));
        files.put("damaged.har", bytes(archive(elsewhere).substring(0, 400)));
        files.put("line.log", bytes("<script>alert(1)</script>".repeat(420_000)));
        files.put("controls.log", bytes("\u202e\u001b]8;;javascript:alert(1)\u0007x\u001b[2J\u0001".repeat(200_000)));
        files.put("deep.json", bytes("[".repeat(100_000)));
        files.put("deep-object.json", bytes("{\"a\":".repeat(100_000)));
        files.put("growing.json", bytes("[".repeat(900) + "{},".repeat(20_000) + "1" + "]".repeat(900)));
        files.put("markup.json", bytes("{\"" + markup.replace('"', '\'') + "\":\"\\u003cscript>alert(1)</script>\"}"));
        files.put("huge.png", picture(60_000));
        files.put("&lt;img onerror=alert(1) \u202egpj.txt", bytes("text"));
        return files;
    }

    private static String archive(String elsewhere) {
        var entries = new StringBuilder();
        for (var url :
                new String[] {"javascript:alert(1)", "data:text/html,<script>alert(1)</script>", elsewhere + "/h"}) {
            entries.append(entries.isEmpty() ? "" : ",")
                    .append(
                            "{\"time\":1e999,\"request\":{\"method\":\"<b>\",\"url\":\"" + url
                                    + "<img src=x onerror=alert(1)>\u202e\"},\"response\":{\"status\":-1,\"content\":{\"size\":1e99}}}");
        }
        return "{\"log\":{\"entries\":[" + entries + "]}}";
    }

    /** Returns the head of a PNG that claims to have a side of so many pixels. */
    private static byte[] picture(int side) {
        var picture = SampleRuns.picture();
        for (var at : new int[] {16, 20}) {
            for (var index = 0; index < 4; index++) {
                picture[at + index] = (byte) (side >>> (24 - 8 * index));
            }
        }
        var crc = new CRC32();
        crc.update(picture, 12, 17);
        for (var index = 0; index < 4; index++) {
            picture[29 + index] = (byte) (crc.getValue() >>> (24 - 8 * index));
        }
        return picture;
    }

    private static byte[] joined(byte[] first, byte[] second) {
        var joined = new ByteArrayOutputStream();
        joined.writeBytes(first);
        joined.writeBytes(second);
        return joined.toByteArray();
    }

    private static byte[] bytes(String text) {
        return text.startsWith("\u001aE")
                ? text.getBytes(StandardCharsets.ISO_8859_1)
                : text.getBytes(StandardCharsets.UTF_8);
    }
}
