package dev.attest.systemtests.junit5;

import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A suite that registers nothing. */
@Disabled("run by a child JVM")
final class DetectionSuite {

    @ParameterizedTest
    @ValueSource(ints = 7)
    void takes(int number) {}

    /** Somebody else's, which its user has not switched on. */
    public static final class Foreign implements BeforeAllCallback {

        @Override
        public void beforeAll(ExtensionContext context) {
            System.out.println("foreign extension ran");
        }
    }
}
