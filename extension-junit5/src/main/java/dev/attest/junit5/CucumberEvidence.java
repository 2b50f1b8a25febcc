package dev.attest.junit5;

import dev.attest.Attest;
import dev.attest.internal.runtime.AttestRuntime;
import dev.attest.spi.TestRecorder;
import io.cucumber.core.backend.Backend;
import io.cucumber.core.backend.BackendProviderService;
import io.cucumber.core.backend.Container;
import io.cucumber.core.backend.Glue;
import io.cucumber.core.backend.Lookup;
import io.cucumber.core.backend.Snippet;
import io.cucumber.core.eventbus.EventBus;
import io.cucumber.plugin.event.EmbedEvent;
import io.cucumber.plugin.event.EventHandler;
import io.cucumber.plugin.event.WriteEvent;
import java.lang.reflect.Field;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Attaches what scenarios of Cucumber attach and log to their results. Cucumber finds this class by ServiceLoader, as a
 * backend without glue: plugins would have to be named in the settings of each suite.
 *
 * <p>Only a plugin is told where to listen, so this class reads the private event bus of the glue. Cucumber calls the
 * listener on the thread of the scenario.
 */
public final class CucumberEvidence implements BackendProviderService {

    private static final Map<String, String> EXTENSIONS = Map.of(
            "text/plain", "txt",
            "image/jpeg", "jpg",
            "image/svg+xml", "svg",
            "application/javascript", "js",
            "application/octet-stream", "bin",
            "video/quicktime", "mov");

    private static final AtomicBoolean FAILED = new AtomicBoolean();

    private static final Set<EventBus> HEARD =
            Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));

    /** Called by ServiceLoader. */
    public CucumberEvidence() {}

    @Override
    public Backend create(Lookup lookup, Container container, Supplier<ClassLoader> classLoader) {
        return new WithoutGlue();
    }

    private static void listen(Glue glue) {
        try {
            EventBus bus = busOf(glue);
            if (HEARD.add(bus)) {
                bus.registerHandlerFor(EmbedEvent.class, handler(event -> attach((EmbedEvent) event)));
                bus.registerHandlerFor(WriteEvent.class, handler(event -> comment((WriteEvent) event)));
            }
        } catch (Throwable e) {
            warn("has no event bus", e);
        }
    }

    /** Returns a proxy, as the method of the interface has another signature in Cucumber 5. */
    @SuppressWarnings("unchecked") // The proxy takes all events.
    private static <T> EventHandler<T> handler(Consumer<Object> action) {
        return (EventHandler<T>) Proxy.newProxyInstance(
                EventHandler.class.getClassLoader(), new Class<?>[] {EventHandler.class}, (self, method, arguments) -> {
                    if (!method.getName().equals("receive")) {
                        return method.invoke(action, arguments);
                    }
                    guarded(() -> action.accept(arguments[0]));
                    return null;
                });
    }

    /** What a listener throws fails the scenario. */
    private static void guarded(Runnable action) {
        try {
            action.run();
        } catch (Throwable e) {
            if (!FAILED.getAndSet(true)) {
                warn("is not known", e);
            }
        }
    }

    private static void warn(String trouble, Throwable e) {
        ListenerFailures.log(
                level(), "What scenarios attach is not published: this version of Cucumber " + trouble + ".", e);
    }

    private static void attach(EmbedEvent event) {
        Attest.attach(fileName(event), event.getData());
    }

    private static void comment(WriteEvent event) {
        event.getText().lines().forEach(Attest::comment);
    }

    /** Without settings Attest prints nothing. */
    private static System.Logger.Level level() {
        return AttestRuntime.shared().recorder() == TestRecorder.disabled()
                ? System.Logger.Level.DEBUG
                : System.Logger.Level.WARNING;
    }

    private static EventBus busOf(Glue glue) throws ReflectiveOperationException {
        for (Field field : glue.getClass().getDeclaredFields()) {
            if (field.getType() == EventBus.class) {
                field.setAccessible(true);
                return (EventBus) field.get(glue);
            }
        }
        throw new NoSuchFieldException("of type EventBus in " + glue.getClass().getName());
    }

    /** Returns the name that the scenario gave the file, with the extension of its type. */
    private static String fileName(EmbedEvent event) {
        String extension = "." + extension(text(event, "getMediaType", "getMimeType"));
        String given = text(event, "getName");
        String name = given.isBlank() ? "attachment" : given;
        return name.toLowerCase(Locale.ROOT).endsWith(extension) ? name : name + extension;
    }

    /** Returns what the first of the methods returns that this version of Cucumber has; 5 has other ones than 6. */
    private static String text(EmbedEvent event, String... methods) {
        for (String method : methods) {
            try {
                Object text = EmbedEvent.class.getMethod(method).invoke(event);
                return text == null ? "" : text.toString();
            } catch (ReflectiveOperationException e) {
                // The next one.
            }
        }
        return "";
    }

    private static String extension(String mediaType) {
        int parameters = mediaType.indexOf(';');
        String type = (parameters < 0 ? mediaType : mediaType.substring(0, parameters))
                .strip()
                .toLowerCase(Locale.ROOT);
        String subtype = type.substring(type.indexOf('/') + 1);
        return EXTENSIONS.getOrDefault(type, subtype.matches("[a-z0-9]{1,8}") ? subtype : "bin");
    }

    /** Knows no steps. It is there because Cucumber shows it the glue of each of its threads. */
    private static final class WithoutGlue implements Backend {

        @Override
        public void loadGlue(Glue glue, List<URI> gluePaths) {
            listen(glue);
        }

        @Override
        public void buildWorld() {}

        @Override
        public void disposeWorld() {}

        @Override
        public @Nullable Snippet getSnippet() {
            return null;
        }
    }
}
