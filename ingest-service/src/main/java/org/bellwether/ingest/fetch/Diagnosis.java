package org.bellwether.ingest.fetch;

import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.zip.ZipException;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.ConnectionRequestTimeoutException;
import org.apache.hc.core5.http.MalformedChunkCodingException;
import org.apache.hc.core5.http.MessageConstraintException;
import org.apache.hc.core5.http.NoHttpResponseException;
import org.apache.hc.core5.http.TruncatedChunkException;
import org.bellwether.egress.AddressRefusedException;

/** Turns what went wrong on the wire into a kind and a sentence that also names the way out. */
final class Diagnosis {

    private Diagnosis() {}

    static FetchFailed of(IOException e, String host) {
        if (e instanceof OversizeException oversize) {
            return failed(
                    oversize.kind(),
                    "The answer of " + host + " was cut off: " + oversize.getMessage()
                            + "; no feed needs that, so check what the address serves.");
        }
        if (e instanceof UnknownHostException) {
            return ofName(e, host);
        }
        if (e instanceof SocketTimeoutException) {
            return ofSilence(e, host);
        }
        if (e instanceof SSLException fault) {
            return TlsFault.of(fault, host);
        }
        if (e instanceof ConnectException || e instanceof NoRouteToHostException) {
            return failed(
                    FailureKind.CONNECT,
                    host + " does not accept the connection; the server is down or the port is wrong.");
        }
        return ofBrokenExchange(e, host);
    }

    private static FetchFailed ofName(IOException e, String host) {
        if (e instanceof AddressRefusedException) {
            return failed(
                    FailureKind.ADDRESS_REFUSED,
                    host + " was not contacted: " + e.getMessage()
                            + "; an operator can allow the address with bellwether.fetch.allow.");
        }
        return failed(
                FailureKind.DNS,
                "The name " + host + " does not resolve; check the spelling or the DNS of this machine.");
    }

    private static FetchFailed ofSilence(IOException e, String host) {
        String what = "did not send anything for too long";
        if (e instanceof ConnectTimeoutException) {
            what = "did not take the connection in time";
        } else if (e instanceof ConnectionRequestTimeoutException) {
            what = "has all its connections in use";
        }
        return failed(FailureKind.TIMEOUT, host + " " + what + "; it will be tried again later.");
    }

    static FetchFailed ofOverrun(String host, FetchLimits limits) {
        return failed(
                FailureKind.TIMEOUT,
                "The answer of " + host + " did not end within "
                        + limits.total().toMillis() / 1000.0
                        + " s and was cut off; if the server is merely slow, raise the total time limit.");
    }

    private static FetchFailed ofBrokenExchange(IOException e, String host) {
        if (e instanceof NoHttpResponseException) {
            return failed(
                    FailureKind.IO, host + " closed the connection without an answer; it will be tried again later.");
        }
        if (e instanceof UnaskedEncodingException) {
            return failed(
                    FailureKind.ENCODING,
                    "The answer of " + host + " cannot be decoded: " + e.getMessage()
                            + "; the server has to keep to the Accept-Encoding it is sent.");
        }
        if (e instanceof ZipException) {
            return failed(
                    FailureKind.TRUNCATED,
                    "The compression of the answer of " + host + " is broken: " + e.getMessage()
                            + "; the server or a proxy before it has to mend it.");
        }
        if (isCut(e)) {
            return failed(
                    FailureKind.TRUNCATED,
                    "The answer of " + host + " ended before its announced end; it will be tried again later.");
        }
        if (e instanceof MessageConstraintException) {
            return failed(
                    FailureKind.TOO_LARGE, host + " sent headers beyond all measure; check what the address serves.");
        }
        return failed(
                FailureKind.IO,
                "The exchange with " + host + " failed (" + e.getMessage() + "); it will be tried again later.");
    }

    /** Whether a body ended before it was to. */
    static boolean isCut(IOException e) {
        return e instanceof EOFException
                || e instanceof ConnectionClosedException
                || e instanceof TruncatedChunkException
                || e instanceof MalformedChunkCodingException;
    }

    private static FetchFailed failed(FailureKind kind, String sentence) {
        return new FetchFailed(kind, sentence);
    }
}
