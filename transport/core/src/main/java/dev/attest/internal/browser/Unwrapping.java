package dev.attest.internal.browser;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the object behind proxies, decorators and wrappers. Reads what they hold, and starts nothing. */
final class Unwrapping {

    /**
     * What is behind an object.
     *
     * @param object the object itself if it is no proxy; null if it may not be used
     * @param reason why the object may not be used; empty if that does not matter, because it is no browser
     */
    record Unwrapped(@Nullable Object object, String reason) {

        static Unwrapped of(@Nullable Object object) {
            return new Unwrapped(object, "");
        }
    }

    private static final String THREAD_GUARD = "org.openqa.selenium.support.ThreadGuard$";
    private static final String EVENT_FIRING = "org.openqa.selenium.support.events.EventFiringWebDriver";
    private static final String REMOTE_DRIVER = "org.openqa.selenium.remote.RemoteWebDriver";

    /** Proxies that are classes: of Weld, of Quarkus, of CGLIB, of Javassist. */
    private static final List<String> CLASS_PROXIES = List.of(
            "org.jboss.weld.proxy.WeldClientProxy",
            "org.jboss.weld.bean.proxy.ProxyObject",
            "io.quarkus.arc.ClientProxy",
            "org.springframework.cglib.proxy.Factory",
            "net.sf.cglib.proxy.Factory",
            "javassist.util.proxy.ProxyObject");

    private static final int MAX_LAYERS = 8;

    private final Mocks mocks;
    private final SpringProxies spring;

    Unwrapping(Mocks mocks, Containers containers) {
        this.mocks = mocks;
        this.spring = new SpringProxies(containers);
    }

    /** Returns whether objects of a class are drivers, pages, or proxies of anything. */
    static boolean isCandidate(Class<?> type) {
        return Proxy.isProxyClass(type) || SpringProxies.isProxyType(type) || isClassProxy(type) || mayBrowse(type);
    }

    /** Removes all layers. A mock is its own target. */
    Unwrapped unwrap(Object wrapped) {
        Object current = wrapped;
        for (int layer = 0; layer < MAX_LAYERS; layer++) {
            if (mocks.isMock(current)) {
                return Unwrapped.of(current);
            }
            Unwrapped below = peel(current);
            Object next = below.object();
            if (next == null || next == current) {
                return below;
            }
            current = next;
        }
        return new Unwrapped(null, SkippedPlaces.STARTS);
    }

    private Unwrapped peel(Object current) {
        if (SeleniumDriver.isDecorated(current)) {
            return Unwrapped.of(SeleniumDriver.undecorated(current));
        }
        if (SpringProxies.isProxyType(current.getClass())) {
            return known(spring.target(current), current);
        }
        if (Proxy.isProxyClass(current.getClass())) {
            return behindHandler(current, Proxy.getInvocationHandler(current));
        }
        if (isClassProxy(current.getClass())) {
            return known(null, current);
        }
        if (SeleniumDriver.isDriverType(current.getClass())) {
            return behindWrapper(current);
        }
        return Unwrapped.of(current);
    }

    private static Unwrapped behindHandler(Object proxy, InvocationHandler handler) {
        if (handler.getClass().getName().startsWith(THREAD_GUARD)) {
            return behindThreadGuard(handler);
        }
        if (!mayBrowse(proxy)) {
            Object delegate = Reflection.is(handler, "com.google.inject.internal.DelegatingInvocationHandler")
                    ? Reflection.field(handler, "delegate")
                    : null;
            return Unwrapped.of(delegate);
        }
        return known(driverIn(handler), proxy);
    }

    /** A guarded driver throws an exception on any other thread. */
    private static Unwrapped behindThreadGuard(InvocationHandler guard) {
        Object thread = Reflection.field(guard, "threadId");
        if (thread instanceof Long id && id == Thread.currentThread().getId()) {
            return Unwrapped.of(Reflection.field(guard, "underlying"));
        }
        Object name = Reflection.field(guard, "threadName");
        return new Unwrapped(null, "was not asked, for ThreadGuard keeps it for thread " + name);
    }

    /**
     * A driver of Selenium 3 that calls listeners, or a driver that the user has written. If such a class has a field
     * for a driver that holds none yet, a call could start one.
     */
    private static Unwrapped behindWrapper(Object driver) {
        if (Reflection.is(driver, REMOTE_DRIVER)) {
            return Unwrapped.of(driver);
        }
        if (Reflection.is(driver, EVENT_FIRING)) {
            try {
                return known(Reflection.call(driver, "getWrappedDriver"), driver);
            } catch (Exception e) {
                return known(null, driver);
            }
        }
        Object inner = driverIn(driver);
        if (inner != null) {
            return Unwrapped.of(inner);
        }
        return DriverFields.areInInstances(driver.getClass()) ? known(null, driver) : Unwrapped.of(driver);
    }

    private static Unwrapped known(@Nullable Object target, Object proxy) {
        return target == null && mayBrowse(proxy) ? new Unwrapped(null, SkippedPlaces.STARTS) : Unwrapped.of(target);
    }

    private static @Nullable Object driverIn(Object holder) {
        return Reflection.fields(holder).stream()
                .filter(value -> value != null && value != holder && mayBrowse(value))
                .findFirst()
                .orElse(null);
    }

    /** A proxy may implement no more of a driver than {@code WebDriver}. */
    private static boolean mayBrowse(Object candidate) {
        return mayBrowse(candidate.getClass());
    }

    private static boolean mayBrowse(Class<?> type) {
        return SeleniumDriver.isDriverType(type) || PlaywrightPage.isPageType(type);
    }

    private static boolean isClassProxy(Class<?> type) {
        return CLASS_PROXIES.stream().anyMatch(each -> Reflection.find(type, each) != null);
    }
}
