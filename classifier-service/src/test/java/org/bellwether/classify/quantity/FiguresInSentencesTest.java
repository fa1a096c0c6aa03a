package org.bellwether.classify.quantity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.bellwether.events.Quantity;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Sentences as the press writes them, each with every figure in it: span, value, what is counted, period, exactness. */
class FiguresInSentencesTest {

    @ParameterizedTest
    @MethodSource
    void readsEnglish(String sentence, String figures) {
        assertThat(read(sentence)).isEqualTo(figures);
    }

    @ParameterizedTest
    @MethodSource
    void readsKorean(String sentence, String figures) {
        assertThat(read(sentence)).isEqualTo(figures);
    }

    static List<Arguments> readsEnglish() throws IOException {
        return table("figures-en.txt");
    }

    static List<Arguments> readsKorean() throws IOException {
        return table("figures-ko.txt");
    }

    /** Lines of {@code sentence | figures}; two single quotes stand for none. */
    private static List<Arguments> table(String name) throws IOException {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(FiguresInSentencesTest.class.getResourceAsStream(name)),
                StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.isBlank())
                    .map(line -> line.split(" \\| ", 2))
                    .map(cells -> Arguments.of(cells[0], cells[1].strip().replace("''", "")))
                    .toList();
        }
    }

    private static String read(String sentence) {
        return QuantityFinder.find(sentence).stream()
                .map(found -> "«" + sentence.substring(found.start(), found.end()) + "» "
                        + found.value().toPlainString()
                        + (found.valueTo() == null ? "" : ".." + found.valueTo().toPlainString())
                        + " " + (found.kind() == Quantity.Kind.TROOPS ? "troops" : found.unit())
                        + (found.per() == null ? "" : " " + found.per())
                        + " " + found.qualifier())
                .collect(Collectors.joining("; "));
    }
}
