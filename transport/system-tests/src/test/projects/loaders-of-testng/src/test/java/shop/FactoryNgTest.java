package shop;

import org.testng.annotations.Factory;

/** Makes tests of a class that another class loader has loaded, with its annotations. */
public class FactoryNgTest {

    @Factory
    public Object[] tests() throws ReflectiveOperationException {
        return new Object[] {OwnLoader.copyOf(MadeNg.class)};
    }
}
