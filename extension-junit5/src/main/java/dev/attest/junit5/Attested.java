package dev.attest.junit5;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Adds Jupiter details to the published results of a class or method, see {@link AttestExtension}. Results are
 * published without it as well. It is unnecessary if extensions are detected automatically, as on JUnit 5.12 and later.
 *
 * <p>Safe in parallel runs.
 */
@Documented
@ExtendWith(AttestExtension.class)
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface Attested {}
