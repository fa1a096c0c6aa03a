package org.bellwether.classify.quantity;

import java.util.List;
import java.util.Set;

/** Tons as a figure: of cargo and harvests ({@code 3.3 million tons a year}), not of ships. */
final class Tonnages {

    private static final int FARTHEST = 2;
    private static final Set<String> TONS = Set.of("ton", "tons", "tonne", "tonnes");
    private static final Set<String> BEHIND = Set.of("of", "a", "per", "annually", "each", "raw");

    private Tonnages() {}

    /** Whether the words behind the number say that so much of something is meant. */
    static boolean isCargo(Numeral number, List<Word> behind) {
        boolean large = number.isScaled() || number.writing() == Numeral.Writing.GROUPED;
        for (int i = 0; large && i < Math.min(FARTHEST, behind.size()); i++) {
            if (TONS.contains(behind.get(i).text())) {
                return i + 1 < behind.size()
                        && BEHIND.contains(behind.get(i + 1).text());
            }
        }
        return false;
    }
}
