package dev.attest.standin.azure.wiql;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;

/**
 * The values of {@code @project}, {@code @me} and {@code @today}. A number of days may follow the last, as in
 * {@code @today - 7}.
 *
 * @param project empty if the request names none
 * @param me the name of the user
 */
public record WiqlMacros(String project, String me, LocalDate today) {

    Optional<String> value(String word) {
        var value = switch (word.toLowerCase(Locale.ROOT)) {
            case "@project" -> project;
            case "@me" -> me;
            case "@today" -> today.toString();
            default -> "";
        };
        return value.isEmpty() ? Optional.empty() : Optional.of(value);
    }

    /** Returns the day that is this number of days, such as {@code -7}, away from today. */
    String day(String difference) {
        return today.plusDays(Long.parseLong(difference)).toString();
    }
}
