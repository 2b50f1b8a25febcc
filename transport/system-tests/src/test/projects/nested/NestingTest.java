package shop;

import dev.attest.Attest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(NestingTest.Starting.class)
class NestingTest {

    static final class Starting implements BeforeAllCallback, AfterEachCallback {
        @Override
        public void beforeAll(ExtensionContext context) {
            Inner.startAll();
        }

        @Override
        public void afterEach(ExtensionContext context) {
            Inner.startAll();
        }
    }

    @BeforeAll
    static void prepare() {
        Inner.startAllOnThreads();
    }

    @BeforeEach
    void setUp() {
        Inner.startAll();
    }

    @Test
    void starts() {
        Inner.startAll();
        Attest.comment("outside");
    }

    @Test
    void startsOnThreads() {
        Inner.startAllOnThreads();
    }

    @ValueSource(ints = {1, 2})
    @ParameterizedTest
    void startsAndFails(int row) {
        Inner.startAll();
        throw new IllegalStateException("outside");
    }

    @AfterEach
    void tearDown() {
        Inner.startAll();
    }

    @AfterAll
    static void end() {
        Inner.startAllOnThreads();
    }
}
