package dev.attest.internal.browser;

/** Knows Mockito's mocks: to ask one is an interaction, and a test may count those. */
final class MockitoMocks {

    private MockitoMocks() {}

    static boolean isOne(Object candidate) {
        if (candidate.getClass().getName().contains("$MockitoMock$")) {
            return true;
        }
        try {
            ClassLoader loader = candidate.getClass().getClassLoader();
            Class<?> mockito = Class.forName("org.mockito.Mockito", false, loader);
            Object details = mockito.getMethod("mockingDetails", Object.class).invoke(null, candidate);
            return details != null && Boolean.TRUE.equals(Reflection.call(details, "isMock"));
        } catch (Exception | LinkageError e) {
            // No Mockito, no mocks.
            return false;
        }
    }
}
