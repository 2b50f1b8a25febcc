package dev.attest.internal.browser.classes;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ClassInitializationTest {

    private static final String PROPERTY = "initialized.by.ClassInitialization";

    @SuppressWarnings("unused")
    private static final class Asleep {
        private static final Object FIELD = System.setProperty(PROPERTY, "yes");
    }

    private static final class Awake {
        private static final Object FIELD = new Object();
    }

    private interface Constants {
        Object FIELD = new Object();
    }

    @Test
    void tellsWithoutInitializingIt() {
        assertThat(ClassInitialization.of(Asleep.class)).isEqualTo(ClassInitialization.UNINITIALIZED);
        assertThat(ClassInitialization.of(Asleep.class)).isEqualTo(ClassInitialization.UNINITIALIZED);
        assertThat(System.getProperty(PROPERTY)).isNull();
    }

    @Test
    void knowsAClassThatIsInUse() {
        assertThat(Awake.FIELD).isNotNull();

        assertThat(ClassInitialization.of(Awake.class)).isEqualTo(ClassInitialization.INITIALIZED);
        assertThat(ClassInitialization.of(String.class)).isNotEqualTo(ClassInitialization.UNINITIALIZED);
    }

    @Test
    void knowsInterfacesToo() {
        assertThat(ClassInitialization.of(Constants.class)).isEqualTo(ClassInitialization.UNINITIALIZED);
        assertThat(Constants.FIELD).isNotNull();
        assertThat(ClassInitialization.of(Constants.class)).isEqualTo(ClassInitialization.INITIALIZED);
    }
}
