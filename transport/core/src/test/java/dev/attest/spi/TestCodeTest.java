package dev.attest.spi;

import dev.attest.Output;
import dev.attest.When;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Which of several annotations counts for a test. */
class TestCodeTest {

    @Test
    void prefersTheMethodToItsClass() throws Exception {
        assertThat(wanted(Quiet.class, "plain")).isEqualTo(When.NEVER);
        assertThat(wanted(Quiet.class, "loud")).isEqualTo(When.ALWAYS);
    }

    @Test
    void looksIntoSuperclassesAndTheClassesAround() throws Exception {
        assertThat(wanted(Heir.class, "plain")).isEqualTo(When.NEVER);
        assertThat(wanted(Quiet.Inner.class, "plain")).isEqualTo(When.NEVER);
    }

    @Test
    void looksIntoAnnotationsOfAnnotations() throws Exception {
        assertThat(wanted(Plain.class, "chatty")).isEqualTo(When.ALWAYS);
        assertThat(wanted(ChattyClass.class, "plain")).isEqualTo(When.ALWAYS);
    }

    @Test
    void findsNoneWhereThereIsNoneAndNothingIsKnown() throws Exception {
        assertThat(wanted(Plain.class, "plain")).isNull();
        assertThat(TestCode.UNKNOWN.nearest(Output.class)).isNull();
        assertThat(new TestCode(Quiet.class, null).nearest(Output.class)).isNotNull();
    }

    private static @Nullable When wanted(Class<?> type, String method) throws Exception {
        Output nearest = new TestCode(type, type.getMethod(method)).nearest(Output.class);
        return nearest == null ? null : nearest.value();
    }

    @Retention(RetentionPolicy.RUNTIME)
    @Output(When.ALWAYS)
    @interface Chatty {}

    @Retention(RetentionPolicy.RUNTIME)
    @Chatty
    @Selfish
    @interface Selfish {}

    public static class Plain {
        public void plain() {}

        @Selfish
        public void chatty() {}
    }

    @Chatty
    public static class ChattyClass {
        public void plain() {}
    }

    @Output(When.NEVER)
    public static class Quiet {
        public void plain() {}

        @Output(When.ALWAYS)
        public void loud() {}

        public static class Inner {
            public void plain() {}
        }
    }

    public static class Heir extends Quiet {}
}
