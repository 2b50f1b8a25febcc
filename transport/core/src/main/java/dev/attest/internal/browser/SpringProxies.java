package dev.attest.internal.browser;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds the beans behind proxies of Spring that exist already. Reads what target sources and scopes hold, because their
 * methods would create a bean.
 */
final class SpringProxies {

    private static final String PROXY = "org.springframework.aop.SpringProxy";
    private static final String ADVISED = "org.springframework.aop.framework.Advised";
    private static final String THREAD_SCOPE = "org.springframework.context.support.SimpleThreadScope";

    private static final String SCOPED = "scopedTarget.";

    private final Containers containers;

    SpringProxies(Containers containers) {
        this.containers = containers;
    }

    static boolean isProxyType(Class<?> type) {
        return Reflection.find(type, PROXY) != null;
    }

    /** Returns the bean behind a proxy; null if it does not exist, or it is not known how to find it. */
    @Nullable
    Object target(Object proxy) {
        try {
            Class<?> advised = Reflection.find(proxy.getClass(), ADVISED);
            Object source = advised == null
                    ? null
                    : advised.getMethod("getTargetSource").invoke(proxy);
            return source == null ? null : held(source);
        } catch (Exception | LinkageError e) {
            // Another version of Spring keeps it elsewhere.
            return null;
        }
    }

    private @Nullable Object held(Object source) throws Exception {
        for (String field : new String[] {"target", "lazyTarget", "cachedTarget"}) {
            Object target = Reflection.field(source, field);
            if (target != null) {
                return target;
            }
        }
        if (Reflection.field(source, "targetInThread") instanceof ThreadLocal<?> local) {
            return SafeContainers.isSafe(local) ? local.get() : null;
        }
        Object factory = Reflection.field(source, "beanFactory");
        String name = factory == null ? null : beanName(source, factory);
        return factory == null || name == null ? null : bean(factory, name);
    }

    /** Returns the bean that a proxy of a lazy dependency stands for, if it is the only one of its type. */
    private static @Nullable String beanName(Object source, Object factory) throws Exception {
        if (Reflection.field(source, "targetBeanName") instanceof String name) {
            return name;
        }
        Object descriptor = Reflection.field(source, "descriptor");
        Object type = descriptor == null ? null : Reflection.call(descriptor, "getDependencyType");
        if (type instanceof Class<?> dependency) {
            // With these arguments, factories of beans are not created to find out the types of their beans.
            Object names = factory.getClass()
                    .getMethod("getBeanNamesForType", Class.class, boolean.class, boolean.class)
                    .invoke(factory, dependency, true, false);
            return names instanceof String[] all ? onlyName(all) : null;
        }
        return null;
    }

    /** A scoped bean has two names: that of its proxy, and that of what is behind the proxy. */
    private static @Nullable String onlyName(String... names) {
        List<String> behindProxies =
                Stream.of(names).filter(name -> name.startsWith(SCOPED)).toList();
        List<String> beans = behindProxies.isEmpty() ? List.of(names) : behindProxies;
        return beans.size() == 1 ? beans.get(0) : null;
    }

    private @Nullable Object bean(Object factory, String name) throws Exception {
        if (Boolean.TRUE.equals(Reflection.call(factory, "containsSingleton", name))) {
            return Reflection.call(factory, "getSingleton", name);
        }
        Object definition = Reflection.call(factory, "getMergedBeanDefinition", name);
        Object scopeName = definition == null ? null : Reflection.call(definition, "getScope");
        Object scope = scopeName == null ? null : Reflection.call(factory, "getRegisteredScope", scopeName);
        return scope == null ? null : stored(scope, name);
    }

    /** Most scopes keep their beans in a map by name, perhaps for each thread. */
    private @Nullable Object stored(Object scope, String name) {
        List<@Nullable Object> values = Reflection.fields(scope);
        if (Reflection.is(scope, THREAD_SCOPE)
                && Reflection.field(scope, "threadScope") instanceof ThreadLocal<?> own) {
            // Its initial value is an empty map.
            values.add(own.get());
        }
        for (Object each : values) {
            Object value = each instanceof ThreadLocal<?> local && SafeContainers.isSafe(local) ? local.get() : each;
            Object bean = value instanceof Map<?, ?> map ? containers.valueOf(map, name) : null;
            if (bean != null) {
                return bean;
            }
        }
        return null;
    }
}
