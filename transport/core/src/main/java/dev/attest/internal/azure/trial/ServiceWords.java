package dev.attest.internal.azure.trial;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The words of the service, of its paths, its members and its messages, and those of the trial. A name that is one of
 * them tells nothing.
 */
final class ServiceWords {

    private static final Pattern HUMP = Pattern.compile("(?<=\\p{Ll})(?=\\p{Lu})|(?<=\\p{Lu})(?=\\p{Lu}\\p{Ll})");

    private static final Set<String> WORDS = Set.of("""
            a access account add already an and api apis area argument at attachment attachments attempt authentication
            authorization automated azure bad bug bugs build by can cannot case change check client code collection comment
            completed configuration console count create created database date defect default delete deleted denied details
            devops does duplicate duration end error errors event exception executed expected failed failure field fields file
            files find first for format found general get group has have host http https id ids impediment in incomplete
            index info initial input internal invalid is issue it item items iteration job json key last length library limit
            links list location log long management matching maximum me message method minimum missing model more name names
            need needs new no none not null number object of on one only op operation or organization outcome over owner page
            parameter parent passed patch path paused permission permissions pipeline plan plans point points post process
            product project projects query reason record redirect reference references refs relation relations release
            released repository request requested required requirement rerun resource response result results retry revision
            role root route rule run runs scope second server service services session set size skip specified stage start
            started state statistics status step steps story stream string sub suite suites summary system tag tags task tasks
            team template test testing tests text that the there this time timeout title to token too total trial try two type
            types unable unauthorized unexpected unique unknown unspecified update updated upload url user users valid
            validation value values version view was web when which will with work workitem workitems write wrong you your
            attest dev doctor junit late later published purpose sha txt written
            """.strip().split("\\s+"));

    private ServiceWords() {}

    /** Returns whether the service says this word itself, in any case. */
    static boolean contains(String word) {
        return WORDS.contains(word.toLowerCase(Locale.ROOT));
    }

    /** Returns the words of a name such as {@code testRun} or {@code InProgress}. */
    static String[] of(String name) {
        return HUMP.split(name);
    }
}
