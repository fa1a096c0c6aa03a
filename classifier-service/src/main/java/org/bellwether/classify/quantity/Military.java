package org.bellwether.classify.quantity;

import java.util.Locale;
import java.util.Set;

/** Whether the English words around a number are about armed forces. */
final class Military {

    private static final int REACH = 140;
    private static final int SHORTEST = 4;

    private static final Set<String> OF_ARMED_FORCES = Set.of(
            "troop",
            "troops",
            "soldier",
            "soldiers",
            "army",
            "armies",
            "military",
            "brigade",
            "brigades",
            "battalion",
            "battalions",
            "regiment",
            "division",
            "combat",
            "marine",
            "marines",
            "garrison",
            "usfk",
            "infantry",
            "enemy",
            "kursk",
            "front",
            "battlefield",
            "servicemen",
            "forces",
            "deployment",
            "deploy",
            "deployed",
            "guard",
            "guardsmen",
            "navy",
            "squadron",
            "sappers");

    private static final Set<String> COUNTED = Set.of(
            "troop",
            "troops",
            "soldiers",
            "usfk",
            "forces",
            "force",
            "headcount",
            "strength",
            "personnel",
            "garrison",
            "servicemen",
            "contingent",
            "army",
            "casualties",
            "dead",
            "combatants",
            "presence",
            "boots");

    private static final Set<String> OF_THE_ALLIANCE = Set.of(
            "troop",
            "troops",
            "korea",
            "korean",
            "usfk",
            "forces",
            "pentagon",
            "defense",
            "defence",
            "ndaa",
            "alliance",
            "peninsula",
            "drawdown",
            "seoul",
            "congress",
            "congressional",
            "garrison",
            "washington");

    private Military() {}

    /** Whether anything said around a number is about armed forces. */
    static boolean isNear(String text, int start, int end) {
        return hasAny(text, start - REACH, end + REACH, OF_ARMED_FORCES);
    }

    /** Whether soldiers are spoken of as a number before this one. */
    static boolean isCountedBefore(String text, int start) {
        return hasAny(text, start - REACH, start, COUNTED);
    }

    static boolean isOfTheAlliance(String text, int start, int end) {
        return hasAny(text, start - REACH, end + REACH, OF_THE_ALLIANCE);
    }

    private static boolean hasAny(String text, int from, int to, Set<String> words) {
        int end = Math.min(text.length(), to);
        int at = Math.max(0, from);
        while (at < end) {
            int start = at;
            while (at < end && Letters.isLatin(text.charAt(at))) {
                at++;
            }
            if (at - start >= SHORTEST
                    && words.contains(text.substring(start, at).toLowerCase(Locale.ROOT))) {
                return true;
            }
            at = Math.max(at, start + 1);
        }
        return false;
    }
}
