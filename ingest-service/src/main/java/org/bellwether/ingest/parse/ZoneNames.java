package org.bellwether.ingest.parse;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Zones as dates state them: an offset, or a name or letter that stands for one. */
final class ZoneNames {

    /** Hours from UTC; the American ones as RFC 822 §5 gives them. Names that mean several zones, such as IST, are left out. */
    private static final Map<String, Double> HOURS = Map.ofEntries(
            Map.entry("z", 0.0),
            Map.entry("ut", 0.0),
            Map.entry("utc", 0.0),
            Map.entry("gmt", 0.0),
            Map.entry("wet", 0.0),
            Map.entry("kst", 9.0),
            Map.entry("jst", 9.0),
            Map.entry("nst", -3.5),
            Map.entry("ast", -4.0),
            Map.entry("adt", -3.0),
            Map.entry("est", -5.0),
            Map.entry("edt", -4.0),
            Map.entry("cst", -6.0),
            Map.entry("cdt", -5.0),
            Map.entry("mst", -7.0),
            Map.entry("mdt", -6.0),
            Map.entry("pst", -8.0),
            Map.entry("pdt", -7.0),
            Map.entry("akst", -9.0),
            Map.entry("akdt", -8.0),
            Map.entry("hst", -10.0),
            Map.entry("bst", 1.0),
            Map.entry("west", 1.0),
            Map.entry("cet", 1.0),
            Map.entry("mez", 1.0),
            Map.entry("met", 1.0),
            Map.entry("cest", 2.0),
            Map.entry("mesz", 2.0),
            Map.entry("mest", 2.0),
            Map.entry("sast", 2.0),
            Map.entry("eet", 2.0),
            Map.entry("eest", 3.0),
            Map.entry("msk", 3.0),
            Map.entry("msd", 4.0),
            Map.entry("ict", 7.0),
            Map.entry("wib", 7.0),
            Map.entry("hkt", 8.0),
            Map.entry("sgt", 8.0),
            Map.entry("pht", 8.0),
            Map.entry("awst", 8.0),
            Map.entry("acst", 9.5),
            Map.entry("acdt", 10.5),
            Map.entry("aest", 10.0),
            Map.entry("aedt", 11.0),
            Map.entry("nzst", 12.0),
            Map.entry("nzdt", 13.0));

    /** Where summer and winter go by one name. */
    private static final Map<String, ZoneId> REGIONS = Map.of(
            "at", ZoneId.of("America/Halifax"),
            "et", ZoneId.of("America/New_York"),
            "ct", ZoneId.of("America/Chicago"),
            "mt", ZoneId.of("America/Denver"),
            "pt", ZoneId.of("America/Los_Angeles"));

    private static final int SECONDS_PER_HOUR = 3600;

    private ZoneNames() {}

    /** Empty when it says nothing certain. */
    static Optional<ZoneId> zone(String stated) {
        if (stated.indexOf('/') > 0) {
            return ZoneId.getAvailableZoneIds().contains(stated) ? Optional.of(ZoneId.of(stated)) : Optional.empty();
        }
        String text = stated.toLowerCase(Locale.ROOT).replace(" ", "");
        Optional<ZoneId> region = Optional.ofNullable(REGIONS.get(text));
        if (region.isPresent()) {
            return region;
        }
        int sign = Math.max(text.indexOf('+'), text.indexOf('-'));
        return sign < 0
                ? Optional.ofNullable(HOURS.get(text))
                        .map(hours -> ZoneOffset.ofTotalSeconds((int) (hours * SECONDS_PER_HOUR)))
                : offset(text.substring(sign + 1).replace(":", ""), text.charAt(sign) == '-' ? -1 : 1);
    }

    private static Optional<ZoneId> offset(String digits, int sign) {
        int hours = Integer.parseInt(digits.length() <= 2 ? digits : digits.substring(0, digits.length() - 2));
        int minutes = digits.length() <= 2 ? 0 : Integer.parseInt(digits.substring(digits.length() - 2));
        int seconds = hours * SECONDS_PER_HOUR + minutes * 60;
        return seconds <= ZoneOffset.MAX.getTotalSeconds() && minutes < 60
                ? Optional.of(ZoneOffset.ofTotalSeconds(sign * seconds))
                : Optional.empty();
    }
}
