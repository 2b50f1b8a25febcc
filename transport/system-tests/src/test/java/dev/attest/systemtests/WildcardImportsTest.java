package dev.attest.systemtests;

import dev.attest.*;
import dev.attest.junit5.*;
import dev.attest.testng.*;
import java.util.List;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Users import our packages whole: no two of their names may collide, which only the compiler can tell. */
class WildcardImportsTest {

    @Test
    void compileTogether() {
        List<Class<?>> used = List.of(
                Attest.class,
                AttachmentType.class,
                AttestExtension.class,
                AttestListener.class,
                Attested.class,
                Output.class,
                PublishingListener.class,
                QaCompleteTest.class,
                Screenshot.class,
                Target.class,
                TestCase.class,
                When.class,
                WorkItem.class);

        assertThat(used).extracting(Class::getSimpleName).doesNotHaveDuplicates();
    }
}
