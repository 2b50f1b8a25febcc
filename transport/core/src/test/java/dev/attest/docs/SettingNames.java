package dev.attest.docs;

import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The names of settings, as properties and as environment variables, that a page of settings lists. */
final class SettingNames {

    private static final Pattern NAME = Pattern.compile(
            "(?<![.\\w/@-])(?:attest(?:\\.[a-z]+(?:-[a-z]+)*)+|ATTEST(?:_[A-Z]+)+)(?:\\.\\*)?(?![\\w(])");
    private static final String GROUP = ".*";

    /** The file of settings looks like one of them. */
    private static final Set<String> NO_SETTINGS = Set.of("attest.properties");

    private final Set<String> known;

    SettingNames(String settingsPage) {
        this.known = names(settingsPage);
    }

    int size() {
        return known.size();
    }

    /**
     * Returns the names of settings in a text that the page does not list. {@code attest.azure.*} names a group. A name
     * that the text itself calls an {@code Unknown setting} shows what is said of a misspelled one.
     */
    List<String> unknownIn(String text) {
        return names(text).stream()
                .filter(name -> !text.contains("Unknown setting " + name))
                .filter(name -> name.endsWith(GROUP) ? !isGroup(name) : !known.contains(name))
                .sorted()
                .toList();
    }

    private boolean isGroup(String name) {
        String prefix = name.substring(0, name.length() - 1);
        return known.stream().anyMatch(each -> each.startsWith(prefix));
    }

    private static Set<String> names(String text) {
        return NAME.matcher(text)
                .results()
                .map(MatchResult::group)
                .filter(name -> !NO_SETTINGS.contains(name))
                .collect(Collectors.toSet());
    }
}
