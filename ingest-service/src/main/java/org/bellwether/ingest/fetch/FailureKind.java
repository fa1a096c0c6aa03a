package org.bellwether.ingest.fetch;

import java.util.Locale;

/** Why a poll brought no body. The kinds differ in what an operator can do about them and in when to try again. */
public enum FailureKind {
    /** Not {@code http(s)}, no host, or credentials in the address. */
    BAD_URL,
    /** The name resolves to an address that the policy does not let out to. */
    ADDRESS_REFUSED,
    /** The name does not resolve. */
    DNS,
    /** Nothing accepted the connection. */
    CONNECT,
    /** Connecting, the next bytes, or the whole exchange took longer than its limit. */
    TIMEOUT,
    /** Handshake or certificate. */
    TLS,
    /** 401, 403, 451: the server does not want this client. */
    BLOCKED,
    /** 410: the feed is gone for good. */
    GONE,
    /** 429: too many requests. */
    TOO_MANY_REQUESTS,
    /** Another 4xx. */
    CLIENT_ERROR,
    /** 5xx. */
    SERVER_ERROR,
    /** A status that makes no sense as an answer to this request. */
    UNEXPECTED_STATUS,
    /** More bytes, on the wire or decompressed, than a feed may have. */
    TOO_LARGE,
    /** A small body that decompresses to absurd size. */
    BOMB,
    /** Redirects in a circle, too many, or to nowhere. */
    REDIRECT,
    /** The body ended before its announced end, or its compression is broken. */
    TRUNCATED,
    /** Any other failure of the exchange. */
    IO;

    /** As in APIs and metrics: {@code address-refused}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
