package shop;

import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store.CloseableResource;

/** Does to a class what its name says, where its name says: {@code AfterAll_Throws_Test}. */
public final class AroundClasses implements BeforeAllCallback, AfterAllCallback {

    static void at(String place, Class<?> type) {
        Meddling.at(place, type.getSimpleName().replace("Throws", "throws").replace("Aborts", "aborts"));
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        Class<?> type = context.getRequiredTestClass();
        CloseableResource resource = () -> at("Close", type);
        context.getStore(Namespace.create(AroundClasses.class)).put("resource", resource);
        at("BeforeAll", type);
    }

    @Override
    public void afterAll(ExtensionContext context) {
        at("AfterAll", context.getRequiredTestClass());
    }
}
