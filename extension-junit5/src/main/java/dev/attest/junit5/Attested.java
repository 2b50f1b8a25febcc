package dev.attest.junit5;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Adds to the published results of a class, or of one method, what only Jupiter knows: see {@link AttestExtension}.
 * Results are published without it as well. Unnecessary where extensions are detected automatically, as they are on
 * JUnit 5.12 and later.
 *
 * <p>Safe under parallel runs.
 */
@Documented
@ExtendWith(AttestExtension.class)
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface Attested {}
