package shop;

import dev.attest.testng.AttestListener;
import org.testng.annotations.Factory;
import org.testng.annotations.Listeners;
import org.testng.annotations.Test;

@Listeners(AttestListener.class)
public class ShelfTest {

    private final String place;

    @Factory
    public static Object[] shelves() {
        return new Object[] {new ShelfTest("left"), new ShelfTest("right")};
    }

    private ShelfTest(String place) {
        this.place = place;
    }

    @Test
    public void holds() {}

    @Override
    public String toString() {
        return place;
    }
}
