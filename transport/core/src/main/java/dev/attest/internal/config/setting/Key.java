package dev.attest.internal.config.setting;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The declaration of a setting: all that messages, the doctor and the settings page say about it comes from here.
 *
 * @param <T> type of its values
 */
public final class Key<T> {

    private final String property;
    private final ValueType<T> type;
    private final @Nullable T defaultValue;
    private final String defaultText;
    private final List<String> pipelineVariables;
    private final String sentence;

    private Key(
            String property,
            ValueType<T> type,
            @Nullable T defaultValue,
            String defaultText,
            List<String> pipelineVariables,
            String sentence) {
        this.property = property;
        this.type = type;
        this.defaultValue = defaultValue;
        this.defaultText = defaultText;
        this.pipelineVariables = pipelineVariables;
        this.sentence = sentence;
    }

    /** Declares a setting without a default, or whose default depends on its surroundings. */
    static <T> Key<T> of(String property, ValueType<T> type, String sentence) {
        return new Key<>(property, type, null, "", List.of(), sentence);
    }

    static <T> Key<T> of(String property, ValueType<T> type, T defaultValue, String sentence) {
        return new Key<>(property, type, defaultValue, DisplayText.of(defaultValue), List.of(), sentence);
    }

    /** Returns the same key, whose default is described by these words. */
    Key<T> withDefaultText(String words) {
        return new Key<>(property, type, defaultValue, words, pipelineVariables, sentence);
    }

    /** Returns the same key, which falls back to variables of Azure Pipelines; the first one that is set wins. */
    Key<T> withPipelineVariables(String... variables) {
        return new Key<>(
                property, type, defaultValue, variables[0] + " in Azure Pipelines", List.of(variables), sentence);
    }

    /** Returns the name as a system property, framework parameter or line of attest.properties. */
    public String property() {
        return property;
    }

    /** Returns the name as an environment variable, such as {@code ATTEST_AZURE_TOKEN_FILE}. */
    public String environmentName() {
        return property.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
    }

    /** Returns which values are accepted, such as {@code a whole number from 2 to 8}. */
    public String accepted() {
        return type.accepted();
    }

    /** Returns the default as it could be set, or in words; empty if there is none. */
    public String defaultText() {
        return defaultText;
    }

    /** Returns one sentence on what the setting does. */
    public String sentence() {
        return sentence;
    }

    public T parse(String text) {
        return type.parse(text);
    }

    public T defaultValue() {
        return Objects.requireNonNull(defaultValue, property);
    }

    /** Returns whether the default could be set as it is written, and is not a description. */
    public boolean isDefaultLiteral() {
        return defaultValue != null && defaultText.equals(DisplayText.of(defaultValue));
    }

    public boolean isSecret() {
        return type.equals(ValueTypes.TOKEN) || type.equals(ValueTypes.PASSWORD);
    }

    public List<String> pipelineVariables() {
        return pipelineVariables;
    }

    /** Returns the name. */
    @Override
    public String toString() {
        return property;
    }
}
