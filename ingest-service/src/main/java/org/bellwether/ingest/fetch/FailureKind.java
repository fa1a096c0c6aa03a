package org.bellwether.ingest.fetch;

import java.util.Locale;

/** Why a request brought no body. The kinds differ in what an operator can do about them and in when to try again. */
public enum FailureKind {
    /** Not {@code http(s)}, no host, or credentials in the address. */
    BAD_URL(Category.PERMANENT),
    /** The name resolves to an address that the policy does not let out to. */
    ADDRESS_REFUSED(Category.HOSTILE),
    /** The name does not resolve. */
    DNS(Category.TRANSIENT),
    /** Nothing accepted the connection. */
    CONNECT(Category.TRANSIENT),
    /** Connecting, the next bytes, or the whole exchange took longer than its limit. */
    TIMEOUT(Category.TRANSIENT),
    /** The certificate is past its end, or before its beginning. */
    TLS_EXPIRED(Category.CERTIFICATE),
    /** The certificate is for another name. */
    TLS_NAME(Category.CERTIFICATE),
    /** The certificate is by nobody this machine trusts, or an intermediate one is not sent along. */
    TLS_UNTRUSTED(Category.CERTIFICATE),
    /** There was no agreement on a secure connection: old versions, no common cipher, or no TLS at that port. */
    TLS_HANDSHAKE(Category.CERTIFICATE),
    /** 401, 403, 451: the server does not want this client. */
    BLOCKED(Category.BLOCKED),
    /** A page that tells browsers from programs stands before the feed. */
    CHALLENGE(Category.BLOCKED),
    /** A redirect led where robots.txt keeps programs out. */
    ROBOTS(Category.BLOCKED),
    /** 410: the feed is gone for good. */
    GONE(Category.GONE),
    /** 404: there is nothing at the address. */
    NOT_FOUND(Category.PERMANENT),
    /** Another 4xx. */
    CLIENT_ERROR(Category.PERMANENT),
    /** 429: too many requests. */
    TOO_MANY_REQUESTS(Category.TRANSIENT),
    /** 5xx. */
    SERVER_ERROR(Category.TRANSIENT),
    /** A status that makes no sense as an answer to this request. */
    UNEXPECTED_STATUS(Category.PERMANENT),
    /** The body is nothing that was asked for: a film, where an article's page should be. */
    WRONG_TYPE(Category.PERMANENT),
    /** The body is encoded in a way that was not asked for. */
    ENCODING(Category.PERMANENT),
    /** Redirects in a circle, too many, or to nowhere. */
    REDIRECT(Category.PERMANENT),
    /** More bytes, on the wire or decompressed or as headers, than a feed may have. */
    TOO_LARGE(Category.HOSTILE),
    /** A small body that decompresses to absurd size, or is compressed over and over. */
    BOMB(Category.HOSTILE),
    /** The body ended before its announced end, its compression is broken, or it is but a part. */
    TRUNCATED(Category.TRANSIENT),
    /** Any other failure of the exchange. */
    IO(Category.TRANSIENT);

    /** What a failure means for the feed. */
    public enum Category {
        /** Passes by itself: try again. */
        TRANSIENT,
        /** Stays until somebody corrects the address or the server. */
        PERMANENT,
        /** The publisher has said that it is over. */
        GONE,
        /** The publisher, or what stands before its site, keeps this client out. */
        BLOCKED,
        /** There is no connection that could be trusted. */
        CERTIFICATE,
        /** Asks for more than any feed may, or leads into the network this runs in. */
        HOSTILE;

        /** As in APIs and metrics, lower case. */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final Category category;

    FailureKind(Category category) {
        this.category = category;
    }

    public Category category() {
        return category;
    }

    /** As in APIs and metrics: {@code address-refused}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
