package dev.attest.internal.masking;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Tells by the name of a value whether it is a secret. A name consists of words, between which are {@code _ - .} and
 * the like, digits, or changes of case: {@code API_KEY}, {@code api-key}, {@code apiKey2}.
 */
final class SecretNames {

    /** Between two words, or in the middle of one in capitals. */
    private static final Pattern BOUNDARY =
            Pattern.compile("[^\\p{L}]+|(?<=\\p{Ll})(?=\\p{Lu})|(?<=\\p{Lu})(?=\\p{Lu}\\p{Ll})");

    /** Also in the middle of a word, such as {@code ACCESSTOKEN}. */
    private static final String CERTAIN =
            "TOKEN(?!IZ)|SECRET(?!AR)|PASS_?WORD(?!LESS|_LESS)|PASSWD|PASS_?PHRASE|PASS_?CODE"
                    + "|CREDENTIAL|CONNECTION_?STRING"
                    + "|(?:API|ACCESS|PRIVATE|SIGNING|ENCRYPTION|DECRYPTION|MASTER|SHARED|ACCOUNT|AZURE_STORAGE|SUBSCRIPTION|DEPLOY|SSH"
                    + "|HMAC|AES|RSA|LICEN[SC]E)_?KEY(?!_?BOARD|GEN|SCAN)";

    /** Only as a word: AUTHOR, COMPASS and PATH are none. */
    private static final String WHOLE =
            "(?:^|_)(?:(?<!BY_)PASS|PWD|PAT|(?<!O_)AUTH|AUTHORIZATION|SSHPASS|DSN|CREDS?|JWT|PSK|(?:CLIENT|SERVICE|SIGN)_KEY|PW$)(?=_|$)";

    private static final Pattern SECRET = Pattern.compile(CERTAIN + "|" + WHOLE);
    private static final Pattern CERTAIN_SECRET = Pattern.compile(CERTAIN);

    /** The last word of names whose values say something of a secret. */
    private static final String ABOUT =
            "FILE|FILE_?NAME|PATH|DIR|DIRECTORY|FOLDER|UR[LI]|TYPE|NAME|USER_?NAME|IDS?|ENABLED"
                    + "|DISABLED|REQUIRED|EXPIR(?:Y|ES|ATION)|TTL|LIFETIME|TIMEOUT|LENGTH|COUNT";

    /** The same where the words before are less certain. */
    private static final String ALSO_ABOUT =
            "|USER|HOST|HOST_?NAME|PORT|ADDR|ADDRESS|SOCK|SOCKET|SERVER|SERVICE|ENDPOINT|METHOD"
                    + "|MODE|SCHEME|PROVIDER|REALM|DOMAIN|ISSUER|AUDIENCE|SCOPES?|ALG|ALGORITHM|HEADER|VERSION|POLICY|FORMAT|RATE";

    /** The last word may also follow a certain one without a separator. */
    private static final String BEFORE = ".*(?:_|TOKEN|SECRET|PASSWORD|PASSWD|KEY|CREDENTIALS?)";

    private static final Pattern ABOUT_CERTAIN = Pattern.compile(BEFORE + "(?:" + ABOUT + ")");
    private static final Pattern ABOUT_WHOLE = Pattern.compile(BEFORE + "(?:" + ABOUT + ALSO_ABOUT + ")");

    /** The name of each secret contains one of them, if all but its letters are left out. */
    private static final String[] NEEDED = {
        "TOKEN",
        "SECRET",
        "PASS",
        "CREDENTIAL",
        "CONNECTIONSTRING",
        "KEY",
        "PWD",
        "PAT",
        "AUTH",
        "DSN",
        "CRED",
        "JWT",
        "PSK",
        "PW"
    };

    /** Each of {@link #NEEDED} has one of these pairs of letters. */
    private static final String[] PAIRS = {"CR", "PA", "NN", "KE", "PW", "AU", "DS", "JW", "SK"};

    private static final int LETTERS = 26;
    private static final boolean[] IS_PAIR = new boolean[LETTERS * LETTERS];

    static {
        for (String pair : PAIRS) {
            IS_PAIR[(pair.charAt(0) - 'A') * LETTERS + pair.charAt(1) - 'A'] = true;
        }
    }

    private SecretNames() {}

    /** Returns whether the name is that of a secret. */
    static boolean isSecret(String name) {
        if (!areIn(name)) {
            return false;
        }
        String words = words(name);
        if (!SECRET.matcher(words).find()) {
            return false;
        }
        Pattern about = CERTAIN_SECRET.matcher(words).find() ? ABOUT_CERTAIN : ABOUT_WHOLE;
        return !about.matcher(words).matches();
    }

    /**
     * Returns false if a text has no part that is the name of a secret. It saves most texts the expressions, which take
     * long in a JVM that has just started.
     */
    static boolean areIn(String text) {
        if (!isPairIn(text)) {
            return false;
        }
        String capitals = text.toUpperCase(Locale.ROOT);
        StringBuilder letters = new StringBuilder(capitals.length());
        for (int i = 0; i < capitals.length(); i++) {
            if (Character.isLetter(capitals.charAt(i))) {
                letters.append(capitals.charAt(i));
            }
        }
        for (String needed : NEEDED) {
            if (letters.indexOf(needed) >= 0) {
                return true;
            }
        }
        return false;
    }

    /**
     * Returns false if a text has none of the {@link #PAIRS}, in either case and whatever else is between two letters.
     * True if it has other letters than those of English.
     */
    private static boolean isPairIn(String text) {
        int before = -1;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c > '~') {
                return true;
            }
            int letter = c <= 'Z' ? c - 'A' : c - 'a';
            if (letter >= 0 && letter < LETTERS) {
                if (before >= 0 && IS_PAIR[before * LETTERS + letter]) {
                    return true;
                }
                before = letter;
            }
        }
        return false;
    }

    /** Returns whether this is the name of the working directory in a shell, and not that of a password. */
    static boolean isWorkingDirectory(String name) {
        return name.equalsIgnoreCase("PWD") || name.equalsIgnoreCase("OLDPWD");
    }

    /** Returns the words in capitals, with an underscore between two. */
    private static String words(String name) {
        String words = BOUNDARY.matcher(name).replaceAll("_").toUpperCase(Locale.ROOT);
        int end = words.endsWith("_") ? words.length() - 1 : words.length();
        return words.substring(words.startsWith("_") && end > 0 ? 1 : 0, end);
    }
}
