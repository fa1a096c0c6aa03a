package org.bellwether.ingest.item;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What in an address says who came from where, in which visit, or in which dress the page is to be shown, but not which
 * article it is. What could name an article somewhere ({@code ref}, {@code source}, {@code sid}) counts only with a value
 * that gives it away.
 */
final class Tracking {

    private static final Pattern FAMILIES = Pattern.compile(
            "utm_.+|pk_(?:campaign|kwd|source|medium|content)|(?:mtm|matomo|piwik)_.+|hsa_.+|ns_(?:mchannel|source|campaign|linkname|fee)"
                    + "|at_(?:campaign|medium|link_.+|ptr_name|bbc_team|custom\\d|format)|oly_.+|__?hs[a-z]+|aspsessionid.*|guce_.+|amp_(?:js_v|gsa|ct|lite).*");

    private static final Set<String> NAMES = Set.of(
            "__twitter_impression",
            "_fr",
            "_ga",
            "_gl",
            "_ns",
            "_openstat",
            "cftoken",
            "cmp",
            "cmpid",
            "dclid",
            "emc",
            "fbclid",
            "gbraid",
            "gclid",
            "gclsrc",
            "guccounter",
            "igshid",
            "ito",
            "jsessionid",
            "li_fat_id",
            "mc_cid",
            "mc_eid",
            "mibextid",
            "mkt_tok",
            "msclkid",
            "ncid",
            "ocid",
            "phpsessid",
            "plink",
            "rb_clickid",
            "ref_src",
            "ref_url",
            "s_cid",
            "smid",
            "spm",
            "srsltid",
            "ttclid",
            "twclid",
            "vero_id",
            "wbraid",
            "wt.mc_id",
            "wt_mc",
            "wt_zmc",
            "xtor",
            "yclid");

    private static final Set<String> NAMES_OF_A_WAY_IN = Set.of(
            "cid", "feature", "from", "input", "mod", "partner", "ref", "referer", "referrer", "source", "src", "via");
    private static final Pattern WAY_IN = Pattern.compile(
            "(?:rss|feed|atom|newsfeed|twitter|facebook|kakao|naver|telegram|newsletter|email|push|google)(?:[_.\\d-].*|feed|news)?");

    private static final Set<String> NAMES_OF_A_VISIT =
            Set.of("s", "sid", "session", "session_id", "sessionid", "sess");
    private static final Pattern VISIT = Pattern.compile("(?=.*\\d)[\\w-]{20,}");

    private static final Set<String> NAMES_OF_A_DRESS = Set.of("amp", "output", "outputtype");
    private static final Pattern DRESS = Pattern.compile("|1|true|amp");

    /** Of a fragment: a place on the page that every article has, a text to mark, or a campaign. */
    private static final Pattern FRAGMENT = Pattern.compile(
            "#(?:top|comments?|respond|disqus_thread|content|main|article|:~:.*|xtor=.*|utm_.*|rss.*|ref=.*|echobox=.*|at_.*)",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern VISIT_IN_A_NAME =
            Pattern.compile("[;?&](?:jsessionid|phpsessid|sid|session_?id)=[^;&?#]*", Pattern.CASE_INSENSITIVE);

    private Tracking() {}

    /** Whether a parameter of a query, {@code name=value}, names no article. */
    static boolean isParameter(String parameter) {
        int equals = parameter.indexOf('=');
        String name = (equals < 0 ? parameter : parameter.substring(0, equals)).toLowerCase(Locale.ROOT);
        String value = equals < 0 ? "" : parameter.substring(equals + 1).toLowerCase(Locale.ROOT);
        return NAMES.contains(name)
                || FAMILIES.matcher(name).matches()
                || (NAMES_OF_A_WAY_IN.contains(name) && WAY_IN.matcher(value).matches())
                || (NAMES_OF_A_VISIT.contains(name) && VISIT.matcher(value).matches())
                || (NAMES_OF_A_DRESS.contains(name) && DRESS.matcher(value).matches());
    }

    /** Whether a fragment, with its {@code #}, tells no entry from another. */
    static boolean isFragment(String fragment) {
        return FRAGMENT.matcher(fragment).matches();
    }

    /** A guid or path without the visit that the server wrote into it. */
    static String withoutVisit(String name) {
        return VISIT_IN_A_NAME.matcher(name).replaceAll("");
    }
}
