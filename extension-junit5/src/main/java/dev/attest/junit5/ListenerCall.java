package dev.attest.junit5;

/**
 * The innermost callback on a stack that the Platform has called.
 *
 * @param name name of the method; empty if there is none
 * @param depth depth of the stack below the callback: equal for all listeners of one event, less for the events of
 *     ancestors of its test
 */
record ListenerCall(String name, int depth) {

    private static final String PLATFORM = "org.junit.platform.launcher.core.";

    /** Returns the callback in which an exception was created. */
    static ListenerCall of(Throwable place) {
        StackTraceElement[] stack = place.getStackTrace();
        String callee = "";
        for (int i = 0; i < stack.length; i++) {
            if (stack[i].getClassName().startsWith(PLATFORM)) {
                return new ListenerCall(callee, stack.length - i);
            }
            callee = stack[i].getMethodName();
        }
        return new ListenerCall("", 0);
    }
}
