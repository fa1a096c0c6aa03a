package org.bellwether.classify.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.bellwether.classify.ShippedTaxonomy;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("evaluation")
class EvaluationTest {

    private static final Path GOLD = Path.of("src/test/resources/gold");
    private static final Path REAL = Path.of("../../shared/data/real-items.jsonl");
    private static final double GOLD_FLOOR = 0.95;
    private static final double HELD_ASIDE_FLOOR = 0.88;
    private static final double GOLD_ACTS_FLOOR = 0.90;
    private static final double GOLD_FIGURES_FLOOR = 0.95;

    @Test
    void goldSetIsClassifiedAtLeastAsWellAsRecorded() throws IOException {
        Evaluation evaluation = evaluate("headlines");

        assertThat(evaluation.total().f1()).isGreaterThanOrEqualTo(GOLD_FLOOR);
        assertThat(evaluation.acts().rate()).isGreaterThanOrEqualTo(GOLD_ACTS_FLOOR);
        assertThat(evaluation.figures().rate()).isGreaterThanOrEqualTo(GOLD_FIGURES_FLOOR);
    }

    /** No rule was written against these; they say what the others cannot. */
    @Test
    void itemsHeldAsideAreClassifiedAtLeastAsWellAsRecorded() throws IOException {
        Evaluation evaluation = evaluate("held-aside");

        assertThat(evaluation.total().f1()).isGreaterThanOrEqualTo(HELD_ASIDE_FLOOR);
    }

    private static Evaluation evaluate(String set) throws IOException {
        List<LabelledItem> items = LabelledItem.read(GOLD.resolve(set + ".jsonl"));
        Evaluation evaluation = Evaluation.of(ShippedTaxonomy.classifier(), items);
        report(set, evaluation);
        return evaluation;
    }

    @Test
    void developmentSetIsReportedWhereItIsThere() throws IOException {
        assumeTrue(Files.exists(REAL), "no development set beside the project");

        Evaluation evaluation = Evaluation.of(ShippedTaxonomy.classifier(), LabelledItem.read(REAL));

        report("development", evaluation);
        assertThat(evaluation.total().hits()).isPositive();
    }

    private static void report(String name, Evaluation evaluation) throws IOException {
        String report = evaluation.report(400);
        Path target = Files.createDirectories(Path.of("target"));
        Files.writeString(target.resolve("evaluation-" + name + ".txt"), report);
        System.out.println("== " + name + "\n" + evaluation.report(20));
    }
}
