package dev.attest.internal.config.origin;

import dev.attest.internal.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The job of a CI system in which the tests run. A text that the system does not tell is empty. Texts are short, on one
 * line, and can hold anything else, as strangers name branches.
 *
 * @param name of the project and the job, such as {@code shop/CI/verify}
 * @param number of the build, for people
 * @param attempt of the build or job; 1 if the system does not tell
 * @param link address of the page of the build; empty if it is none
 * @param change number of the pull request
 * @param commit hash, or another revision
 * @param buildKey what only the jobs of this build have in common, also among hosts; empty if the build has no id, and
 *     in Azure Pipelines
 * @param key what only the processes of this attempt of the job have in common, as the name of a folder; empty like the
 *     other one
 * @param acrossHosts whether other hosts have the same key, as the nodes of one parallel job do
 */
public record CiJob(
        CiSystem system,
        String name,
        String number,
        int attempt,
        String link,
        String change,
        String branch,
        String commit,
        String user,
        String buildKey,
        String key,
        boolean acrossHosts) {

    private static final int LONGEST_NAME = 150;
    private static final int LONGEST_TEXT = 100;
    private static final int LONGEST_LINK = 300;
    private static final int LONGEST_PART = 20;
    private static final int HASH_DIGITS = 12;

    /**
     * Without it, or with the 0 by which a step keeps its processes, nothing tells the legs of a matrix apart, nor the
     * builds of a runner that is no GitHub's: the process of the build does.
     */
    private static final String TRACKING_ID = "RUNNER_TRACKING_ID";

    /** The name of a stage or job of Azure Pipelines that has none. */
    private static final String NO_NAME = "__default";

    private static final Pattern CHANGE =
            Pattern.compile("(?:^|(?:pull|pulls|pull-requests|merge_requests)/)(\\d{1,12})(?:/.*)?");
    private static final Pattern ADDRESS = Pattern.compile("(https?://)(?:[^/@\\s]*@)?([^/@\\s?#]+(?:[/?#]\\S*)?)");

    /** Returns the job of the environment; null outside the known systems. */
    public static @Nullable CiJob of(Map<String, String> environment) {
        CiVariables values = new CiVariables(TeamCityProperties.with(environment));
        CiSystem marked = null;
        for (CiSystem system : CiSystem.values()) {
            if (system.isMarked(values)) {
                if (!values.raw(system.variables(CiFact.ID).get(0)).isEmpty()) {
                    return of(system, values);
                }
                marked = marked == null ? system : marked;
            }
        }
        return marked == null ? null : of(marked, values);
    }

    private static CiJob of(CiSystem system, CiVariables values) {
        List<String> names = values.all(system.variables(CiFact.TITLE));
        names.remove(NO_NAME);
        List<String> ofJob = new ArrayList<>(system.variables(CiFact.ID));
        ofJob.addAll(system.variables(CiFact.JOB));
        return new CiJob(
                system,
                Texts.line(String.join("/", names), LONGEST_NAME),
                text(system, values, CiFact.NUMBER),
                number(text(system, values, CiFact.ATTEMPT)),
                link(values.firstFilled(system.variables(CiFact.LINK))),
                change(text(system, values, CiFact.CHANGE)),
                branch(text(system, values, CiFact.BRANCH)),
                text(system, values, CiFact.COMMIT),
                text(system, values, CiFact.USER),
                key(system, values, system.variables(CiFact.ID)),
                key(system, values, ofJob),
                number(text(system, values, CiFact.SLICES)) > 1);
    }

    /** Returns whether there are keys, so that its processes can find each other. */
    public boolean isKeyed() {
        return !key.isEmpty();
    }

    /** Returns a title such as {@code shop/CI/verify #42}; the given name replaces that of a job without any. */
    public String title(String otherwise) {
        return (name.isEmpty() ? otherwise : name) + (number.isEmpty() ? "" : " #" + number);
    }

    /** The readable part can be equal for two builds, and the hash cannot. */
    private static String key(CiSystem system, CiVariables values, List<String> variables) {
        String id = values.raw(variables.get(0));
        if (id.isEmpty() || system == CiSystem.AZURE) {
            return "";
        }
        StringBuilder all = new StringBuilder();
        for (String variable : variables) {
            String value = values.raw(variable);
            if (variable.equals(TRACKING_ID) && (value.isEmpty() || value.equals("0"))) {
                return "";
            }
            all.append(value).append('\0');
        }
        String readable = Texts.head(id, LONGEST_PART).replaceAll("[^A-Za-z0-9]", "_");
        return system.keyPrefix() + "-" + readable + "-"
                + Texts.sha256(all.toString()).substring(0, HASH_DIGITS);
    }

    private static String text(CiSystem system, CiVariables values, CiFact fact) {
        return Texts.line(values.first(system.variables(fact)), LONGEST_TEXT);
    }

    private static int number(String text) {
        return text.matches("[1-9]\\d{0,8}") ? Integer.parseInt(text) : 1;
    }

    /** TeamCity does not name its default branch. */
    private static String branch(String text) {
        return text.equals("<default>") ? "" : text.replaceFirst("^(refs/(heads|tags|remotes/origin)|origin)/", "");
    }

    private static String change(String text) {
        Matcher number = CHANGE.matcher(text);
        return number.find() ? number.group(1) : "";
    }

    /** A part of an address leads nowhere, and one with a password is not shown. */
    private static String link(String text) {
        Matcher address = ADDRESS.matcher(text);
        return text.length() <= LONGEST_LINK && address.matches() ? address.group(1) + address.group(2) : "";
    }
}
