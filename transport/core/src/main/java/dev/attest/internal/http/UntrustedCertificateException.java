package dev.attest.internal.http;

import dev.attest.internal.http.ExchangeFailedException.Failure;
import java.security.cert.CertificateException;

/** Thrown if a certificate is not accepted. The message describes it, with its SHA-256. */
final class UntrustedCertificateException extends CertificateException {

    private static final long serialVersionUID = 1L;

    private final Failure failure;

    UntrustedCertificateException(Failure failure, String message, Throwable cause) {
        super(message, cause);
        this.failure = failure;
    }

    UntrustedCertificateException(Failure failure, String message) {
        super(message);
        this.failure = failure;
    }

    Failure failure() {
        return failure;
    }
}
