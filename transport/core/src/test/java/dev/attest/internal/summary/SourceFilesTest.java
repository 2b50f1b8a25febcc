package dev.attest.internal.summary;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class SourceFilesTest {

    @TempDir
    Path checkout;

    private SourceFiles sources;

    @BeforeEach
    void write() throws IOException {
        write("cart/src/test/java/shop/CartTest.java");
        write("cart/src/main/java/shop/Cart.java");
        write("cart/src/it/kotlin/shop/CartIT.kt");
        sources = new SourceFiles(checkout.resolve("cart"), checkout);
    }

    private void write(String file) throws IOException {
        Files.createDirectories(checkout.resolve(file).getParent());
        Files.writeString(checkout.resolve(file), "");
    }

    @ParameterizedTest
    @CsvSource({
        "shop.CartTest.adds(CartTest.java:12), cart/src/test/java/shop/CartTest.java, 12",
        "app//shop.CartTest.adds(CartTest.java:12), cart/src/test/java/shop/CartTest.java, 12",
        "shop.CartTest$Empty.lambda$adds$0(CartTest.java:3), cart/src/test/java/shop/CartTest.java, 3",
        "shop.Cart.<init>(Cart.java:1), cart/src/main/java/shop/Cart.java, 1",
        "shop.CartIT.buys(CartIT.kt:99), cart/src/it/kotlin/shop/CartIT.kt, 99"
    })
    void findsTheFirstLineOfTheUsersCode(String frame, String file, int line) {
        String trace = "java.lang.AssertionError: at shop.CartTest.adds(CartTest.java:77)\n"
                + "\tat org.junit.jupiter.api.Assertions.fail(Assertions.java:109)\n"
                + "\tat java.base/java.lang.reflect.Method.invoke(Method.java:569)\n"
                + "\tat " + frame + "\r\n\tat shop.Cart.other(Cart.java:55)\n";

        assertThat(sources.find(trace)).isEqualTo(new SourceLine(file, line));
    }

    @Test
    void findsItInACause() {
        assertThat(sources.find(
                        "a.B\n\tat a.B.c(B.java:1)\nCaused by: x\n\tat shop.Cart.add(Cart.java:5)\n\t... 3 more"))
                .isEqualTo(new SourceLine("cart/src/main/java/shop/Cart.java", 5));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "at ",
                "at (",
                "at )",
                "at (:)",
                "at a(b:1)",
                "at shop.CartTest.adds(CartTest.java)",
                "at shop.CartTest.adds(CartTest.java:0)",
                "at shop.CartTest.adds(CartTest.java:99999999999)",
                "at shop.CartTest.adds(Native Method)",
                "at ...(../../../../../../etc/passwd:1)",
                "at shop.CartTest.adds(../../../../../../../../../../etc/passwd:1)",
                "at shop.CartTest.adds(\u0000:1)"
            })
    @MethodSource("dev.attest.internal.summary.HostileText#all")
    void findsNothingInOtherText(String text) {
        assertThat(sources.find(text)).isEqualTo(SourceLine.NONE);
        assertThat(sources.find("\tat shop.CartTest.adds(" + text + ":1)")).isEqualTo(SourceLine.NONE);
    }
}
