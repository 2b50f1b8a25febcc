package dev.attest.internal.masking;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Masks the values of an XML file by their keys: of attributes, of elements, and of pairs of a name and a value.
 *
 * <pre>
 * &lt;parameter name="db.password" value="***"/&gt;   &lt;entry key="db.password"&gt;***&lt;/entry&gt;   &lt;password&gt;***&lt;/password&gt;
 * </pre>
 */
final class XmlSettings {

    /** Group 1 is the name, group 2 are the attributes, and group 3 is the text that follows. */
    private static final Pattern ELEMENT = Pattern.compile(
            "<([\\w:.-]+)((?:[^<>\"']++|\"[^\"]*+\"|'[^']*+')*+)>(<!\\[CDATA\\[(?s:.{0,4096}?)]]>|[^<]*+)");

    private static final Pattern ATTRIBUTE = Pattern.compile("([\\w:.-]+)\\s*=\\s*(\"[^\"]*+\"|'[^']*+')");
    private static final Pattern NAME = Pattern.compile("name|key|id", Pattern.CASE_INSENSITIVE);

    private XmlSettings() {}

    static String mask(String text) {
        return ELEMENT.matcher(text).replaceAll(element -> Matcher.quoteReplacement(masked(element)));
    }

    private static String masked(MatchResult element) {
        String attributes = element.group(2);
        boolean secret = SecretNames.isSecret(element.group(1)) || isNamedLikeASecret(attributes);
        String text = element.group(3);
        boolean hidden = secret && !text.isBlank() && !attributes.endsWith("/");
        return "<" + element.group(1)
                + ATTRIBUTE.matcher(attributes).replaceAll(each -> Matcher.quoteReplacement(masked(each, secret)))
                + ">"
                + (hidden ? Masking.MASK : text);
    }

    private static boolean isNamedLikeASecret(String attributes) {
        return ATTRIBUTE
                .matcher(attributes)
                .results()
                .anyMatch(each -> NAME.matcher(each.group(1)).matches() && SecretNames.isSecret(unquoted(each)));
    }

    private static String masked(MatchResult attribute, boolean secret) {
        boolean value = secret && attribute.group(1).equalsIgnoreCase("value");
        boolean masked = value || SecretNames.isSecret(attribute.group(1));
        if (!masked || Secrets.isOrdinary(unquoted(attribute))) {
            return attribute.group();
        }
        char quote = attribute.group(2).charAt(0);
        return attribute.group(1) + "=" + quote + Masking.MASK + quote;
    }

    private static String unquoted(MatchResult attribute) {
        String quoted = attribute.group(2);
        return quoted.substring(1, quoted.length() - 1);
    }
}
