package org.bellwether.ingest.fetch;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Knows the pages that services before a site show to whom they take for a robot, whatever the status they come with. The marks are those of
 * the services' own pages and headers.
 */
final class Challenge {

    /** So much of a body is looked at. */
    static final int LOOKED_AT = 32 << 10;

    /** Such services also put their scripts into pages they let through; those are longer than this. */
    private static final int LONGEST_WHEN_OK = 16 << 10;

    private static final Pattern HTML = Pattern.compile(
            "^[\\s\\uFEFF\\u00EF\\u00BB\\u00BF]*<(?:!doctype html|html|head|script)", Pattern.CASE_INSENSITIVE);
    private static final Pattern CAPTCHA_TITLE = Pattern.compile(
            "<title>[^<]{0,80}(?:captcha|are you (?:a )?(?:human|robot)|not a (?:bot|robot)|robot check"
                    + "|human verification|verify (?:that )?you are human|자동입력 방지|로봇이 아닙니다)",
            Pattern.CASE_INSENSITIVE);

    private record ByHeader(String who, String header, Predicate<String> value) {}

    private record ByText(String who, List<String> marks) {}

    private static final List<ByHeader> HEADERS = List.of(
            new ByHeader("Cloudflare", "cf-mitigated", value -> value.contains("challenge")),
            new ByHeader("Vercel", "x-vercel-mitigated", value -> value.contains("challenge") || value.equals("deny")),
            new ByHeader(
                    "AWS WAF", "x-amzn-waf-action", value -> value.contains("challenge") || value.contains("captcha")),
            new ByHeader("DataDome", "x-dd-b", value -> !value.isEmpty()));

    private static final List<ByText> TEXTS = List.of(
            new ByText(
                    "Cloudflare",
                    List.of(
                            "<title>just a moment...",
                            "_cf_chl_opt",
                            "cf-browser-verification",
                            "attention required!",
                            "cf-error-details")),
            new ByText(
                    "Akamai",
                    List.of("/_sec/cp_challenge", "sec-if-cpt-container", "bm-verify=", "errors.edgesuite.net")),
            new ByText("Imperva", List.of("_incapsula_resource", "incapsula incident id")),
            new ByText("DDoS-Guard", List.of("<title>ddos-guard", "/.well-known/ddos-guard/", "check.ddos-guard.net")),
            new ByText("DataDome", List.of("captcha-delivery.com")),
            new ByText("Sucuri", List.of("sucuri_cloudproxy_js", "sucuri website firewall")),
            new ByText("AWS WAF", List.of("token.awswaf.com", "awswafintegration")),
            new ByText("PerimeterX", List.of("px-captcha")),
            new ByText("Anubis", List.of("/.within.website/x/cmd/anubis")));

    /** Forms of good pages have them as well. */
    private static final ByText OF_ERRORS =
            new ByText("captcha", List.of("class=\"h-captcha\"", "class=\"g-recaptcha\"", "class=\"cf-turnstile\""));

    private Challenge() {}

    /**
     * Who challenges.
     *
     * @param start of the body, decompressed
     * @param length of the whole body as far as known
     */
    static Optional<String> of(int status, FeedHeaders headers, byte[] start, long length) {
        boolean ok = status >= 200 && status < 300;
        Optional<String> byHeader = HEADERS.stream()
                .filter(mark -> headers.first(mark.header())
                        .filter(value -> mark.value().test(value.toLowerCase(Locale.ROOT)))
                        .isPresent())
                .map(ByHeader::who)
                .findFirst();
        if (byHeader.isPresent()) {
            return byHeader;
        }
        String text = new String(start, StandardCharsets.UTF_8);
        if (!HTML.matcher(text).find() || (ok && length > LONGEST_WHEN_OK)) {
            return Optional.empty();
        }
        String lower = text.toLowerCase(Locale.ROOT);
        return Stream.concat(TEXTS.stream(), ok ? Stream.empty() : Stream.of(OF_ERRORS))
                .filter(service -> service.marks().stream().anyMatch(lower::contains))
                .map(ByText::who)
                .findFirst()
                .or(() -> CAPTCHA_TITLE.matcher(text).find() ? Optional.of("captcha") : Optional.empty());
    }
}
