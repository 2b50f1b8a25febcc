/** The whole way: real builds and JVMs of their own, a real socket, and a look at what the service has in the end. */
@NullMarked
package dev.attest.testng.live;

import org.jspecify.annotations.NullMarked;
