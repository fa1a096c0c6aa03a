package org.bellwether.classify.taxonomy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class TaxonomyReaderTest {

    private static final String RIGHT = """
            issues:
              - id: troops
                name: {en: Troops, ko: 병력}
                definition: {en: How many., ko: 규모.}
                concepts:
                  - id: level
                    weight: 3
                    patterns: [troop level]
            """;

    @Test
    void sameFileHasTheSameVersion() throws InvalidTaxonomyException {
        assertThat(TaxonomyReader.read(RIGHT).version())
                .isEqualTo(TaxonomyReader.read(RIGHT).version())
                .startsWith("sha256:");
    }

    @Test
    void unknownGateIsNamedWithItsLine() {
        assertThat(violation(RIGHT + "    gates: [nowhere]\n"))
                .isEqualTo("line 9, issues[0].gates[0]: there is no gate 'nowhere'");
    }

    @Test
    void misspeltMemberIsNamedWithItsLine() {
        assertThat(violation(RIGHT.replace("ko: 병력}", "ko: 병력, de: Truppen}")))
                .startsWith("line 3, issues[0].name.de: unknown member");
    }

    @Test
    void brokenYamlIsNamedWithItsLine() {
        assertThat(violation("issues:\n  - [")).startsWith("line ").contains("not YAML");
    }

    @Test
    void patternThatStandsTwiceIsRefused() {
        assertThat(violation(RIGHT.replace("[troop level]", "[troop level, troops levels]")))
                .contains("stands in this list before");
    }

    private static String violation(String yaml) {
        return assertThrows(InvalidTaxonomyException.class, () -> TaxonomyReader.read(yaml))
                .violations()
                .get(0)
                .toString();
    }
}
