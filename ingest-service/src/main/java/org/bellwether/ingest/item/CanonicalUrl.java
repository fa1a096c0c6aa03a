package org.bellwether.ingest.item;

import crawlercommons.filters.basic.BasicURLNormalizer;
import java.net.URI;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An article's address without what says only where the reader came from.
 *
 * @param value absolute URL with normalised host, port, path and escapes (RFC 3986, section 6), without fragment and
 *     campaign parameters
 */
public record CanonicalUrl(String value) {

    private static final Set<String> CAMPAIGN_PARAMETERS = Set.of(
            "_ga",
            "at_campaign",
            "at_medium",
            "cmpid",
            "dclid",
            "fbclid",
            "gclid",
            "igshid",
            "mc_cid",
            "mc_eid",
            "mkt_tok",
            "msclkid",
            "ncid",
            "plink",
            "ref_src",
            "spm",
            "wt.mc_id",
            "yclid");
    private static final Pattern SOUND_FRAGMENT =
            Pattern.compile("(?:#(?:[\\w!$&'()*+,;=:@/?.~-]|%[0-9A-Fa-f]{2})++)?");
    private static final String CAMPAIGN_PREFIX = "utm_";
    private static final BasicURLNormalizer NORMALIZER = new BasicURLNormalizer();

    /** The canonical form of an http or https URL; empty when the text is none. */
    public static Optional<CanonicalUrl> of(String url) {
        String stripped = url.strip();
        String lower = stripped.toLowerCase(Locale.ROOT);
        if (!lower.startsWith("http://") && !lower.startsWith("https://")) {
            return Optional.empty();
        }
        @Nullable String normalised = NORMALIZER.filter(withoutCampaign(withoutFragment(stripped)));
        return Optional.ofNullable(normalised).filter(form -> !form.isBlank()).map(CanonicalUrl::new);
    }

    /**
     * Where this address, as stated, leads a reader: its canonical form with its fragment, which in some sites is all that names the
     * article. A fragment that is a campaign's, or can stand in no address (RFC 3986, section 3.5), is left off.
     */
    static Optional<String> withFragment(String url) {
        String stated = fragment(url.strip());
        String fragment =
                Tracking.isFragment(stated) || !SOUND_FRAGMENT.matcher(stated).matches() ? "" : stated;
        return of(url).map(canonical -> canonical.value() + fragment);
    }

    /** The same of any address; one that has no canonical form is but itself. */
    public static String identityOf(URI url) {
        return of(url.toString()).map(CanonicalUrl::identity).orElseGet(url::toString);
    }

    /** What two spellings of one address share: scheme and a last slash are no difference. */
    public String identity() {
        String rest = value.substring(value.indexOf("://") + 3);
        return rest.endsWith("/") ? rest.substring(0, rest.length() - 1) : rest;
    }

    /** Whether it names a site and no page of it. */
    boolean isFrontPage() {
        return identity().indexOf('/') < 0;
    }

    /** What follows the {@code #} of an address as stated, with the {@code #}; empty where nothing does. */
    static String fragment(String url) {
        int hash = url.indexOf('#');
        return hash < 0 || hash == url.length() - 1 ? "" : url.substring(hash);
    }

    private static String withoutFragment(String url) {
        int hash = url.indexOf('#');
        return hash < 0 ? url : url.substring(0, hash);
    }

    private static String withoutCampaign(String url) {
        int question = url.indexOf('?');
        if (question < 0) {
            return url;
        }
        String kept = Arrays.stream(url.substring(question + 1).split("&", -1))
                .filter(parameter -> !parameter.isEmpty() && !isCampaign(parameter))
                .collect(Collectors.joining("&"));
        return kept.isEmpty() ? url.substring(0, question) : url.substring(0, question + 1) + kept;
    }

    private static boolean isCampaign(String parameter) {
        int equals = parameter.indexOf('=');
        String name = (equals < 0 ? parameter : parameter.substring(0, equals)).toLowerCase(Locale.ROOT);
        return name.startsWith(CAMPAIGN_PREFIX) || CAMPAIGN_PARAMETERS.contains(name);
    }
}
