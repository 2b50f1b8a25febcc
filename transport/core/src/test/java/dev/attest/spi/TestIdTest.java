package dev.attest.spi;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class TestIdTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "adds()|adds",
                "adds(int, java.lang.String)|adds",
                "returns 404 (not found) when there is none()|returns 404 (not found) when there is none",
                "adds {0} to (cart)(java.lang.String)|adds {0} to (cart)",
                "()()|()",
                "adds|adds",
                "''|''"
            })
    void namesTheMethodWholeAndWithoutItsTypes(String method, String name) {
        assertThat(new TestId("junit-jupiter", "shop.CartTest", method, "").methodName())
                .isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "adds()|''|shop.CartTest.adds",
                "adds(int)|#2|shop.CartTest.adds[2]",
                "adds(int)|(int)/#2|shop.CartTest.adds(int)[2]",
                "adds(int)|com.shop.Smoke/(int)/#2/#1|shop.CartTest.adds(int)[com.shop.Smoke][2][1]",
                "adds()|a%2Fb/100%25|shop.CartTest.adds[a/b][100%]",
                "it()|()|shop.CartTest.it()",
                "''|@BeforeAll|shop.CartTest[@BeforeAll]"
            })
    void namesAnInvocationByWhatDistinguishesIt(String method, String path, String name) {
        assertThat(new TestId("junit-jupiter", "shop.CartTest", method, path).invocationName())
                .isEqualTo(name);
    }

    @Test
    void namesATestOfAFileByItsNamesInIt() {
        TestId scenario = new TestId("cucumber", "shop/cart.feature", "Cart › buys (2)()", "com.shop.Smoke");

        assertThat(scenario.qualifiedName()).isEqualTo("Cart › buys (2)");
        assertThat(scenario.invocationName()).isEqualTo("Cart › buys (2)[com.shop.Smoke]");
    }

    @Test
    void namesATestWithoutAClassByItsPathAlone() {
        assertThat(new TestId("cucumber", "", "", "feature:cart/scenario:2").invocationName())
                .isEqualTo("feature:cart/scenario:2");
    }
}
