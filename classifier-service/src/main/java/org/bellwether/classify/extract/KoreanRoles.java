package org.bellwether.classify.extract;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.bellwether.events.ActorMention.Role;

/** Reads who speaks and who is spoken to from what follows a name in Korean: a particle, a quotation, an office first. */
final class KoreanRoles {

    private static final List<String> TOWARD = List.of(
            "에 대해", "에 대한", "에게", "에 ", "에,", "에…", "에도 ", "에만 ", "에 \"", "에 “", "측에 ", "을 향해", "를 향해", " 향해", "을 상대로",
            "를 상대로", "을 겨냥", "를 겨냥", " 겨냥", "더러", "한테", "보고 ", "에게도");
    private static final List<String> SPEAKS = List.of(
            "은 ", "는 ", "이 ", "가 ", "도 ", "께서 ", " \"", " “", " ‘", " '", " 《", ", \"", ", “", ", ‘", ", '", "측은 ",
            "측이 ", "측 \"", "측 “", "…\"", "…“", ": ");
    private static final List<String> OFFICES = List.of(
            "대통령", "장관", "차관", "차관보", "실장", "대변인", "총리", "위원장", "부위원장", "부장", "부부장", "대사", "사령관", "의원", "대표", "특사",
            "보좌관", "국장", "본부장", "처장", "총장", "의장", "외무상", "국방상", "당국자", "관계자", "주석", "총비서", "부통령", "원내대표", "교수", "수석",
            "상무관", "공사", "행정부", "당국", "매체", "언론");

    /** Bodies, and syllables that end other words too: offices only as the whole word right behind the name. */
    private static final Set<String> NEAR_OFFICES = Set.of("정부", "시장", "측", "군");

    /** Whose office may follow, {@code 트럼프 미국 대통령}: last syllables of countries, ministries and the like. */
    private static final String BODIES = "국부실청처원회위한본아美北中日韓";

    private static final List<String> PARTICLES = List.of("을", "를", "은", "는", "에", "에게", "에서", "의", "이", "가", "도");

    /** End in a syllable that is no particle there. */
    private static final List<String> BARE_NOUNS = List.of("회의", "협의", "국가", "전문가", "지도", "한반도");

    /** May stand between a headline's bare subject and whom it speaks to. */
    private static final Set<String> ADVERBS = Set.of(
            "오늘", "어제", "내일", "이번엔", "또", "또다시", "다시", "재차", "거듭", "연일", "직접", "결국", "돌연", "곧", "이미", "잇따라", "공개");

    private static final int FARTHEST_CHARS = 24;
    private static final int MOST_OFFICE_WORDS = 3;

    private KoreanRoles() {}

    /** Where the next actor is named; at the end of the text for none. */
    record Next(int start, int end) {}

    /**
     * The role of a name.
     *
     * @param end offset after the name
     * @param next the actor named next, whose offices and particles are its own
     * @param opensTitle whether the name is the first word of a headline, where a comma makes it the subject
     */
    static Role role(String text, int end, Next next, boolean opensTitle) {
        String after = after(text, end);
        if (opensTitle && after.startsWith(", ")) {
            return Role.SPEAKER;
        }
        Role role = byParticle(after);
        if (role == Role.MENTIONED) {
            role = byParticle(afterOffice(after, new Next(next.start() - end, next.end() - end), opensTitle));
        }
        return role == Role.MENTIONED && opensTitle && isAddressing(text, end, next) ? Role.SPEAKER : role;
    }

    private static String after(String text, int end) {
        return text.substring(end, Math.min(text.length(), end + FARTHEST_CHARS));
    }

    /** {@code 트럼프 오늘 한국 정부에}: a headline drops its subject's particle, not that of whom it speaks to. */
    private static boolean isAddressing(String text, int end, Next next) {
        String between = text.substring(end, Math.max(end, next.start()));
        boolean bare = between.equals(" ") || (between.startsWith(" ") && ADVERBS.contains(between.strip()));
        if (!bare || next.start() >= text.length()) {
            return false;
        }
        String after = after(text, next.end());
        Next none = new Next(after.length(), after.length());
        return byParticle(after) == Role.TARGET || byParticle(afterOffice(after, none, false)) == Role.TARGET;
    }

    private static Role byParticle(String after) {
        if (TOWARD.stream().anyMatch(after::startsWith)) {
            return Role.TARGET;
        }
        return SPEAKS.stream().anyMatch(after::startsWith) ? Role.SPEAKER : Role.MENTIONED;
    }

    /**
     * What follows the office that follows a name, {@code 위성락 국가안보실장이}; nothing where no office does, or what stands
     * between is another's or has a particle of its own.
     */
    private static String afterOffice(String after, Next next, boolean opensTitle) {
        int word = 0;
        for (int words = 0; words < MOST_OFFICE_WORDS && after.startsWith(" ", word); words++) {
            int start = word + 1;
            int end = endOfHangul(after, start);
            boolean near = words == 0 && endOfNearOffice(after, start, end) >= 0;
            if (start == next.start() && !near) {
                return words == 0 ? afterOwnOffice(after, next, opensTitle) : "";
            }
            int office = near ? endOfNearOffice(after, start, end) : endOfOffice(after, start, end);
            if (office >= 0) {
                return after.substring(office);
            }
            if (hasParticle(after.substring(start, end))) {
                return "";
            }
            word = end;
        }
        return "";
    }

    /**
     * {@code 트럼프 미국 대통령이}: a country's or ministry's name within the title. The bare name that opens a headline may
     * rather be who speaks to that office, {@code 트럼프 한국 대통령에}.
     */
    private static String afterOwnOffice(String after, Next next, boolean opensTitle) {
        if (next.end() >= after.length() || BODIES.indexOf(after.charAt(next.end() - 1)) < 0) {
            return "";
        }
        int start = after.charAt(next.end()) == ' ' ? next.end() + 1 : next.start();
        int office = endOfOffice(after, start, endOfHangul(after, start));
        String behind = office < 0 ? "" : after.substring(office);
        return opensTitle && byParticle(behind) == Role.TARGET ? "" : behind;
    }

    private static int endOfHangul(String after, int start) {
        int end = start;
        while (end < after.length() && after.charAt(end) >= '가' && after.charAt(end) <= '힣') {
            end++;
        }
        return end;
    }

    private static boolean hasParticle(String word) {
        return word.length() > 1
                && PARTICLES.stream().anyMatch(word::endsWith)
                && BARE_NOUNS.stream().noneMatch(word::endsWith);
    }

    /** Offset after the office that the word is, but for a particle of one syllable or two; -1 where it is none. */
    private static int endOfOffice(String after, int start, int end) {
        return endBeforeParticle(after, start, end, word -> OFFICES.stream().anyMatch(word::endsWith));
    }

    private static int endOfNearOffice(String after, int start, int end) {
        return endBeforeParticle(after, start, end, NEAR_OFFICES::contains);
    }

    private static int endBeforeParticle(String after, int start, int end, Predicate<String> office) {
        for (int particle = 0; particle <= 2 && end - particle > start; particle++) {
            if (office.test(after.substring(start, end - particle))) {
                return end - particle;
            }
        }
        return -1;
    }
}
