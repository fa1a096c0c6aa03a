package org.bellwether.classify.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.bellwether.classify.linear.FeatureVector;
import org.junit.jupiter.api.Test;

class EndingsTest {

    @Test
    void headlinesThatEndAlikeShareFeatures() {
        assertThat(shared("한국, 더 내야", "美, 먼저 물러나야")).isPositive();
        assertThat(shared("한국, 더 내야", "美 국방비 역대 최대")).isZero();
    }

    @Test
    void aClauseEndsBeforeAClosingQuotationMark() {
        assertThat(shared("외교부 \"논의한 적 없다\" 일축", "국방부 \"검토 없다\" 반박")).isGreaterThan(shared("외교부 없다 일축", "국방부 없다 반박"));
    }

    @Test
    void whatIsNoTextHasNoEndings() {
        assertThat(title("")).isEmpty();
        assertThat(title("…\"?! 12")).isEmpty();
        assertThat(title("\uD83D\uD83D")).isEmpty();
    }

    private static int shared(String one, String other) {
        Set<Long> both = title(one);
        both.retainAll(title(other));
        return both.size();
    }

    private static Set<Long> title(String title) {
        FeatureVector features = new FeatureVector();
        Endings.addTitle(features, title);
        Set<Long> keys = new HashSet<>();
        for (int i = 0; i < features.size(); i++) {
            keys.add(features.key(i));
        }
        return keys;
    }
}
