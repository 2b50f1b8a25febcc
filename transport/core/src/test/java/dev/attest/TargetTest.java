package dev.attest;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class TargetTest {

    @Test
    void namesTheThingAsItsServiceDoes() {
        assertThat(all().map(target -> target.destination() + " " + target.kind() + " " + target.id()))
                .containsExactly(
                        "azure WorkItem 1",
                        "qacomplete Bugs 2",
                        "qacomplete Releases 3",
                        "qacomplete FunctionalSpecs 4",
                        "qacomplete Tests 5",
                        "qacomplete TestSets 6",
                        "qacomplete TestSteps 7");
    }

    @Test
    void isShownInWords() {
        assertThat(all().map(Target::toString))
                .containsExactly(
                        "work item 1",
                        "bug 2 of QAComplete",
                        "release 3 of QAComplete",
                        "requirement 4 of QAComplete",
                        "test 5 of QAComplete",
                        "test set 6 of QAComplete",
                        "test step 7 of QAComplete");
    }

    @Test
    void equalsWhatIsTheSameThing() {
        assertThat(Target.bug(2)).isEqualTo(Target.bug(2)).hasSameHashCodeAs(Target.bug(2));
        assertThat(Target.bug(2)).isNotEqualTo(Target.bug(3)).isNotEqualTo(Target.workItem(2));
    }

    private static Stream<Target> all() {
        return Stream.of(
                Target.workItem(1),
                Target.bug(2),
                Target.release(3),
                Target.requirement(4),
                Target.test(5),
                Target.testSet(6),
                Target.testStep(7));
    }
}
