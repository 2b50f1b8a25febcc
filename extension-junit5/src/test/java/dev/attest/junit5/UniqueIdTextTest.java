package dev.attest.junit5;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.AbstractTestDescriptor;
import org.junit.platform.launcher.TestIdentifier;

import static org.assertj.core.api.Assertions.assertThat;

class UniqueIdTextTest {

    private static final UniqueId CLASS = UniqueId.forEngine("junit-jupiter").append("class", "com.shop.Cart[Test]");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "test-template-invocation | #2",
                "method                   | adds(int, java.lang.String)",
                "method                   | adds([I)",
                "method                   | buys ü € 𝄞",
                "method                   | %5B",
                "method                   | a+b",
                "example                  | shop/cart.feature:12",
                "a:b                      | x",
                "[type]                   | x"
            })
    void isWhatThePlatformMakes(String type, String value) {
        UniqueId id = CLASS.append(type, value);

        assertThat(UniqueIdText.of(test(CLASS, id), CLASS.toString())).isEqualTo(id.toString());
    }

    @ParameterizedTest
    @CsvSource({"true", "false"})
    void isWhatThePlatformMakesIfTheParentIsNotItsBeginning(boolean hidden) {
        UniqueId parent = hidden ? CLASS : UniqueId.forEngine("other").append("class", "Other");
        UniqueId id = CLASS.append("hidden", "rule").append("field", "layers");

        assertThat(UniqueIdText.of(test(parent, hidden ? id : id.removeLastSegment()), parent.toString()))
                .isEqualTo((hidden ? id : id.removeLastSegment()).toString());
    }

    private static TestIdentifier test(UniqueId parent, UniqueId id) {
        TestDescriptor container = new Step(parent);
        TestDescriptor test = new Step(id);
        container.addChild(test);
        return TestIdentifier.from(test);
    }

    private static final class Step extends AbstractTestDescriptor {

        Step(UniqueId id) {
            super(id, "step");
        }

        @Override
        public Type getType() {
            return Type.CONTAINER_AND_TEST;
        }
    }
}
