package dev.attest.internal.browser;

import dev.attest.internal.browser.classes.ClassInitialization;
import dev.attest.internal.browser.classes.UserClasses;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Walks from objects to what their fields and containers hold, the nearest first, and passes on the browsers. It
 * follows objects of the user's classes, and of Selenide's. Of objects of other libraries it reads only the fields. It
 * calls no method of an object that is no container, and initializes no class.
 */
final class ObjectGraph {

    /** An object whose fields are to be read. */
    private record Node(Object object, int level, Location location) {}

    private static final int MAX_LEVELS = 3;
    private static final int BELOW_ALL_LEVELS = MAX_LEVELS + 2;
    private static final int MAX_NESTED_CONTAINERS = 3;
    private static final String SELENIDE = "com.codeborne.selenide.";

    private final SearchScope scope;
    private final SearchBudget budget;
    private final SkippedPlaces skipped;
    private final BiConsumer<Browser, Location> found;

    private final Queue<Node> queue = new ArrayDeque<>();
    private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<Object> opened = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<Class<?>> classes = new HashSet<>();
    private final Map<Class<?>, Boolean> candidates = new HashMap<>();

    /** @param found receives the browsers, also those that it has received before */
    ObjectGraph(SearchScope scope, SearchBudget budget, SkippedPlaces skipped, BiConsumer<Browser, Location> found) {
        this.scope = scope;
        this.budget = budget;
        this.skipped = skipped;
        this.found = found;
    }

    /** Reads the fields of an instance of the test. */
    void addInstance(Object instance) {
        if (seen.add(instance)) {
            readFields(new Node(instance, 0, Location.ofTest("")));
        }
    }

    /** Adds what is in no field, such as an argument of the test. */
    void addValue(@Nullable Object value, Location location) {
        add(value, location, 1, 0);
    }

    /** Reads the static fields of a class and its superclasses, of which there may be no instance. */
    void addStaticFields(Class<?> lowest, Location location) {
        for (Class<?> type = lowest; type != null && !UserClasses.isPlatform(type); type = type.getSuperclass()) {
            ClassInitialization state = ClassInitialization.of(type);
            if (state == ClassInitialization.INITIALIZED) {
                readStaticFields(type, 1, location);
            } else if (state == ClassInitialization.UNKNOWN && DriverFields.areStatic(type)) {
                skipped.add(type.getSimpleName(), SkippedPlaces.UNREAD);
            }
        }
    }

    /** Follows what was added. */
    void walk() {
        for (Node node = queue.poll(); node != null && !budget.isExhausted(); node = queue.poll()) {
            readFields(node);
        }
    }

    private void readFields(Node node) {
        for (Class<?> type = node.object().getClass();
                type != null && !UserClasses.isPlatform(type);
                type = type.getSuperclass()) {
            boolean followed = node.level() == 0 || isFollowed(type);
            int level = followed ? node.level() + 1 : BELOW_ALL_LEVELS;
            readFields(type, node.object(), level, node.location());
            if (followed && ClassInitialization.of(type) != ClassInitialization.UNINITIALIZED) {
                readStaticFields(type, level, node.location());
            }
        }
    }

    private void readStaticFields(Class<?> type, int level, Location location) {
        if (classes.add(type)) {
            readFields(type, null, level, location);
        }
    }

    /** @param owner null for static fields */
    private void readFields(Class<?> type, @Nullable Object owner, int level, Location location) {
        try {
            for (Field field : type.getDeclaredFields()) {
                if (Modifier.isStatic(field.getModifiers()) == (owner == null)
                        && !field.getType().isPrimitive()
                        && field.getType() != String.class
                        && budget.spend()) {
                    read(owner, field, level, location);
                }
            }
        } catch (LinkageError e) {
            // The type of a field is not on the class path, so this class cannot be read.
        }
    }

    private void read(@Nullable Object owner, Field field, int level, Location ofOwner) {
        Class<?> type = field.getDeclaringClass();
        String name = type.getSimpleName() + "." + field.getName();
        Location location =
                owner == null ? new Location(name, !scope.isOfTest(type), ofOwner.leftover()) : ofOwner.named(name);
        try {
            field.setAccessible(true);
            Object value = field.get(owner);
            if (value instanceof ThreadLocal<?> local && !SafeContainers.isSafe(local)) {
                if (DriverFields.isDeclaredFor(field)) {
                    skipped.add(name, SkippedPlaces.STARTS);
                }
            } else {
                add(value, location, level, 0);
            }
        } catch (ReflectiveOperationException | RuntimeException e) {
            // A field that cannot be read, such as one in a closed module, does not count.
        }
    }

    /** @param depth number of containers around the value */
    private void add(@Nullable Object value, Location location, int level, int depth) {
        if (value == null) {
            return;
        }
        if (candidates.computeIfAbsent(value.getClass(), Unwrapping::isCandidate)) {
            addCandidate(value, location, level);
            return;
        }
        if (level < BELOW_ALL_LEVELS
                && depth < MAX_NESTED_CONTAINERS
                && scope.containers().isReadable(value)) {
            addElements(value, location, level, depth);
        }
        follow(value, location, level);
    }

    private void addCandidate(Object candidate, Location location, int level) {
        Unwrapping.Unwrapped unwrapped = scope.unwrapping().unwrap(candidate);
        Object object = unwrapped.object();
        if (object == null) {
            if (!unwrapped.reason().isEmpty()) {
                skipped.add(location.name(), unwrapped.reason());
            }
            // A driver of the user may hold another one in a container.
            follow(candidate, location, level);
            return;
        }
        Browser browser = Browser.of(object);
        if (browser == null) {
            follow(object, location, level);
        } else {
            found.accept(browser, location);
        }
    }

    private void addElements(Object container, Location location, int level, int depth) {
        if (opened.add(container)) {
            for (Containers.Element element : elements(container, location)) {
                if (budget.spend()) {
                    add(element.value(), element.location(), level, depth + 1);
                }
            }
        }
    }

    private List<Containers.Element> elements(Object container, Location location) {
        try {
            return scope.containers().elements(container, location);
        } catch (RuntimeException e) {
            // Another thread changes it.
            return List.of();
        }
    }

    private void follow(Object value, Location location, int level) {
        Class<?> type = value.getClass();
        boolean hasFields = !type.isArray() && !UserClasses.isPlatform(type) && !Proxy.isProxyClass(type);
        if (hasFields && level <= (scope.wide() ? MAX_LEVELS : 1) && seen.add(value)) {
            queue.add(new Node(value, level, location));
        }
    }

    private boolean isFollowed(Class<?> type) {
        return type.getName().startsWith(SELENIDE) || scope.isFromUser(type);
    }
}
