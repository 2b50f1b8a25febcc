package dev.attest.junit5;

import io.cucumber.core.backend.Glue;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class CucumberEvidenceTest {

    /** The logger is kept here, or else it could be collected with its handler. */
    private final Logger logger = Logger.getLogger(PublishingListener.class.getName());

    @Test
    @SuppressWarnings("NullAway") // a backend without glue uses none of these
    void isSilentWithoutSettingsWhereCucumberHasNoEventBus() {
        Recorded recorded = new Recorded();
        Glue withoutBus = (Glue) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Glue.class}, (proxy, method, arguments) -> null);
        Level before = logger.getLevel();
        logger.setLevel(Level.ALL);
        logger.addHandler(recorded);

        new CucumberEvidence().create(null, null, null).loadGlue(withoutBus, List.of());

        logger.removeHandler(recorded);
        logger.setLevel(before);
        assertThat(recorded.levels).hasSize(1).allMatch(level -> level.intValue() < Level.INFO.intValue());
    }

    private static final class Recorded extends Handler {

        private final List<Level> levels = new CopyOnWriteArrayList<>();

        @Override
        public void publish(LogRecord logged) {
            levels.add(logged.getLevel());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
