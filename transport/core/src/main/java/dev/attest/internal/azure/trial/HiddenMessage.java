package dev.attest.internal.azure.trial;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a service says of a failure, which is what a report is about. It names people, projects and ids, in quotes and
 * without. So a word stays only if it is in lower case, or one of the service; numbers become {@code n}. Codes such as
 * {@code TF400813} and versions stay.
 */
final class HiddenMessage {

    static final Pattern DATE_OR_VERSION =
            Pattern.compile("\\d{4}-\\d\\d-\\d\\dT[\\d:.]+(Z|[+-]\\d\\d:\\d\\d)?|\\d{1,2}\\.\\d(-preview(\\.\\d+)?)?");

    private static final String REPLACED = "text";
    private static final int LONGEST = 2_000;

    /** A quote begins and ends outside of a word, or an apostrophe would turn all quotes inside out. */
    private static final Pattern QUOTED =
            Pattern.compile("(?s)(?<![\\p{L}\\p{N}])(['\"‘‚“„«‹`]).*?(?:['\"’‘”“»›`](?![\\p{L}\\p{N}])|$)");

    private static final Pattern WORD = Pattern.compile("[^\\s.,:;!?()\\[\\]']\\S*?(?=[.,:;!?()\\[\\]']*(?:\\s|$))");
    private static final Pattern CODE = Pattern.compile("(TF|VS)\\d{5,7}");
    private static final Pattern LOWER_CASE = Pattern.compile("\\p{Ll}{1,24}");
    private static final Pattern LETTERS = Pattern.compile("[A-Za-z]+");
    private static final Pattern NUMBER = Pattern.compile("\\d+");

    private HiddenMessage() {}

    static String of(String message, HiddenNames names) {
        String start = message.substring(0, Math.min(message.length(), LONGEST));
        String unquoted = QUOTED.matcher(start).replaceAll("'" + REPLACED + "'");
        return WORD.matcher(names.hideIn(unquoted))
                .replaceAll(word -> Matcher.quoteReplacement(shown(word.group(), names)));
    }

    private static String shown(String word, HiddenNames names) {
        if (NUMBER.matcher(word).matches()) {
            return "n";
        }
        boolean known = CODE.matcher(word).matches()
                || DATE_OR_VERSION.matcher(word).matches()
                || LOWER_CASE.matcher(word).matches()
                || isOfService(word);
        return known && !names.isIn(word) ? word : REPLACED;
    }

    private static boolean isOfService(String word) {
        if (!LETTERS.matcher(word).matches()) {
            return false;
        }
        for (String part : ServiceWords.of(word)) {
            if (!ServiceWords.contains(part)) {
                return false;
            }
        }
        return true;
    }
}
