package org.bellwether.alert.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.bellwether.settings.RefusedFileException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IndicatorsYamlTest {

    private static final String VALID = """
            indicators:
              - id: heat
                name: {en: Heat, ko: 열기}
                description: {en: Much talk., ko: 많은 보도.}
                severity: warning
                rule:
                  type: distinct-publishers
                  issues: [summit-signals]
                  acts: [offer]
                  at-least: 5
                  window: PT12H
            """;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "id: heat                | id: Heat Wave     | f.yaml, line 2, indicators[0].id: 'Heat Wave' must be",
                "severity: warning       | severity: loud    | line 5, indicators[0].severity: 'loud' is none of info",
                "type: distinct-publishers | type: magic      | line 7, indicators[0].rule.type: 'magic' is no rule",
                "acts: [offer]           | acts: [denial]    | line 9, indicators[0].rule.acts[0]: a denial is never",
                "at-least: 5             | at-least: 0       | line 10, indicators[0].rule.at-least: a whole number",
                "window: PT12H           | window: 12 hours  | line 11, indicators[0].rule.window: '12 hours' is no ISO-8601",
                "window: PT12H           | windows: PT12H    | line 11, indicators[0].rule.windows: is not known; known are",
                "issues: [summit-signals] | issues: []        | line 8, indicators[0].rule.issues: at least one",
                "name: {en: Heat, ko: 열기} | name: {en: Heat}  | line 3, indicators[0].name.ko: is missing",
                "window: PT12H           | window: [         | f.yaml, line"
            })
    void refusesAMistakeWithItsPlace(String right, String wrong, String message) {
        assertThatThrownBy(() -> IndicatorsYaml.read("f.yaml", VALID.replace(right.strip(), wrong.strip())))
                .isInstanceOf(RefusedFileException.class)
                .hasMessageContaining(message.strip())
                .hasMessageNotContaining("\n");
    }

    @Test
    void namesTheFaultOfEachIndicatorOnALineOfItsOwn() {
        String second = VALID.substring(VALID.indexOf("  - id")).replace("id: heat", "id: Second");
        String both = VALID.replace("severity: warning", "severity: loud") + second;

        assertThatThrownBy(() -> IndicatorsYaml.read("f.yaml", both))
                .isInstanceOfSatisfying(
                        RefusedFileException.class,
                        refused -> assertThat(refused.faults())
                                .satisfiesExactly(
                                        first -> assertThat(first.toString())
                                                .startsWith("f.yaml, line 5, indicators[0].severity: "),
                                        other -> assertThat(other.toString())
                                                .startsWith("f.yaml, line 12, indicators[1].id: ")));
    }

    @Test
    void aConditionNeedsANameToBeSpokenOf() {
        String together = VALID.substring(0, VALID.indexOf("      type:")) + """
                      type: together
                      conditions:
                        - {name: {en: Talk, ko: 보도}, issues: [summit-signals], at-least: 2}
                        - {issues: [seoul-bypass], at-least: 1}
                      window: PT72H
                """;

        assertThatThrownBy(() -> IndicatorsYaml.read("f.yaml", together))
                .hasMessage("f.yaml, line 10, indicators[0].rule.conditions[1].name: is missing");
    }

    @Test
    void refusesTheSameIdTwice() {
        String twice = VALID + VALID.substring(VALID.indexOf("  - id"));

        assertThatThrownBy(() -> IndicatorsYaml.read("f.yaml", twice)).hasMessageContaining("'heat' is defined twice");
    }

    @Test
    void tellsEveryMistakeAtOnce() {
        String wrong = VALID.replace("warning", "loud")
                .replace("[offer]", "[denial, shrug]")
                .replace("PT12H", "soon");

        assertThatThrownBy(() -> IndicatorsYaml.read("f.yaml", wrong))
                .hasMessageContaining("line 5, indicators[0].severity: ")
                .hasMessageContaining("line 9, indicators[0].rule.acts[0]: ")
                .hasMessageContaining("line 9, indicators[0].rule.acts[1]: ")
                .hasMessageContaining("line 11, indicators[0].rule.window: ");
    }

    @Test
    void theHashFollowsTheMeaningAndNotTheWriting() {
        String hash = hash(VALID);

        assertThat(hash(VALID.replace("severity: warning", "severity:   'warning' # loud")))
                .isEqualTo(hash);
        assertThat(hash(VALID.replace("at-least: 5", "at-least: 6"))).isNotEqualTo(hash);
    }

    private static String hash(String yaml) {
        return IndicatorsYaml.read("f.yaml", yaml).all().get(0).hash();
    }
}
