package org.bellwether.classify.taxonomy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.bellwether.settings.Fault;
import org.bellwether.settings.RefusedFileException;
import org.bellwether.settings.SettingsFile;
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
    void sameFileHasTheSameVersion() {
        assertThat(TaxonomyReader.read(file(RIGHT)).version())
                .isEqualTo(TaxonomyReader.read(file(RIGHT)).version())
                .startsWith("sha256:");
    }

    @Test
    void unknownGateIsNamedWithItsLine() {
        assertThat(violation(RIGHT + "    gates: [nowhere]\n"))
                .isEqualTo("mine.yaml, line 9, issues[0].gates[0]: there is no gate 'nowhere'; there is none at all");
    }

    @Test
    void misspeltMemberIsNamedWithItsLine() {
        assertThat(violation(RIGHT.replace("ko: 병력}", "ko: 병력, de: Truppen}")))
                .startsWith("mine.yaml, line 3, issues[0].name.de: is not known");
    }

    @Test
    void brokenYamlIsNamedWithItsLine() {
        assertThat(violation("issues:\n  - [")).startsWith("mine.yaml, line ").contains("not YAML");
    }

    @Test
    void patternThatStandsTwiceIsRefused() {
        assertThat(violation(RIGHT.replace("[troop level]", "[troop level, troops levels]")))
                .contains("stands in this list before");
    }

    @Test
    void everythingThatIsWrongIsToldAtOnce() {
        String wrong = RIGHT.replace("weight: 3", "weight: heavy").replace("id: troops", "id: Troops")
                + "    threshold: {ko: 7}\n    vetoes:\n      - {within: 5, patterns: ['{a|']}\n";

        assertThat(assertThrows(RefusedFileException.class, () -> TaxonomyReader.read(file(wrong)))
                        .faults())
                .extracting(Fault::path)
                .containsExactly(
                        "issues[0].id",
                        "issues[0].concepts[0].weight",
                        "issues[0].threshold.ko",
                        "issues[0].vetoes[0].patterns[0]");
    }

    @Test
    void aListThatRefersToItselfIsRefused() {
        assertThat(violation("lists:\n  a: ['@b']\n  b: ['@a']\n" + RIGHT)).contains("lists.a", "refers to itself");
    }

    private static SettingsFile file(String yaml) {
        return new SettingsFile("mine.yaml", yaml);
    }

    private static String violation(String yaml) {
        return assertThrows(RefusedFileException.class, () -> TaxonomyReader.read(file(yaml)))
                .faults()
                .get(0)
                .toString();
    }
}
