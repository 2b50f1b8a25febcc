package dev.attest.standin.files;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;

/** JSON with a line for each value. */
public final class PrettyJson {

    private static final JsonFactory JSON = new JsonFactory();

    /** Indented more deeply, a short text would become a long one. */
    private static final int MOST_GROWTH = 20;

    private static final int LEAST = 1000;

    private PrettyJson() {}

    /**
     * Returns the text in lines if it is a JSON object or array as a whole, else as it is. Numbers keep their digits.
     */
    public static String of(String text) {
        var start = text.stripLeading();
        if (!start.startsWith("{") && !start.startsWith("[")) {
            return text;
        }
        var pretty = new StringWriter();
        var longest = Math.max(LEAST, MOST_GROWTH * text.length());
        try (var parser = JSON.createParser(text);
                var generator = JSON.createGenerator(pretty)) {
            generator.setPrettyPrinter(new DefaultPrettyPrinter());
            parser.nextToken();
            var open = copyTo(generator, parser);
            while (open > 0 && parser.nextToken() != null) {
                open += copyTo(generator, parser);
                if (pretty.getBuffer().length() > longest) {
                    return text;
                }
            }
            generator.flush();
            return open > 0 || parser.nextToken() != null || pretty.getBuffer().length() > longest
                    ? text
                    : pretty.toString();
        } catch (JsonProcessingException e) {
            return text;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Copies a token, and returns how many objects and arrays are open more than before. */
    private static int copyTo(JsonGenerator generator, JsonParser parser) throws IOException {
        var token = parser.currentToken();
        if (token.isNumeric()) {
            generator.writeNumber(parser.getText());
        } else {
            generator.copyCurrentEvent(parser);
        }
        return token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
    }
}
