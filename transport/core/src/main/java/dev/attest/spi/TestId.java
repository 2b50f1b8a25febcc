package dev.attest.spi;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Objects;
import java.util.UUID;

/**
 * The identity of a test. It stays the same in each run of the same code, even if the display name changes.
 *
 * @param engine id of the engine, such as {@code junit-jupiter} or {@code testng}
 * @param className binary name of the class, such as {@code com.shop.CartTest$Empty}; of a test without a class the
 *     path of its file, such as {@code shop/cart.feature} or {@code /cart.feature}; empty if there is neither
 * @param method name and parameter types, such as {@code adds(int)} or {@code adds()}; of a test without a class its
 *     names from the file down, such as {@code Cart › buys()}; empty if there is none
 * @param path distinguishes invocations of a method, such as {@code #2} for the second arguments, and overloads, such
 *     as {@code (int)}; steps are parted by a slash, and a slash within one is {@code %2F}; empty for a plain test
 */
public record TestId(String engine, String className, String method, String path) {

    public TestId {
        Objects.requireNonNull(engine, "engine");
        Objects.requireNonNull(className, "className");
        Objects.requireNonNull(method, "method");
        Objects.requireNonNull(path, "path");
    }

    /** Namespace of the UUIDv5. Random; it must never change. */
    private static final UUID NAMESPACE = UUID.fromString("7e1f3c62-5d0a-4c0b-9f6e-2a8d41b7c953");

    /**
     * Returns the UUIDv5 (RFC 4122) of this identity: the {@code automatedTestId} in Azure DevOps. Attest finds a
     * result by it if the response to its creation was lost.
     */
    public UUID uuid() {
        MessageDigest sha1 = ClassDigest.begun(engine, className);
        sha1.update((method + "\n" + path).getBytes(StandardCharsets.UTF_8));
        ByteBuffer hash = ByteBuffer.wrap(sha1.digest());
        long high = (hash.getLong() & 0xffff_ffff_ffff_0fffL) | 0x5000L;
        long low = (hash.getLong() & 0x3fff_ffff_ffff_ffffL) | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }

    /**
     * Returns {@code package.Class.method} with what distinguishes the invocation: {@code package.Class.method[2]} for
     * {@code #2}. An overloaded method has its types before that. Two tests with the same class have two names, as the
     * {@code automatedTestName} in Azure DevOps needs it.
     */
    public String invocationName() {
        String name = qualifiedName();
        if (path.isEmpty() || name.equals(path)) {
            return name;
        }
        StringBuilder types = new StringBuilder(name);
        StringBuilder others = new StringBuilder();
        int end = path.length();
        while (end > 0 && path.charAt(end - 1) == '/') {
            end--;
        }
        for (int from = 0; from < end; ) {
            int slash = path.indexOf('/', from);
            int to = slash < 0 ? end : Math.min(end, slash);
            if (path.charAt(from) == '(') {
                types.append(path, from, to);
            } else {
                int start = path.charAt(from) == '#' ? from + 1 : from;
                others.append('[').append(unescaped(path.substring(start, to))).append(']');
            }
            from = to + 1;
        }
        return types.append(others).toString();
    }

    private static String unescaped(String step) {
        return step.indexOf('%') < 0 ? step : step.replace("%2F", "/").replace("%25", "%");
    }

    /** Returns {@code package.Class.method} without parameter types: all invocations of a method have it. */
    public String qualifiedName() {
        String name = methodName();
        if (name.isEmpty()) {
            return className.isEmpty() ? path : className;
        }
        return className.isEmpty() || isFile() ? name : className + "." + name;
    }

    private boolean isFile() {
        return className.indexOf('/') >= 0; // which no binary name has
    }

    /** Returns the name of the method without parameter types; empty if there is none. */
    public String methodName() {
        int signature = method.lastIndexOf('('); // names of Kotlin and Groovy may have parentheses, types have none
        return signature < 0 ? method : method.substring(0, signature);
    }

    /**
     * The digest of what all tests of a class have in common. Loaded with the first UUID, which the thread of a test
     * does not need. Thread-safe: a digest that others copy is never updated.
     */
    private record ClassDigest(String engine, String className, MessageDigest sha1) {

        /** To look for the algorithm takes longer than to use it. */
        private static final MessageDigest UNUSED = create();

        /** Most tests are of the same class as the one before. */
        private static volatile ClassDigest last = new ClassDigest("", "", begin("", ""));

        /** Returns a digest of its own to the caller. */
        static MessageDigest begun(String engine, String className) {
            ClassDigest known = last;
            if (!known.className.equals(className) || !known.engine.equals(engine)) {
                known = new ClassDigest(engine, className, begin(engine, className));
                last = known;
            }
            try {
                return (MessageDigest) known.sha1.clone();
            } catch (CloneNotSupportedException e) {
                return begin(engine, className);
            }
        }

        private static MessageDigest begin(String engine, String className) {
            MessageDigest sha1 = unused();
            sha1.update(ByteBuffer.allocate(16)
                    .putLong(NAMESPACE.getMostSignificantBits())
                    .putLong(NAMESPACE.getLeastSignificantBits())
                    .flip());
            sha1.update((engine + "\n" + className + "\n").getBytes(StandardCharsets.UTF_8));
            return sha1;
        }

        private static MessageDigest unused() {
            try {
                return (MessageDigest) UNUSED.clone();
            } catch (CloneNotSupportedException e) {
                return create();
            }
        }

        private static MessageDigest create() {
            try {
                return MessageDigest.getInstance("SHA-1");
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("every Java platform has SHA-1", e);
            }
        }
    }
}
