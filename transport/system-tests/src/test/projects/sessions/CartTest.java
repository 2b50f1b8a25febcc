package shop;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.openqa.selenium.By;
import org.openqa.selenium.WebDriver;

import static org.junit.jupiter.api.Assertions.assertEquals;

@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class CartTest {

    @BeforeEach
    void enter() {
        Drivers.open("Cart");
    }

    @AfterEach
    void leave() {
        if (Drivers.current() != null) {
            Drivers.close();
        }
    }

    @Test
    @Order(1)
    void fails() {
        assertEquals("Pears", Drivers.current().findElement(By.tagName("h1")).getText());
    }

    @Test
    @Order(2)
    void passes() {
        assertEquals("Cart", Drivers.current().findElement(By.tagName("h1")).getText());
    }

    @Test
    @Order(3)
    void failsOnAThreadOfItsOwn() throws InterruptedException {
        Drivers.close();
        String[] seen = new String[1];
        WebDriver[] driver = new WebDriver[1];
        Thread other = new Thread(() -> {
            driver[0] = Drivers.open("Elsewhere");
            seen[0] = driver[0].getTitle();
        });
        other.start();
        other.join();
        Runtime.getRuntime().addShutdownHook(new Thread(driver[0]::quit));
        assertEquals("Pears", seen[0]);
    }

    @Test
    @Order(4)
    void failsWhileTheBrowserOfAnotherIsLeftOpen() {
        assertEquals("Pears", Drivers.current().getTitle());
    }

    @Test
    @Order(5)
    void failsWithoutABrowserWhileTheOneOfAnotherIsLeftOpen() {
        Drivers.close();
        assertEquals("Pears", "Apples");
    }
}
