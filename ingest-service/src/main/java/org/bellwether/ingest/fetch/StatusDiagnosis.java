package org.bellwether.ingest.fetch;

import java.util.Optional;

/** Turns an answer that brings no body into a kind and a sentence that also names the way out. */
final class StatusDiagnosis {

    private StatusDiagnosis() {}

    /**
     * @param saysWhen whether it says when to come again
     */
    static FetchFailed of(int status, String host, boolean saysWhen) {
        String answered = host + " answered " + status;
        if (status >= 500 && status < 600) {
            return failed(
                    FailureKind.SERVER_ERROR,
                    answered + ": the server has a fault of its own; it will be tried again later.",
                    status);
        }
        if (status >= 400 && status < 500) {
            return ofClientError(status, answered, saysWhen);
        }
        return failed(
                FailureKind.UNEXPECTED_STATUS,
                answered + ", which is no answer to a poll; check what the address serves.",
                status);
    }

    /** A page for browsers where the feed should be. */
    static FetchFailed ofChallenge(String who, int status, String host) {
        return failed(
                FailureKind.CHALLENGE,
                host + " answered " + status + " with a page that keeps programs out (" + who
                        + "); ask the publisher to let this client through, or use another feed of theirs.",
                status);
    }

    /** A part, though all of it was asked for: what it leaves out would never be read. */
    static FetchFailed ofPart(int status, String host) {
        return failed(
                FailureKind.TRUNCATED,
                host + " answered " + status
                        + " with a part of the document, and all of it was asked for; the server or"
                        + " a proxy before it has to mend that.",
                status);
    }

    /** Something else than what was asked for. */
    static FetchFailed ofType(Optional<String> contentType, int status, String host) {
        String type = contentType.orElse("").replaceAll("[^\\w/+.;= -]", "");
        return failed(
                FailureKind.WRONG_TYPE,
                host + " sent " + (type.length() > 60 ? type.substring(0, 60) + "…" : type)
                        + " where a page should be; check the address.",
                status);
    }

    private static FetchFailed ofClientError(int status, String answered, boolean saysWhen) {
        return switch (status) {
            case 401 ->
                failed(
                        FailureKind.BLOCKED,
                        answered + ": it wants a password, which feeds read here have none of; use a public feed.",
                        status);
            case 403 ->
                failed(
                        FailureKind.BLOCKED,
                        answered + ": it does not want this client; ask the publisher or use another feed of theirs.",
                        status);
            case 451 ->
                failed(
                        FailureKind.BLOCKED,
                        answered + ": the law keeps it from being read where this runs; use another feed.",
                        status);
            case 404 ->
                failed(
                        FailureKind.NOT_FOUND,
                        answered + ": there is no feed at this address; look for the new one on the publisher's site.",
                        status);
            case 410 ->
                failed(
                        FailureKind.GONE,
                        answered + ": the feed is gone for good; remove it or find its new address.",
                        status);
            case 429 ->
                failed(
                        FailureKind.TOO_MANY_REQUESTS,
                        answered + ": it is asked too often; "
                                + (saysWhen
                                        ? "the host will be left alone for as long as it says."
                                        : "it does not say for how long, so the host is left alone for a while."),
                        status);
            default ->
                failed(
                        FailureKind.CLIENT_ERROR,
                        answered + ": it takes the request for wrong; check the address on the publisher's site.",
                        status);
        };
    }

    private static FetchFailed failed(FailureKind kind, String sentence, int status) {
        return new FetchFailed(kind, sentence).at(status, null);
    }
}
