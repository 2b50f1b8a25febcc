package dev.attest.internal.config.setting;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The declaration of a setting. Messages, the doctor and the settings page take everything about it from here.
 *
 * @param property name as a system property, framework parameter or line of attest.properties
 * @param type converts and describes its values
 * @param literalDefault the default; null if there is none, or if it is not a constant
 * @param defaultText the default as it could be set, or in words; empty if there is none
 * @param pipelineVariables variables of Azure Pipelines, the strongest first
 * @param sentence one sentence on what the setting does
 * @param <T> type of its values
 */
public record Key<T>(
        String property,
        ValueType<T> type,
        @Nullable T literalDefault,
        String defaultText,
        List<String> pipelineVariables,
        String sentence) {

    /** Declares a setting without a default, or whose default depends on its surroundings. */
    static <T> Key<T> of(String property, ValueType<T> type, String sentence) {
        return new Key<>(property, type, null, "", List.of(), sentence);
    }

    static <T> Key<T> of(String property, ValueType<T> type, T defaultValue, String sentence) {
        return new Key<>(property, type, defaultValue, DisplayText.of(defaultValue), List.of(), sentence);
    }

    /** Returns a copy whose default is described by these words. */
    Key<T> withDefaultText(String words) {
        return new Key<>(property, type, literalDefault, words, pipelineVariables, sentence);
    }

    /** Returns a copy that falls back to variables of Azure Pipelines; the first one that is set wins. */
    Key<T> withPipelineVariables(String... variables) {
        return new Key<>(
                property, type, literalDefault, variables[0] + " in Azure Pipelines", List.of(variables), sentence);
    }

    /** Returns the name as an environment variable, such as {@code ATTEST_AZURE_TOKEN_FILE}. */
    public String environmentName() {
        return property.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
    }

    /** Returns which values are accepted, such as {@code a whole number from 2 to 8}. */
    public String accepted() {
        return type.accepted();
    }

    public T parse(String text) {
        return type.parse(text);
    }

    public T defaultValue() {
        return Objects.requireNonNull(literalDefault, property);
    }

    /** Returns whether the default could be set as it is written, and is not a description. */
    public boolean isDefaultLiteral() {
        return literalDefault != null && defaultText.equals(DisplayText.of(literalDefault));
    }

    public boolean isSecret() {
        return type == ValueTypes.TOKEN || type == ValueTypes.PASSWORD;
    }

    @Override
    public String toString() {
        return property;
    }
}
