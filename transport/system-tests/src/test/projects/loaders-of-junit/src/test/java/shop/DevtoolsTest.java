package shop;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.fail;

/** Spring Boot's devtools start the program again, in a class loader that they can throw away. */
class DevtoolsTest {

    @Test
    void fails() throws Exception {
        Thread main = new Thread(() -> Program.main(), "main");
        main.start();
        main.join();
        fail("on purpose");
    }
}
