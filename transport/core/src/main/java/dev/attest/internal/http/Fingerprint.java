package dev.attest.internal.http;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.HexFormat;

/** The SHA-256 of a certificate, as browsers and {@code openssl x509 -fingerprint -sha256} show it. */
final class Fingerprint {

    private static final HexFormat WITH_COLONS = HexFormat.ofDelimiter(":").withUpperCase();

    private Fingerprint() {}

    /** Returns the fingerprint in upper case, with colons. */
    static String of(X509Certificate certificate) throws CertificateEncodingException {
        try {
            return WITH_COLONS.formatHex(MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JVM has SHA-256", e);
        }
    }

    /** Returns whether the digits are those of the certificate. Ignores case and colons. */
    static boolean matches(String digits, X509Certificate certificate) throws CertificateEncodingException {
        return digits.replace(":", "").equalsIgnoreCase(of(certificate).replace(":", ""));
    }
}
