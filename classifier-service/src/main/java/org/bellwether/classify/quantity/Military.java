package org.bellwether.classify.quantity;

import java.math.BigDecimal;
import java.util.Set;

/** Whether the English words around a number are about armed forces. */
final class Military {

    /** The level of the forces in Korea that law and press name; nobody counts anything else so beside the alliance. */
    static final BigDecimal LEVEL_OF_USFK = BigDecimal.valueOf(28_500);

    private static final int REACH = 140;
    private static final int REACH_OF_COUNT = 220;

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
            "sappers",
            "sailors",
            "airmen",
            "trenches",
            "artillery",
            "contingent",
            "barracks");

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
            "military",
            "numbers",
            "brigade",
            "marines",
            "sappers",
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
            "contingent",
            "soldier",
            "soldiers",
            "generals",
            "military",
            "garrison",
            "washington");

    private static final Set<String> OF_THE_WAR =
            Set.of("kursk", "ukraine", "ukraine's", "russia", "russian", "moscow");

    private Military() {}

    /** Whether anything said around a number is about armed forces. */
    static boolean isNear(String text, int start, int end) {
        return Word.hasAny(text, start - REACH, end + REACH, OF_ARMED_FORCES);
    }

    /** Whether soldiers are spoken of as a number before this one. */
    static boolean isCountedBefore(String text, int start) {
        return Word.hasAny(text, start - REACH_OF_COUNT, start, COUNTED);
    }

    static boolean isOfTheAlliance(String text, int start, int end) {
        return Word.hasAny(text, start - REACH, end + REACH, OF_THE_ALLIANCE);
    }

    /** Whether the war that North Koreans are sent to is named around a number. */
    static boolean isOfTheWar(String text, int start, int end) {
        return Word.hasAny(text, start - REACH, end + REACH, OF_THE_WAR);
    }
}
