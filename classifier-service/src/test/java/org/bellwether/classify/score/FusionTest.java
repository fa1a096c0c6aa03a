package org.bellwether.classify.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.bellwether.classify.taxonomy.Taxonomy;
import org.bellwether.classify.taxonomy.Taxonomy.IssueRule;
import org.bellwether.classify.taxonomy.TaxonomyReader;
import org.bellwether.settings.SettingsFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FusionTest {

    private static final String FILE = """
            issues:
              - id: troops
                name: {en: Troops, ko: 병력}
                definition: {en: How many., ko: 규모.}
                concepts:
                  - {id: level, weight: 3, patterns: [troop level]}
                  - {id: place, weight: 1, supports: true, patterns: [barracks]}
            """;

    @Test
    void isReadAsItWasWritten() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Fusion.of(1.25, -0.5, issues(FILE)).write(out);

        Fusion read = Fusion.read(new ByteArrayInputStream(out.toByteArray()));

        assertThat(read.logOdds(2)).isEqualTo(2);
        assertThat(read.unknown(issues(FILE).get(0))).isEmpty();
    }

    @Test
    void bytesThatAreNoFusionAreRefused() {
        byte[] garbage = new byte[40];
        Arrays.fill(garbage, (byte) 0xFF);

        assertThatThrownBy(() -> Fusion.read(new ByteArrayInputStream(garbage)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("form");
    }

    @Test
    void knowsWhichPatternsWereWrittenSince() {
        IssueRule longer = issues(FILE.replace("[troop level]", "[troop level, garrison size]")
                        .replace("[barracks]", "[barracks, gate]"))
                .get(0);

        assertThat(Fusion.of(1, 0, issues(FILE)).unknown(longer))
                .as("the pattern that stands for itself, not the one that supports")
                .containsExactly(longer.concepts().get(0).patterns().numbers().get(1));
    }

    @Test
    void bothAreHeardAndNeitherDecidesAlone() {
        IssueRule rule = issues(FILE).get(0);
        RuleScore silent = RuleScore.none(rule);
        RuleScore sure = new RuleScore(rule, true, 6, List.of(), List.of());

        double both = Fusion.pooled(3, sure, Calibration.CHOSEN);

        assertThat(both).isGreaterThan(Fusion.pooled(3, silent, Calibration.CHOSEN));
        assertThat(both).isGreaterThan(Fusion.pooled(-3, sure, Calibration.CHOSEN));
        assertThat(Fusion.pooled(0, new RuleScore(rule, true, 600, List.of(), List.of()), Calibration.CHOSEN))
                .as("what the rules can say at most")
                .isCloseTo(1.5, within(1e-9));
    }

    @Test
    void rulesThatSayLessThanNothingAreAsSilentAsThoseThatSayNothing() {
        IssueRule rule = issues(FILE).get(0);
        double silent = Fusion.pooled(1, RuleScore.none(rule), Calibration.CHOSEN);

        assertThat(Fusion.pooled(1, new RuleScore(rule, true, -600, List.of(), List.of()), Calibration.CHOSEN))
                .isEqualTo(silent);
        assertThat(Fusion.pooled(1, new RuleScore(rule, false, 600, List.of(), List.of()), Calibration.CHOSEN))
                .as("what only supports carries nothing, however much of it there is")
                .isEqualTo(silent);
    }

    @Test
    void theSamePatternOfAnotherIssueIsUnknown() {
        IssueRule other = issues(FILE.replace("id: troops", "id: garrisons")).get(0);

        assertThat(Fusion.of(1, 0, issues(FILE)).unknown(other))
                .containsExactly(other.concepts().get(0).patterns().numbers().get(0));
    }

    @ParameterizedTest
    @CsvSource({"NaN, 0", "1, NaN", "Infinity, 0"})
    void aCurveThatIsNoneIsRefused(double slope, double offset) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Fusion.of(slope, offset, issues(FILE)).write(out);

        assertThatThrownBy(() -> Fusion.read(new ByteArrayInputStream(out.toByteArray())))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("slope " + slope);
    }

    @Test
    void aFileThatIsCutShortIsRefused() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Fusion.of(1, 0, issues(FILE)).write(out);
        byte[] cut = Arrays.copyOf(out.toByteArray(), out.size() - 4);

        assertThatThrownBy(() -> Fusion.read(new ByteArrayInputStream(cut))).isInstanceOf(IOException.class);
    }

    private static List<IssueRule> issues(String file) {
        Taxonomy taxonomy = TaxonomyReader.read(new SettingsFile("mine.yaml", file));
        return taxonomy.issues();
    }
}
