package dev.attest.internal.http;

import dev.attest.internal.http.ExchangeFailedException.Failure;
import java.security.cert.CertificateException;
import org.jspecify.annotations.Nullable;

/** Thrown if a certificate is not accepted. The message describes it, with its SHA-256. */
final class UntrustedCertificateException extends CertificateException {

    private static final long serialVersionUID = 1L;

    private final Failure failure;

    UntrustedCertificateException(Failure failure, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.failure = failure;
    }

    Failure failure() {
        return failure;
    }
}
