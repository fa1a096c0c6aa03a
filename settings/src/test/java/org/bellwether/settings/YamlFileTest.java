package org.bellwether.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class YamlFileTest {

    private enum Size {
        SMALL,
        VERY_LARGE
    }

    private record Shelf(String name, Duration age, List<Size> sizes, Optional<BigDecimal> price) {}

    private static final String SHELF = """
            name: oak  # a comment
            age: PT12H
            sizes: [small, very-large]
            price: 1_500
            """;

    @Test
    void readsValues() {
        assertThat(YamlFile.read("f.yaml", SHELF, YamlFileTest::shelf))
                .isEqualTo(new Shelf(
                        "oak",
                        Duration.ofHours(12),
                        List.of(Size.SMALL, Size.VERY_LARGE),
                        Optional.of(new BigDecimal("1500"))));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            name: oak                  | name: [oak]         | f.yaml, line 1, name: must be a single value
            name: oak                  | name:               | f.yaml, line 1, name: is empty; give a value
            name: oak                  | nam: oak            | f.yaml, line 1, name: is missing
            name: oak                  | name: ''            | f.yaml, line 1, name: is empty
            name: oak                  | name: Oak           | f.yaml, line 1, name: 'Oak' must be lower-case letters
            age: PT12H                 | age: long           | f.yaml, line 2, age: 'long' is no ISO-8601 duration
            age: PT12H                 | age: PT0S           | f.yaml, line 2, age: a length of time above zero
            age: PT12H                 | age: P300D          | f.yaml, line 2, age: too old
            age: PT12H                 | years: 7            | f.yaml, line 2, years: is not known; known are name, age
            sizes: [small, very-large] | sizes: [tiny]       | f.yaml, line 3, sizes[0]: 'tiny' is none of small, very-large
            sizes: [small, very-large] | sizes: small        | f.yaml, line 3, sizes: must be a list
            price: 1_500               | price: dear         | f.yaml, line 4, price: 'dear' is no number
            price: 1_500               | age: PT1H           | f.yaml, line 4, age: is given twice
            price: 1_500               | price: [            | f.yaml, line 5, file: is not YAML:
            """)
    void refusesAMistakeWithItsPlace(String right, String wrong, String message) {
        assertThatThrownBy(() -> YamlFile.read("f.yaml", SHELF.replace(right, wrong), YamlFileTest::shelf))
                .isInstanceOf(RefusedFileException.class)
                .hasMessageContaining(message)
                .hasMessageNotContaining("\n");
    }

    @Test
    void tellsEveryFaultInTheOrderOfTheFile() {
        String yaml = "sizes: [tiny, small, huge]\nname: Oak\nyears: 3\n";

        assertThat(refused(yaml, YamlFileTest::shelf).faults())
                .extracting(fault -> fault.line() + " " + fault.path())
                .containsExactly("1 age", "1 sizes[0]", "1 sizes[2]", "2 name", "3 years");
    }

    @Test
    void aMessageOfVeryManyFaultsSaysHowManyMoreThereAre() {
        String yaml = "sizes: [" + "x,".repeat(29) + "x]";

        RefusedFileException refused = refused(yaml, root -> root.required("sizes", YamlFileTest::sizes));

        assertThat(refused.faults()).hasSize(30);
        assertThat(refused).hasMessageEndingWith("; and 10 more");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''               | is empty
            ' # only this'   | is empty
            words            | must have members
            """)
    void refusesAFileThatHoldsNoMembers(String yaml, String reason) {
        assertThat(refused(yaml, YamlFileTest::shelf).faults()).singleElement().satisfies(fault -> {
            assertThat(fault.path()).isEqualTo("file");
            assertThat(fault.reason()).startsWith(reason);
        });
    }

    @Test
    void refusesASecondDocument() {
        assertThat(refused("name: oak\n---\nname: ash\n", YamlFileTest::shelf))
                .hasMessageContaining("is not YAML: but found another document");
    }

    @Test
    void refusesAliasesThatWouldGrowWithoutBounds() {
        StringBuilder bomb = new StringBuilder("a0: &a0 [x, x]\n");
        for (int i = 1; i < 40; i++) {
            bomb.append("a%d: &a%d [*a%d, *a%d]\n".formatted(i, i, i - 1, i - 1));
        }

        assertThat(refused(bomb.toString(), Setting::canonical)).hasMessageContaining("aliases");
    }

    @Test
    void refusesWhatIsNestedTooDeepAndWhatIsTooLarge() {
        assertThat(refused("[".repeat(60) + "]".repeat(60), Setting::canonical)).hasMessageContaining("Nesting");
        assertThat(refused("x".repeat(2_000_001), Setting::canonical)).hasMessageContaining("longer than");
    }

    @Test
    void makesNoObjectThatATagNames() {
        String yaml = "name: !!java.net.URL [\"http://127.0.0.1/\"]";

        assertThat(refused(yaml, Setting::canonical)).hasMessageContaining("tag is not allowed");
    }

    @Test
    void theCanonicalTextFollowsTheMeaningAndNotTheWriting() {
        String one = YamlFile.read("f.yaml", "b: {x: 1, y: [a, 'q\"']}\na: text\n", Setting::canonical);
        String other =
                YamlFile.read("f.yaml", "a:  'text' # why\nb:\n  y:\n  - a\n  - 'q\"'\n  x: 1\n", Setting::canonical);

        assertThat(other).isEqualTo(one).isEqualTo("{\"a\":\"text\",\"b\":{\"x\":\"1\",\"y\":[\"a\",\"q\\\"\"]}}");
    }

    private static Shelf shelf(Setting root) {
        root.allow("name", "age", "sizes", "price");
        Optional<String> name = root.required("name", given -> given.matching("[a-z]+", "lower-case letters"));
        Optional<Duration> age = root.required("age", YamlFileTest::age);
        Optional<List<Size>> sizes = root.required("sizes", YamlFileTest::sizes);
        Optional<BigDecimal> price = root.optional("price", Setting::number);
        return new Shelf(
                name.orElseThrow(Setting::told),
                age.orElseThrow(Setting::told),
                sizes.orElseThrow(Setting::told),
                price);
    }

    private static Duration age(Setting given) {
        Duration age = given.duration();
        if (age.toDays() > 100) {
            throw new IllegalArgumentException("too old");
        }
        return age;
    }

    private static List<Size> sizes(Setting list) {
        return list.each(size -> size.oneOf(Size.class));
    }

    private static RefusedFileException refused(String yaml, Function<Setting, ?> reader) {
        return catchThrowableOfType(RefusedFileException.class, () -> YamlFile.read("f.yaml", yaml, reader));
    }
}
