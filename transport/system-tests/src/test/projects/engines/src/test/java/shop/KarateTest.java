package shop;

import com.intuit.karate.junit5.Karate;

class KarateTest {
    // ----
    @Karate.Test
    Karate all() {
        return Karate.run("classpath:karate");
    }
    // ----
    @Karate.Test
    Karate cart() {
        return Karate.run("classpath:karate/cart.feature");
    }
    // ----
}
