package dev.attest.internal.azure.bugs;

import dev.attest.internal.journal.event.Result;
import dev.attest.internal.text.Texts;
import dev.attest.spi.Failure;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The fingerprint of a failure, which is equal in each run and on each host. It covers the test without its parameters,
 * the types of the exception and its causes, the message without variable parts (UUIDs, addresses, numbers), and the
 * top frames of the user's code without line numbers.
 *
 * <pre>shop.CartTest.adds
 * java.lang.AssertionError
 * expected: # but was: #
 * shop.CartTest.adds
 * shop.Cart.total</pre>
 */
final class FailurePrint {

    private static final int FRAMES = 3;
    private static final int LONGEST_MESSAGE = 500;
    private static final int DIGITS = 16;
    private static final Pattern EXCEPTION = Pattern.compile(
            "^(?:Caused by: )?((?:[\\p{L}_$][\\p{L}\\p{N}_$]*\\.)+[\\p{L}_$][\\p{L}\\p{N}_$]*)(?::.*)?$");
    /** Class loader and module precede the name, as in {@code app//shop.Cart} and {@code java.base/java.lang.X}. */
    private static final Pattern FRAME = Pattern.compile("^\\s+at (?:[^(]*/)?([^/(]+)\\(.*$");

    private static final Pattern LIBRARY = Pattern.compile(
            "(?:java|javax|jdk|sun|com\\.sun|kotlin|groovy|scala|org\\.junit|junit|org\\.testng|org\\.assertj|org\\.hamcrest"
                    + "|org\\.opentest4j|com\\.google\\.common\\.truth|org\\.mockito|org\\.openqa\\.selenium"
                    + "|com\\.codeborne\\.selenide|com\\.microsoft\\.playwright|io\\.appium|org\\.awaitility"
                    + "|org\\.apache\\.maven|org\\.gradle|com\\.intellij|org\\.springframework|dev\\.attest\\.junit5"
                    + "|dev\\.attest\\.testng|dev\\.attest\\.capture)\\..*");
    private static final Pattern VARIABLE_PARTS =
            Pattern.compile("(?i)\\b[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}\\b|\\b0x[0-9a-f]+\\b|@[0-9a-f]{4,16}\\b"
                    + "|\\b(?=[0-9a-f]*\\d)[0-9a-f]{8,}\\b|\\d+(?:[.,:]\\d+)*");

    private FailurePrint() {}

    /** Returns sixteen hexadecimal digits. */
    static String of(Result result) {
        return Texts.sha256(text(result)).substring(0, DIGITS);
    }

    private static String text(Result result) {
        List<String> lines = new ArrayList<>();
        lines.add(result.test().id().qualifiedName());
        Failure failure = result.failure();
        if (failure != null) {
            lines.addAll(exceptionTypes(failure.stackTrace()));
            lines.add(withoutVariableParts(failure.message()));
            lines.addAll(frames(failure.stackTrace()));
        }
        return String.join("\n", lines);
    }

    private static List<String> exceptionTypes(String trace) {
        List<String> types = new ArrayList<>();
        String[] lines = trace.split("\\R", -1);
        for (int i = 0; i < lines.length; i++) {
            Matcher matcher = EXCEPTION.matcher(lines[i]);
            if ((i == 0 || lines[i].startsWith("Caused by: ")) && matcher.matches()) {
                types.add(matcher.group(1));
            }
        }
        return types;
    }

    private static List<String> frames(String trace) {
        return trace.lines()
                .map(FRAME::matcher)
                .filter(Matcher::matches)
                .map(frame -> frame.group(1).strip())
                .filter(method -> !LIBRARY.matcher(method).matches())
                .limit(FRAMES)
                .map(FailurePrint::withoutVariableParts)
                .toList();
    }

    private static String withoutVariableParts(String text) {
        String line = VARIABLE_PARTS
                .matcher(text)
                .replaceAll("#")
                .replaceAll("\\s+", " ")
                .strip();
        return Texts.head(line, LONGEST_MESSAGE);
    }
}
