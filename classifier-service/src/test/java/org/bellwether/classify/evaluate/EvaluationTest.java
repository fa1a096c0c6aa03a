package org.bellwether.classify.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.bellwether.classify.ShippedTaxonomy;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("evaluation")
class EvaluationTest {

    private static final Path REAL = Path.of("../../shared/data/real-items.jsonl");
    private static final double REAL_FLOOR = 0.89;
    private static final double TRAP_PRECISION_FLOOR = 0.98;
    private static final double TRAP_FLOOR = 0.93;

    /** What was reached, less what another reading of a few items may cost; raised whenever it is beaten. */
    @ParameterizedTest
    @CsvSource({"SIGNALS, 0.97, 0.97, 0.97", "HELD_ASIDE, 0.89, 0.64, 0.87"})
    void setIsClassifiedAtLeastAsWellAsRecorded(GoldSet set, double microF1, double acts, double figures)
            throws IOException {
        Evaluation evaluation = evaluate(set);

        assertThat(evaluation.total().f1()).isGreaterThanOrEqualTo(microF1);
        assertThat(evaluation.acts().rate()).isGreaterThanOrEqualTo(acts);
        assertThat(evaluation.figures().exact().rate()).isGreaterThanOrEqualTo(figures);
    }

    @Test
    void trapsAreSteppedIntoNoOftenerThanRecorded() throws IOException {
        Evaluation evaluation = evaluate(GoldSet.TRAPS);

        assertThat(1 - evaluation.falseAlarms().rate()).isGreaterThanOrEqualTo(TRAP_PRECISION_FLOOR);
        assertThat(evaluation.total().f1()).isGreaterThanOrEqualTo(TRAP_FLOOR);
    }

    @Test
    void developmentSetIsClassifiedAsWellAsRecordedWhereItIsThere() throws IOException {
        assumeTrue(Files.exists(REAL), "no development set beside the project");

        Evaluation evaluation = evaluate("development", LabelledItem.read(REAL));

        assertThat(evaluation.total().f1()).isGreaterThanOrEqualTo(REAL_FLOOR);
    }

    /** What people said of a running service, as {@code GET /api/feedback.jsonl} gives it. */
    @Test
    void feedbackIsReportedWhereAFileOfItIsNamed() throws IOException {
        String file = System.getProperty("bellwether.feedback", "");
        assumeTrue(!file.isBlank(), "no file named by -Dbellwether.feedback");

        Evaluation evaluation = evaluate("feedback", LabelledItem.read(Path.of(file)));

        assertThat(evaluation.total().hits()
                        + evaluation.total().wrong()
                        + evaluation.total().missed())
                .isPositive();
    }

    private static Evaluation evaluate(GoldSet set) throws IOException {
        return evaluate(set.name().toLowerCase(Locale.ROOT), set.items());
    }

    private static Evaluation evaluate(String name, List<LabelledItem> items) throws IOException {
        Evaluation evaluation = Evaluation.of(ShippedTaxonomy.classifier(), items);
        Path target = Files.createDirectories(Path.of("target"));
        Files.writeString(target.resolve("evaluation-" + name + ".txt"), EvaluationReport.of(evaluation, 400));
        System.out.println("== " + name + "\n" + EvaluationReport.of(evaluation, 20));
        return evaluation;
    }
}
