package org.bellwether.classify.quantity;

import java.util.List;
import java.util.Set;

/** Whether people counted in Korean are soldiers: the noun before tells, then the words behind, then the sentence. */
final class KoreanPeople {

    private static final int MOST_WORDS = 5;
    private static final int REACH = 45;
    private static final int REACH_BEHIND = 24;

    private static final Endings SOLDIERS = Endings.of(
            "병력", "군인", "장병", "병사", "공병", "전투병", "미군", "북한군", "국군", "한국군", "우크라군", "러시아군", "장교", "부사관", "승조원", "수병",
            "해병", "해병대", "해병대원", "포로", "카투사", "용병", "전사", "전사자", "사상자", "부상", "지상군", "여단", "사단", "대대", "연대", "특수부대",
            "특수부대원", "군대", "파병", "파견군", "상비군", "육군", "해군", "공군", "주한미군", "주둔군", "대원", "예비군", "훈련병", "간부", "인민군", "전력",
            "주둔", "증파", "부대", "부대원", "北군", "파병군", "사병", "의장대", "선발대", "유엔군", "예비역", "현역", "현역병", "신병", "장성", "자위대",
            "자위대원", "건설병", "정규군", "연합군", "나군", "란군", "주군", "이란군", "다국적군");

    /** Armies' employees, and people whose words end like those of soldiers. */
    private static final Set<String> CIVILIANS = Set.of("군무원", "산업기능요원", "간병");

    /** Last syllables of words for people. */
    private static final String CIVIL_ENDINGS = "자민인생객팬단님녀";

    private static final Endings NOT_PEOPLE =
            Endings.of("투자", "발생", "희생", "민생", "확인", "원인", "승인", "전단", "중단", "수단", "집단", "인자", "유인", "무인");

    private static final Endings CIVIL_WORDS = Endings.of(
            "노동자", "근로자", "직원", "사람", "선수", "경찰", "학생", "성인", "시민", "주민", "전문가", "의원", "여객", "관객", "승객", "농민", "난민",
            "민간인", "스태프", "도민", "어민", "교민", "청년", "조합원", "위원", "공무원", "요원", "선원", "회원", "사원", "연구원", "승무원", "당원", "종업원",
            "교원", "임원", "여성", "남성", "환자", "국민", "도우미", "참전용사", "용사", "재향군인", "축제", "집회", "시위", "인파", "행사", "개방행사", "관람",
            "가족", "유족", "후손", "건설인력", "노조원", "조합", "관광");

    private static final List<String> SOLDIERS_BEHIND = List.of(
            "의 병력", "의 군인", "의 장병", "의 미군", "의 병사", "의 군", "의 북한군", "의 전투", "규모 여단", "규모의 병력", "규모의 전투", "규모의 부대",
            "규모 병력", "의 북한 병사", "의 북한 군인");

    private static final List<String> OF_ARMED_FORCES = List.of(
            "미군", "병력", "병사", "장병", "군인", "부사관", "파병", "공병", "북한군", "국군", "군대", "주둔", "철수", "용병", "전사자", "사상자", "여단",
            "주한미군", "감축", "국방수권법", "전쟁부", "프리덤 실드", "자유의 방패", "프리덤실드");

    private static final String UNIT = "부대";

    private KoreanPeople() {}

    /** Soldiers or people, for a number whose counter ends at {@code end}. */
    static Measure measure(String text, Numeral number, int end) {
        List<String> words = Eojeols.before(text, number.start(), MOST_WORDS);
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            String stem = Eojeols.stem(word);
            if (isSoldier(word) || isSoldier(stem)) {
                return i + 1 < words.size() && isMixed(words.get(i + 1)) ? Measure.PEOPLE : Measure.TROOPS;
            }
            if (isCivilian(word) || isCivilian(stem)) {
                return Measure.PEOPLE;
            }
        }
        if (number.value().compareTo(Military.LEVEL_OF_USFK) == 0) {
            return Measure.TROOPS;
        }
        boolean behind = SOLDIERS_BEHIND.stream()
                .anyMatch(phrase -> text.startsWith(phrase, end)
                        || (text.startsWith(phrase.substring(1), end + 1) && text.charAt(end) == ' '));
        return behind || hasAny(text, number.start() - REACH, end + REACH_BEHIND) ? Measure.TROOPS : Measure.PEOPLE;
    }

    /** {@code 주민과 군인 등 60여 명}. */
    private static boolean isMixed(String before) {
        boolean joined = before.endsWith("과") || before.endsWith("와") || before.endsWith("·");
        return joined && isCivilian(Eojeols.stem(before));
    }

    private static boolean isSoldier(String word) {
        return !CIVILIANS.contains(word) && (SOLDIERS.match(word) || word.equals("군") || word.equals("병"));
    }

    private static boolean isCivilian(String word) {
        return CIVILIANS.contains(word)
                || CIVIL_WORDS.match(word)
                || (word.length() >= 2
                        && CIVIL_ENDINGS.indexOf(word.charAt(word.length() - 1)) >= 0
                        && !NOT_PEOPLE.match(word));
    }

    private static boolean hasAny(String text, int from, int to) {
        String around = text.substring(Math.max(0, from), Math.min(text.length(), to));
        return OF_ARMED_FORCES.stream().anyMatch(around::contains) || hasUnit(around);
    }

    /** A unit of an army, not the spokesman or the envoy of a ministry ({@code 국방부대변인}, {@code 정부대표}). */
    private static boolean hasUnit(String around) {
        int at = around.indexOf(UNIT);
        while (at >= 0 && "변표사".indexOf(Letters.at(around, at + UNIT.length())) >= 0) {
            at = around.indexOf(UNIT, at + 1);
        }
        return at >= 0;
    }
}
