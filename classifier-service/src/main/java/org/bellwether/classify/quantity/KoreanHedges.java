package org.bellwether.classify.quantity;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bellwether.events.Quantity.Qualifier;

/** Korean words around a figure that say how exact it is. */
final class KoreanHedges {

    private static final List<Map.Entry<String, Qualifier>> BEFORE = List.of(
            Map.entry("최대", Qualifier.UP_TO),
            Map.entry("최고", Qualifier.UP_TO),
            Map.entry("많게는", Qualifier.UP_TO),
            Map.entry("최다", Qualifier.UP_TO),
            Map.entry("상한", Qualifier.UP_TO),
            Map.entry("상한인", Qualifier.UP_TO),
            Map.entry("상한은", Qualifier.UP_TO),
            Map.entry("상한선은", Qualifier.UP_TO),
            Map.entry("상한선인", Qualifier.UP_TO),
            Map.entry("한도는", Qualifier.UP_TO),
            Map.entry("추산", Qualifier.ABOUT),
            Map.entry("최소", Qualifier.AT_LEAST),
            Map.entry("적어도", Qualifier.AT_LEAST),
            Map.entry("최소한", Qualifier.AT_LEAST),
            Map.entry("적게는", Qualifier.AT_LEAST),
            Map.entry("줄잡아", Qualifier.AT_LEAST),
            Map.entry("하한", Qualifier.AT_LEAST),
            Map.entry("약", Qualifier.ABOUT),
            Map.entry("대략", Qualifier.ABOUT),
            Map.entry("대략적으로", Qualifier.ABOUT),
            Map.entry("거의", Qualifier.ABOUT),
            Map.entry("근", Qualifier.ABOUT),
            Map.entry("어림잡아", Qualifier.ABOUT),
            Map.entry("~", Qualifier.ABOUT));

    /** What is found first counts, so the longer and the denied stand before the shorter. */
    private static final Beginnings<Qualifier> AFTER = new Beginnings<>(List.of(
            Map.entry("넘지 않", Qualifier.UP_TO),
            Map.entry("넘지 못", Qualifier.UP_TO),
            Map.entry("넘기지 않", Qualifier.UP_TO),
            Map.entry("넘지 말", Qualifier.UP_TO),
            Map.entry("초과하지 않", Qualifier.UP_TO),
            Map.entry("웃돌지 않", Qualifier.UP_TO),
            Map.entry("넘길 수 없", Qualifier.UP_TO),
            Map.entry("넘을 수 없", Qualifier.UP_TO),
            Map.entry("넘보", Qualifier.ABOUT),
            Map.entry("넘본", Qualifier.ABOUT),
            Map.entry("이상", Qualifier.AT_LEAST),
            Map.entry("넘", Qualifier.AT_LEAST),
            Map.entry("초과", Qualifier.AT_LEAST),
            Map.entry("웃도", Qualifier.AT_LEAST),
            Map.entry("웃돌", Qualifier.AT_LEAST),
            Map.entry("웃돈", Qualifier.AT_LEAST),
            Map.entry("상회", Qualifier.AT_LEAST),
            Map.entry("돌파", Qualifier.AT_LEAST),
            Map.entry("이하", Qualifier.UP_TO),
            Map.entry("미만", Qualifier.UP_TO),
            Map.entry("이내", Qualifier.UP_TO),
            Map.entry("까지 줄었", Qualifier.EXACTLY),
            Map.entry("까지 늘었", Qualifier.EXACTLY),
            Map.entry("까지 늘어났", Qualifier.EXACTLY),
            Map.entry("까지 떨어졌", Qualifier.EXACTLY),
            Map.entry("까지 내려", Qualifier.EXACTLY),
            Map.entry("까지 올랐", Qualifier.EXACTLY),
            Map.entry("까지 치솟", Qualifier.EXACTLY),
            Map.entry("까지", Qualifier.UP_TO),
            Map.entry("한도", Qualifier.UP_TO),
            Map.entry("상한", Qualifier.UP_TO),
            Map.entry("한계", Qualifier.UP_TO),
            Map.entry("못 미", Qualifier.UP_TO),
            Map.entry("못미", Qualifier.UP_TO),
            Map.entry("안 되", Qualifier.UP_TO),
            Map.entry("안 돼", Qualifier.UP_TO),
            Map.entry("안 된", Qualifier.UP_TO),
            Map.entry("안 될", Qualifier.UP_TO),
            Map.entry("안되", Qualifier.UP_TO),
            Map.entry("안된", Qualifier.UP_TO),
            Map.entry("안돼", Qualifier.UP_TO),
            Map.entry("밑돌", Qualifier.UP_TO),
            Map.entry("밑도", Qualifier.UP_TO),
            Map.entry("하회", Qualifier.UP_TO),
            Map.entry("아래", Qualifier.UP_TO),
            Map.entry("밑으로", Qualifier.UP_TO),
            Map.entry("안팎", Qualifier.ABOUT),
            Map.entry("가량", Qualifier.ABOUT),
            Map.entry("정도", Qualifier.ABOUT),
            Map.entry("쯤", Qualifier.ABOUT),
            Map.entry("내외", Qualifier.ABOUT),
            Map.entry("남짓", Qualifier.ABOUT),
            Map.entry("육박", Qualifier.ABOUT),
            Map.entry("가까", Qualifier.ABOUT),
            Map.entry("가깝", Qualifier.ABOUT),
            Map.entry("추산", Qualifier.ABOUT),
            Map.entry("추정", Qualifier.ABOUT),
            Map.entry("예상", Qualifier.ABOUT),
            Map.entry("어림", Qualifier.ABOUT),
            Map.entry("꼴", Qualifier.ABOUT),
            Map.entry("선에서", Qualifier.ABOUT),
            Map.entry("근접", Qualifier.ABOUT),
            Map.entry("선 ", Qualifier.ABOUT)));

    /** What may stand between a figure and its hedge, the longer first. */
    private static final List<String> PARTICLES = List.of(
            "어치를", "어치", "짜리", "씩", "에도", "에는", "보다", "을", "를", "이", "가", "은", "는", "도", "의", "에", "나", "이나", "만", "으로",
            "로");

    /** Adverbs before a word of exactness: {@code 4조원을 훌쩍 넘는}. */
    private static final List<String> ADVERBS = List.of("훌쩍 ", "크게 ", "처음 ", "이미 ", "조금 ", "약간 ", "살짝 ", "다시 ", "채 ");

    private static final String BAND = "대";
    private static final String OF_BANDS = "원러엔%명조억만불로척기";

    private KoreanHedges() {}

    /** What touches the figure on its left, or stands before it with a space between. */
    private static Optional<Qualifier> before(String text, int start) {
        int end = Letters.beforeSpace(text, start);
        for (Map.Entry<String, Qualifier> hedge : BEFORE) {
            int from = end - hedge.getKey().length();
            if (text.startsWith(hedge.getKey(), from) && !Letters.isHangul(Letters.at(text, from - 1))) {
                return Optional.of(hedge.getValue());
            }
        }
        return Optional.empty();
    }

    /** What stands on either side; of an estimate of a bound ({@code 최대 42억달러로 추산}) the bound. */
    static Optional<Qualifier> around(String text, int start, int end) {
        Optional<Qualifier> after = after(text, end);
        return after.isEmpty() || after.get() == Qualifier.ABOUT
                ? before(text, start).or(() -> after)
                : after;
    }

    /** What follows the figure, behind a particle or none. */
    private static Optional<Qualifier> after(String text, int end) {
        if (isBand(text, end)) {
            return Optional.of(Qualifier.ABOUT);
        }
        Optional<Qualifier> direct = at(text, Letters.pastSpace(text, end));
        if (direct.isPresent() || !Letters.isHangul(Letters.at(text, end))) {
            return direct;
        }
        for (String particle : PARTICLES) {
            if (text.startsWith(particle, end)) {
                Optional<Qualifier> behind =
                        at(text, pastAdverb(text, Letters.pastSpace(text, end + particle.length())));
                if (behind.isPresent()) {
                    return behind;
                }
            }
        }
        return Optional.empty();
    }

    private static int pastAdverb(String text, int from) {
        return ADVERBS.stream()
                .filter(adverb -> text.startsWith(adverb, from))
                .findFirst()
                .map(adverb -> from + adverb.length())
                .orElse(from);
    }

    /** {@code 1조5천억원대}, {@code 7%대의}: somewhere in that band. */
    private static boolean isBand(String text, int end) {
        return text.startsWith(BAND, end)
                && OF_BANDS.indexOf(Letters.at(text, end - 1)) >= 0
                && (!Letters.isHangul(Letters.at(text, end + 1)) || "의로를에가는도까인".indexOf(text.charAt(end + 1)) >= 0);
    }

    private static Optional<Qualifier> at(String text, int from) {
        return AFTER.at(text, from).map(Map.Entry::getValue);
    }
}
