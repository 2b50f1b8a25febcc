package dev.attest.internal.browser;

/** Recognizes mocks of Mockito, which must not be called: a test may verify their interactions. */
final class MockitoMocks {

    private MockitoMocks() {}

    static boolean isMock(Object candidate) {
        if (candidate.getClass().getName().contains("$MockitoMock$")) {
            return true;
        }
        try {
            ClassLoader loader = candidate.getClass().getClassLoader();
            Class<?> mockito = Class.forName("org.mockito.Mockito", false, loader);
            Object details = mockito.getMethod("mockingDetails", Object.class).invoke(null, candidate);
            return details != null && Boolean.TRUE.equals(Reflection.call(details, "isMock"));
        } catch (Exception | LinkageError e) {
            // Without Mockito there are no mocks.
            return false;
        }
    }
}
