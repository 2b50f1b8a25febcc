/** The publisher against a service that fails: here, since only these tests have the stand-in and see its pace. */
@NullMarked
package dev.attest.internal.publish;

import org.jspecify.annotations.NullMarked;
