/** The whole way: real suites in JVMs of their own, a real socket, and a look at what the service has in the end. */
@NullMarked
package dev.attest.junit5.live;

import org.jspecify.annotations.NullMarked;
