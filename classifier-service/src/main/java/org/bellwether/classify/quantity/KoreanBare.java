package org.bellwether.classify.quantity;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Korean numbers whose counter is left out, as headlines do: {@code 1260억}, {@code 66조 시대}, {@code 주한미군 2만8500}. */
final class KoreanBare {

    private static final long LEAST_MONEY = 100_000_000L;
    private static final long ARTICLES = 1_000_000_000_000L;
    private static final int REACH = 30;

    private static final List<String> OF_LAWS =
            List.of("법", "헌법", "조약", "협정", "협정문", "NPT", "나토", "규약", "시행령", "정관", "합의서", "IEEPA");

    private static final List<String> OF_MONEY = List.of(
            "예산", "국방비", "방위비", "추경", "돈", "투자", "매출", "영업", "이익", "시대", "적자", "흑자", "빚", "세금", "비용", "분담금", "기금", "사업",
            "짜리", "규모", "어치", "수출", "수주", "자금", "청구", "지원", "손실", "달라", "요구", "부담", "잭팟", "사주", "수주전", "순매수", "순매도",
            "물렸", "털어", "월급", "대출", "계약", "펀드", "잠수함", "원전", "차관");

    /** Articles of trade laws that the press names without the law. */
    private static final Set<Integer> TRADE_ARTICLES = Set.of(122, 201, 232, 301, 338);

    /** What round numbers count without a counter: {@code 1만 병력}, {@code 3만 인파}. */
    private static final Beginnings<Measure> NOUNS = new Beginnings<>(List.of(
            Map.entry("병력", Measure.TROOPS),
            Map.entry("장병", Measure.TROOPS),
            Map.entry("미군", Measure.TROOPS),
            Map.entry("북한군", Measure.TROOPS),
            Map.entry("군인", Measure.TROOPS),
            Map.entry("노동자", Measure.PEOPLE),
            Map.entry("근로자", Measure.PEOPLE),
            Map.entry("인파", Measure.PEOPLE),
            Map.entry("관객", Measure.PEOPLE),
            Map.entry("관중", Measure.PEOPLE),
            Map.entry("시민", Measure.PEOPLE),
            Map.entry("주민", Measure.PEOPLE),
            Map.entry("당원", Measure.PEOPLE),
            Map.entry("탈북민", Measure.PEOPLE),
            Map.entry("이산가족", Measure.PEOPLE),
            Map.entry("교민", Measure.PEOPLE)));

    private static final String FOLLOWING = "면을를이가은는의에도만과와로으부까씩쯤뿐등나여짜어규이미안넘대인였";

    private KoreanBare() {}

    /** Money from a hundred million up, a troop level behind a word for the troops; else nothing. */
    static Optional<Mark> read(String text, Numeral number) {
        Optional<Mark> noun = beforeNoun(text, number);
        if (noun.isPresent()) {
            return noun;
        }
        boolean odd = Letters.at(text, number.end()) == '여';
        int end = odd ? number.end() + 1 : number.end();
        char next = Letters.at(text, end);
        boolean ends = !Letters.isHangul(next) || FOLLOWING.indexOf(next) >= 0;
        char last = text.charAt(number.end() - 1);
        if (!ends || number.writing() == Numeral.Writing.YEAR || Letters.isLatin(next) || "㎥㎞㎏㎡℃".indexOf(next) >= 0) {
            return Optional.empty();
        }
        if (last == '억' || last == '조') {
            return isMoney(text, number, last)
                    ? Optional.of(new Mark(number.start(), end, Measure.money("KRW"), odd))
                    : Optional.empty();
        }
        boolean large = number.value().longValue() >= 1000 && number.isWhole();
        return large && isTroopLevel(text, number)
                ? Optional.of(new Mark(number.start(), end, Measure.TROOPS, odd))
                : Optional.empty();
    }

    private static Optional<Mark> beforeNoun(String text, Numeral number) {
        boolean round = number.isScaled()
                && number.isWhole()
                && number.value().longValue() >= 1000
                && Letters.isHangul(text.charAt(number.end() - 1));
        int at = Letters.pastSpace(text, number.end());
        return round && at > number.end()
                ? NOUNS.at(text, at).map(noun -> new Mark(number.start(), number.end(), noun.getValue()))
                : Optional.empty();
    }

    /** A few 조 may be the article of a law. */
    private static boolean isMoney(String text, Numeral number, char last) {
        long value = number.value().longValue();
        boolean word =
                number.writing() == Numeral.Writing.SPELLED && (last == '조' || number.end() - number.start() < 2);
        if (value < LEAST_MONEY || word) {
            return false;
        }
        boolean single = last == '조' && number.scale().longValue() == ARTICLES && value % ARTICLES == 0;
        boolean ofLaw = Eojeols.before(text, number.start(), 1).stream()
                .anyMatch(before -> OF_LAWS.stream().anyMatch(before::endsWith));
        if (single && TRADE_ARTICLES.contains((int) (value / ARTICLES))) {
            return false;
        }
        String around =
                text.substring(Math.max(0, number.start() - REACH), Math.min(text.length(), number.end() + REACH));
        return !ofLaw && (!single || OF_MONEY.stream().anyMatch(around::contains));
    }

    private static boolean isTroopLevel(String text, Numeral number) {
        return Eojeols.before(text, number.start(), 2).stream()
                .map(Eojeols::stem)
                .anyMatch(word -> word.endsWith("미군") || word.endsWith("병력") || word.endsWith("북한군"));
    }
}
