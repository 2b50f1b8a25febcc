package shop;

import java.net.URL;
import java.net.URLClassLoader;
import java.util.Objects;
import java.util.stream.Stream;

/** Loads the classes of the shop, of Attest and of Selenium itself, as a loader of plugins does. */
final class OwnLoader extends URLClassLoader {

    private static final String ITS_OWN = "(shop|dev\\.attest|org\\.openqa)\\..*";

    /** One class of each jar; a project has one of the extensions. */
    private static final String[] HOMES = {
        "shop.OwnLoader",
        "dev.attest.Attest",
        "dev.attest.junit5.Attested",
        "dev.attest.testng.AttestListener",
        "org.openqa.selenium.WebDriver"
    };

    OwnLoader() {
        super(
                Stream.of(HOMES).map(OwnLoader::home).filter(Objects::nonNull).toArray(URL[]::new),
                OwnLoader.class.getClassLoader());
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (!name.matches(ITS_OWN)) {
            return super.loadClass(name, resolve);
        }
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            return loaded == null ? findClass(name) : loaded;
        }
    }

    static Object copyOf(Class<?> type) throws ReflectiveOperationException {
        var constructor = new OwnLoader().loadClass(type.getName()).getDeclaredConstructor();
        constructor.setAccessible(true);
        return constructor.newInstance();
    }

    private static URL home(String type) {
        try {
            return Class.forName(type).getProtectionDomain().getCodeSource().getLocation();
        } catch (ClassNotFoundException e) {
            return null;
        }
    }
}
