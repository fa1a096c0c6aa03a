package org.bellwether.ingest.fetch;

import java.security.cert.CertPathBuilderException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;

/** Why there was no secure connection. Certificate checks are never switched off, so each names who has to mend it. */
final class TlsFault {

    private static final String NEVER_OFF = "; certificate checks are never switched off.";

    private TlsFault() {}

    static FetchFailed of(SSLException e, String host) {
        String no = "No secure connection to " + host + ": ";
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof CertificateExpiredException) {
                return new FetchFailed(
                        FailureKind.TLS_EXPIRED,
                        no + "its certificate has expired; the publisher has to renew it" + NEVER_OFF);
            }
            if (cause instanceof CertificateNotYetValidException) {
                return new FetchFailed(
                        FailureKind.TLS_EXPIRED,
                        no
                                + "its certificate is not valid yet; check this machine's clock, else the publisher has to mend it"
                                + NEVER_OFF);
            }
            if (cause instanceof CertPathBuilderException) {
                return untrusted(no);
            }
            if (cause instanceof SSLPeerUnverifiedException || isAboutName(cause)) {
                return new FetchFailed(
                        FailureKind.TLS_NAME,
                        no + "its certificate is for another name; check the address, else the publisher has to mend it"
                                + NEVER_OFF);
            }
        }
        return isAboutCertificate(e)
                ? untrusted(no)
                : new FetchFailed(
                        FailureKind.TLS_HANDSHAKE,
                        no
                                + "the TLS handshake failed; the server's TLS is too old or broken, or there is none at that port.");
    }

    private static FetchFailed untrusted(String no) {
        return new FetchFailed(
                FailureKind.TLS_UNTRUSTED,
                no + "its certificate leads to no authority this machine trusts; the publisher has to send the whole"
                        + " chain, or the operator to add the authority to the JVM's trust store"
                        + NEVER_OFF);
    }

    /** The JDK says so in words only: "No subject alternative DNS name matching …", "No name matching …". */
    private static boolean isAboutName(Throwable cause) {
        String message = String.valueOf(cause.getMessage());
        return cause.getClass() == CertificateException.class
                && (message.startsWith("No subject alternative") || message.startsWith("No name matching"));
    }

    private static boolean isAboutCertificate(Throwable e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof CertificateException) {
                return true;
            }
        }
        return false;
    }
}
