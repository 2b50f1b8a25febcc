package dev.attest;

import java.net.URL;
import java.net.URLClassLoader;
import java.util.stream.Stream;

/** Loads copies of the classes of Attest and of its tests, and has all others in common with this class loader. */
public final class CopyingClassLoader extends URLClassLoader {

    public CopyingClassLoader() {
        super(
                Stream.of(Attest.class, CopyingClassLoader.class)
                        .map(type -> type.getProtectionDomain().getCodeSource().getLocation())
                        .toArray(URL[]::new),
                CopyingClassLoader.class.getClassLoader());
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (!name.startsWith("dev.attest.")) {
            return super.loadClass(name, resolve);
        }
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            return loaded == null ? findClass(name) : loaded;
        }
    }
}
