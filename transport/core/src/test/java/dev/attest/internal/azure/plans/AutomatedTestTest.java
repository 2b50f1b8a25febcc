package dev.attest.internal.azure.plans;

import dev.attest.internal.config.setting.TestNames;
import dev.attest.spi.ReportName;
import dev.attest.spi.TestDescription;
import dev.attest.spi.TestId;
import java.util.List;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class AutomatedTestTest {

    private static final TestDescription SECOND = invocation("#2");

    @Test
    void tellsInvocationsApart() {
        AutomatedTest second = AutomatedTest.of(SECOND, TestNames.QUALIFIED);

        assertThat(second.name()).isEqualTo("shop.CartTest.adds[2]");
        assertThat(second.storage()).isEqualTo("shop.CartTest");
        assertThat(AutomatedTest.of(invocation("#3"), TestNames.QUALIFIED).name())
                .isEqualTo("shop.CartTest.adds[3]");
    }

    @Test
    void isOneAutomationForAllInvocationsOfAMethod() {
        AutomatedTest method = AutomatedTest.ofMethod(SECOND, TestNames.QUALIFIED);

        assertThat(method.name()).isEqualTo("shop.CartTest.adds");
        assertThat(AutomatedTest.ofMethod(invocation("#3"), TestNames.QUALIFIED))
                .isEqualTo(method);
    }

    @Test
    void keepsTheNamesOfTheReport() {
        AutomatedTest reported = AutomatedTest.of(SECOND, TestNames.SUREFIRE);

        assertThat(reported.name()).isEqualTo("adds(int)[2]");
        assertThat(reported.storage()).isEqualTo("shop.CartTest");
    }

    @Test
    void tellsLongNamesApartByAHash() {
        String name = "x".repeat(300);
        AutomatedTest one = AutomatedTest.of(method(name + "1()"), TestNames.QUALIFIED);
        AutomatedTest other = AutomatedTest.of(method(name + "2()"), TestNames.QUALIFIED);

        assertThat(one.name()).hasSize(256).isNotEqualTo(other.name());
    }

    private static TestDescription invocation(String path) {
        TestId id = new TestId("junit-jupiter", "shop.CartTest", "adds(int)", path);
        return new TestDescription(
                id, "Cart › adds", List.of(), new ReportName("shop.CartTest", "adds(int)" + path.replace("#2", "[2]")));
    }

    private static TestDescription method(String method) {
        return new TestDescription(new TestId("junit-jupiter", "shop.CartTest", method, ""), "Cart", List.of());
    }
}
