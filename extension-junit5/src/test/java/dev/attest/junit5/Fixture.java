package dev.attest.junit5;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

import static org.junit.jupiter.api.extension.ConditionEvaluationResult.disabled;
import static org.junit.jupiter.api.extension.ConditionEvaluationResult.enabled;

/**
 * A class whose tests are run by a test and by nobody else. {@code @Disabled} would do, but for the fixtures that are
 * about it.
 */
@ExtendWith(Fixture.OnlyInLaunch.class)
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Fixture {

    /** Lets a fixture run where a configuration parameter asks for it. */
    final class OnlyInLaunch implements ExecutionCondition {

        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            return context.getConfigurationParameter(Launch.FIXTURES).isPresent()
                    ? enabled("run by a test")
                    : disabled("a fixture of a test");
        }
    }
}
