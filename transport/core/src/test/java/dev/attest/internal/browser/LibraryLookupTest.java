package dev.attest.internal.browser;

import java.lang.reflect.Proxy;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class LibraryLookupTest {

    private final LibraryLookup libraries = new LibraryLookup();

    @Test
    void findsALibraryForTheLoaderOfEachClass() {
        Class<?> without = classWithout();

        assertThat(libraries.isPresentFor(LibraryLookupTest.class)).isTrue();
        assertThat(libraries.isPresentFor(without)).isFalse();
        assertThat(libraries.isPresentFor(without)).isFalse();
        assertThat(libraries.isPresentFor(LibraryLookupTest.class)).isTrue();
    }

    @Test
    void asksTheClassPathForAClassOfTheJdk() {
        assertThat(libraries.isPresentFor(String.class)).isTrue();
    }

    /** Returns a class of a loader that has only the JDK. */
    private static Class<?> classWithout() {
        ClassLoader jdk = new ClassLoader(ClassLoader.getPlatformClassLoader()) {};
        return Proxy.newProxyInstance(jdk, new Class<?>[] {Runnable.class}, (proxy, method, arguments) -> null)
                .getClass();
    }
}
