package org.bellwether.classify.quantity;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Korean counters behind a number: {@code 2만8500명}, {@code 10여 발}, {@code 31개국}. */
final class KoreanCounters {

    /** By their first syllable, the longer first. */
    private static final Map<Character, List<String>> COUNTERS = Map.ofEntries(
            Map.entry('명', List.of("명")),
            Map.entry('발', List.of("발")),
            Map.entry('기', List.of("기")),
            Map.entry('대', List.of("대")),
            Map.entry('척', List.of("척")),
            Map.entry('개', List.of("개국", "개사", "개소", "개")),
            Map.entry('건', List.of("건")),
            Map.entry('곳', List.of("곳")),
            Map.entry('군', List.of("군데")),
            Map.entry('차', List.of("차례", "차")),
            Map.entry('번', List.of("번")),
            Map.entry('회', List.of("회")),
            Map.entry('종', List.of("종")),
            Map.entry('표', List.of("표")),
            Map.entry('문', List.of("문")),
            Map.entry('정', List.of("정")),
            Map.entry('마', List.of("마리")),
            Map.entry('채', List.of("채")),
            Map.entry('가', List.of("가구", "가지")),
            Map.entry('세', List.of("세대", "세이브")),
            Map.entry('병', List.of("병")),
            Map.entry('장', List.of("장")),
            Map.entry('권', List.of("권")),
            Map.entry('편', List.of("편")),
            Map.entry('석', List.of("석")),
            Map.entry('점', List.of("점")),
            Map.entry('통', List.of("통")),
            Map.entry('벌', List.of("벌")),
            Map.entry('팀', List.of("팀")),
            Map.entry('배', List.of("배럴")),
            Map.entry('상', List.of("상자")),
            Map.entry('인', List.of("인")),
            Map.entry('톤', List.of("톤")),
            Map.entry('분', List.of("분")),
            Map.entry('사', List.of("사람")));

    /** What may follow a counter that is one syllable: a particle, or a word of exactness. */
    private static final String FOLLOWING = "꼴입분설을를이가은는의에도만과와로으부까씩쯤뿐등나여께라였인다짜어당들규미안정남내초하보밖든지째";

    /** Syllables with which the counter and a particle's first make another word. */
    private static final Map<Character, String> OTHER_WORDS = Map.ofEntries(
            Map.entry('명', "령시칭확백목예함"),
            Map.entry('발', "분사전표생행견송언명"),
            Map.entry('기', "간지관계술업소록준존반획념본자밀당초내"),
            Map.entry('대', "분대학표통책비의응형규한남"),
            Map.entry('척', "추결"),
            Map.entry('개', "월년편혁발방인정의선교입당각헌최"),
            Map.entry('건', "물설강조의과당"),
            Map.entry('종', "료합목교전류식이의"),
            Map.entry('표', "결준현시적명정"),
            Map.entry('문', "제화서장항의건"),
            Map.entry('정', "부책도치상당보규"),
            Map.entry('번', "째호역지"),
            Map.entry('회', "의담계사차초째"),
            Map.entry('장', "관군성비"),
            Map.entry('병', "력사원영"),
            Map.entry('석', "유탄방"),
            Map.entry('점', "령검수"),
            Map.entry('통', "일상신화합제과보계지"),
            Map.entry('벌', "금점"),
            Map.entry('팀', "장"),
            Map.entry('권', "력한"),
            Map.entry('편', "의입성"),
            Map.entry('채', "택무권용"));

    /** Groups of so many, not things: {@code 3대 세습}, {@code 20대 남성}. */
    private static final Set<String> GENERATIONS =
            Set.of("남성", "여성", "청년", "직장인", "병사", "총선", "국회", "대선", "대통령", "그룹", "강국");

    /** {@code 최고인민회의가 14기 마지막 회의에서}: the how-manieth. */
    private static final List<String> ASSEMBLIES = List.of("회의", "회의가", "회의는", "위원회", "중앙위", "중앙위원회", "대회", "국회");

    private static final String VEHICLES = "기차포대선드론헬전탱럭스카봇터체함정량신";

    private static final Set<String> REIGNS =
            Set.of("행정부", "내각", "정부", "때", "집권", "취임", "임기", "체제", "진용", "신도시", "아시아", "시절", "출범", "국정");

    private static final Set<String> PERSONS = Set.of("명", "사람", "인", "분");

    /** Fewer in words are a turn of phrase; from here on they are counted ({@code 서른일곱 곳}). */
    private static final int LEAST_TOLD = 20;

    private static final Set<String> AMONG = Set.of("중", "가운데", "중에");
    private static final Set<String> TENS = Set.of("열", "10");

    private static final int REACH_OF_SHARE = 10;
    /** Fewer {@code 인} make a group with a name ({@code 4인 가족}, {@code 6인 체제}). */
    private static final int LEAST_PERSONS = 10;

    /** Tons; fewer are a vessel's or a weapon's own weight. */
    private static final int CARGO = 1000;

    private static final int MOST_REIGNS = 5;
    private static final int MOST_RANKED = 10;
    private static final int OLDEST = 99;

    private KoreanCounters() {}

    /** The counter behind a number and what it counts; of {@link Measure#OTHER} for words that make it no figure. */
    static Optional<Mark> after(String text, Numeral number) {
        int at = number.end();
        boolean odd = Letters.at(text, at) == '여';
        at = Letters.pastSpace(text, odd ? at + 1 : at);
        boolean loose = at > number.end() && !odd;
        for (String counter : COUNTERS.getOrDefault(Letters.at(text, at), List.of())) {
            int end = at + counter.length();
            if (text.startsWith(counter, at) && (counter.length() > 1 || isWhole(text, end, odd))) {
                boolean countable = number.isWhole()
                        || ((counter.equals("명") || counter.equals("척"))
                                && number.value().signum() > 0);
                boolean figure = countable && isFigure(text, number, counter, end, odd, loose);
                Measure measure = !figure
                        ? Measure.OTHER
                        : PERSONS.contains(counter) ? KoreanPeople.measure(text, number, end) : Measure.THINGS;
                return Optional.of(new Mark(number.start(), end, measure, odd));
            }
        }
        return Optional.empty();
    }

    /** Nothing, a particle or a word of exactness follows; else the syllable begins another word ({@code 명령}). */
    private static boolean isWhole(String text, int end, boolean odd) {
        char next = Letters.at(text, end);
        if (!Letters.isHangul(next)) {
            return true;
        }
        char counter = text.charAt(end - 1);
        boolean particle = FOLLOWING.indexOf(next) >= 0 || counter == '명' || (counter == '척' && next == '대');
        if (odd && particle) {
            return true;
        }
        boolean otherWord = OTHER_WORDS.getOrDefault(counter, "").indexOf(next) >= 0;
        boolean place = counter == '곳' && next == '서';
        boolean possessive = next == '의' && !Letters.isHangul(Letters.at(text, end + 1));
        return place || (particle && (!otherWord || possessive));
    }

    private static boolean isFigure(String text, Numeral number, String counter, int end, boolean odd, boolean loose) {
        boolean spelled = number.writing() == Numeral.Writing.SPELLED;
        return switch (counter) {
            case "분" -> spelled;
            case "종" -> !spelled && !text.startsWith("세트", Letters.pastSpace(text, end));
            case "명", "사람" ->
                !isShare(text, number, end) && (!spelled || number.isScaled() || !text.startsWith(" 중", end));
            case "차" -> odd;
            case "인" -> !spelled && number.isAtLeast(LEAST_PERSONS) && !text.startsWith("당", end);
            case "톤" -> !spelled && Letters.at(text, end) != '급' && number.isAtLeast(CARGO);
            case "개국" -> !Eojeols.before(text, number.start(), 1).contains("주요");
            case "기" -> !spelled && !isReign(text, number, end);
            case "대" -> odd || spelled || !isGeneration(text, number, end);
            case "번", "회" -> !spelled && !loose && isOfTimes(text, end);
            case "장", "점", "편", "통", "병", "정", "문", "석", "권" ->
                spelled ? number.isAtLeast(LEAST_TOLD) : !loose || number.isScaled();
            case "척", "발" -> true;
            case "세대" -> !spelled && number.writing() != Numeral.Writing.YEAR;
            default -> !spelled || number.isScaled() || number.isAtLeast(LEAST_TOLD);
        };
    }

    /** {@code 국민 10명 중 7명}, {@code 열 명 가운데 한 명꼴}: a rate among people, of whom none is counted. */
    private static boolean isShare(String text, Numeral number, int end) {
        if (number.value().compareTo(BigDecimal.TEN) == 0) {
            return text.startsWith(" 중 ", end) || text.startsWith(" 가운데 ", end) || text.startsWith(" 중에 ", end);
        }
        List<String> before = number.isAtMost(MOST_RANKED) ? Eojeols.before(text, number.start(), 3) : List.of();
        boolean among = !before.isEmpty() && AMONG.contains(before.get(0));
        return among
                && before.size() > 1
                && (before.get(1).equals("10명")
                        || (before.get(1).equals("명") && before.size() > 2 && TENS.contains(before.get(2))));
    }

    private static boolean isReign(String text, Numeral number, int end) {
        String next = next(text, end);
        List<String> before = Eojeols.before(text, number.start(), 1);
        boolean assembly = before.stream().anyMatch(word -> ASSEMBLIES.stream().anyMatch(word::endsWith));
        return assembly
                || (number.isAtMost(MOST_REIGNS)
                        && (REIGNS.stream().anyMatch(next::startsWith)
                                || before.stream().anyMatch("트럼프"::equals)));
    }

    /** {@code 36대} are vehicles where a vehicle is named before, or no noun behind. */
    private static boolean isGeneration(String text, Numeral number, int end) {
        if (isScore(text, Letters.pastSpace(text, end))) {
            return true;
        }
        List<String> before = Eojeols.before(text, number.start(), 1);
        String last = before.isEmpty() ? "" : Eojeols.stem(before.get(0));
        boolean vehicle = !last.isEmpty()
                && (VEHICLES.indexOf(last.charAt(last.length() - 1)) >= 0
                        || Letters.isDigit(last.charAt(last.length() - 1))
                        || Letters.isLatin(last.charAt(last.length() - 1)));
        String next = next(text, end);
        boolean standsAlone = Letters.at(text, end) != ' ' || next.isEmpty();
        boolean round = number.isAtMost(OLDEST)
                && number.value().remainder(BigDecimal.TEN).signum() == 0;
        boolean ranked = number.isAtMost(MOST_RANKED);
        boolean age = round && (isOfAges(text, end) || (!vehicle && Letters.at(text, end) == '의'));
        return age
                || GENERATIONS.stream().anyMatch(next::startsWith)
                || (!vehicle && !standsAlone && (round || ranked));
    }

    /** {@code 20대의 63%가}, {@code 70대는 24%였다}. */
    private static boolean isOfAges(String text, int end) {
        String behind = text.substring(end, Math.min(text.length(), end + REACH_OF_SHARE));
        return !behind.isEmpty() && "의는은에가".indexOf(behind.charAt(0)) >= 0 && behind.contains("%");
    }

    /** {@code 231대 196으로}, {@code 6대3}: a bare number stands on the other side. */
    private static boolean isScore(String text, int from) {
        DigitRun other = DigitRun.at(text, from);
        return !other.isEmpty() && " 으로의,.)\"'”’".indexOf(Letters.at(text, other.end())) >= 0;
    }

    /** {@code 3번뿐}, {@code 8번 만났다}; {@code 3번 갱도} is a name. */
    private static boolean isOfTimes(String text, int end) {
        char next = Letters.at(text, end);
        String word = next(text, end);
        return next != ' '
                || end >= text.length()
                || word.endsWith("다")
                || word.endsWith("며")
                || word.endsWith("고")
                || word.endsWith("는")
                || word.endsWith("한");
    }

    private static String next(String text, int end) {
        int at = Letters.pastSpace(text, end);
        int to = at;
        while (to < text.length() && to - at < 8 && Letters.isHangul(text.charAt(to))) {
            to++;
        }
        return text.substring(Math.min(at, text.length()), to);
    }
}
