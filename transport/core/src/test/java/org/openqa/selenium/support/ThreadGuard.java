package org.openqa.selenium.support;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import org.openqa.selenium.TakesScreenshot;
import org.openqa.selenium.WebDriver;

/** Stands for Selenium's: a proxy with the same fields. */
public final class ThreadGuard {

    private ThreadGuard() {}

    public static WebDriver protect(WebDriver actual) {
        return (WebDriver) Proxy.newProxyInstance(
                WebDriver.class.getClassLoader(),
                new Class<?>[] {WebDriver.class, TakesScreenshot.class},
                new WebDriverInvocationHandler(actual));
    }

    @SuppressWarnings("unused")
    static class WebDriverInvocationHandler implements InvocationHandler {

        private final long threadId = Thread.currentThread().getId();
        private final Object underlying;
        private final String threadName = Thread.currentThread().getName();

        WebDriverInvocationHandler(Object underlying) {
            this.underlying = underlying;
        }

        @Override
        public Object invoke(Object proxy, Method method, Object[] arguments) {
            throw new AssertionError("called");
        }
    }
}
