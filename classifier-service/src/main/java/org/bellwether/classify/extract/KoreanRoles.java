package org.bellwether.classify.extract;

import java.util.List;
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
            "보좌관", "국장", "본부장", "처장", "총장", "의장", "외무상", "국방상", "당국자", "관계자", "주석", "총비서", "부통령", "원내대표", "시장", "교수",
            "수석", "상무관", "공사", "정부", "행정부", "측", "당국", "군", "매체", "언론");
    private static final int FARTHEST_CHARS = 24;
    private static final int MOST_OFFICE_WORDS = 3;

    private KoreanRoles() {}

    /**
     * The role of a name.
     *
     * @param end offset after the name
     * @param opensTitle whether the name is the first word of a headline, where a comma makes it the subject
     */
    static Role role(String text, int end, boolean opensTitle) {
        String after = text.substring(end, Math.min(text.length(), end + FARTHEST_CHARS));
        if (opensTitle && after.startsWith(", ")) {
            return Role.SPEAKER;
        }
        Role role = byParticle(after);
        return role == Role.MENTIONED ? byParticle(afterOffice(after)) : role;
    }

    private static Role byParticle(String after) {
        if (TOWARD.stream().anyMatch(after::startsWith)) {
            return Role.TARGET;
        }
        return SPEAKS.stream().anyMatch(after::startsWith) ? Role.SPEAKER : Role.MENTIONED;
    }

    /** What follows the office that follows a name, {@code 위성락 국가안보실장이}; nothing where no office does. */
    private static String afterOffice(String after) {
        int word = 0;
        for (int words = 0; words < MOST_OFFICE_WORDS && after.startsWith(" ", word); words++) {
            int start = word + 1;
            int end = start;
            while (end < after.length() && after.charAt(end) >= '가' && after.charAt(end) <= '힣') {
                end++;
            }
            int office = endOfOffice(after, start, end);
            if (office >= 0) {
                return after.substring(office);
            }
            word = end;
        }
        return "";
    }

    /** Offset after the office that the word is, but for a particle of one syllable or two; -1 where it is none. */
    private static int endOfOffice(String after, int start, int end) {
        for (int particle = 0; particle <= 2 && end - particle > start; particle++) {
            String word = after.substring(start, end - particle);
            if (OFFICES.stream().anyMatch(word::endsWith)) {
                return end - particle;
            }
        }
        return -1;
    }
}
