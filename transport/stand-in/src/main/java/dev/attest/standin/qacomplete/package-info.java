/** A local SmartBear QAComplete: the part of its REST API that publishing test results needs. */
@NullMarked
package dev.attest.standin.qacomplete;

import org.jspecify.annotations.NullMarked;
