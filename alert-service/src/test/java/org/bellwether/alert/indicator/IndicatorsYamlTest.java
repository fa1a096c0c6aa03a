package org.bellwether.alert.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
                "window: PT12H           | windows: PT12H    | line 11, indicators[0].rule.windows: unknown; known here are",
                "issues: [summit-signals] | issues: []        | line 8, indicators[0].rule.issues: at least one",
                "name: {en: Heat, ko: 열기} | name: {en: Heat}  | line 3, indicators[0].name: ko is missing",
                "window: PT12H           | window: [         | f.yaml, line"
            })
    void refusesAMistakeWithItsPlace(String right, String wrong, String message) {
        assertThatThrownBy(() -> IndicatorsYaml.read("f.yaml", VALID.replace(right.strip(), wrong.strip())))
                .isInstanceOf(MalformedIndicatorsException.class)
                .hasMessageContaining(message.strip())
                .hasMessageNotContaining("\n");
    }

    @Test
    void refusesTheSameIdTwice() {
        String twice = VALID + VALID.substring(VALID.indexOf("  - id"));

        assertThatThrownBy(() -> IndicatorsYaml.read("f.yaml", twice)).hasMessageContaining("'heat' is defined twice");
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
