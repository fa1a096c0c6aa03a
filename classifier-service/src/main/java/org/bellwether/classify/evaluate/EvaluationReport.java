package org.bellwether.classify.evaluate;

import java.util.Locale;

/** An evaluation as a table for people. */
public final class EvaluationReport {

    private final StringBuilder out = new StringBuilder();

    private EvaluationReport() {}

    /** The figures, then the worst mistakes, so many of them. */
    public static String of(Evaluation evaluation, int worst) {
        EvaluationReport report = new EvaluationReport();
        evaluation.byIssue().forEach(report::row);
        evaluation.byLanguage().forEach((language, counts) -> report.row("language " + language, counts));
        report.row("micro", evaluation.total());
        evaluation.actsByLanguage().forEach((language, share) -> report.row("acts " + language, share));
        report.row("acts", evaluation.acts());
        report.row("figures read", evaluation.figures().read());
        report.row("figures exact", evaluation.figures().exact());
        report.row("figures invented", evaluation.figures().invented());
        report.row("false alarms", evaluation.falseAlarms());
        evaluation.reliability().forEach(report::row);
        evaluation.mistakes().stream().limit(worst).forEach(report::row);
        return report.out.toString();
    }

    private void row(String name, Counts c) {
        line(
                "%-26s P %.3f  R %.3f  F1 %.3f  (%d right, %d wrong, %d missed)",
                name, c.precision(), c.recall(), c.f1(), c.hits(), c.wrong(), c.missed());
    }

    private void row(String name, Share share) {
        line("%-26s %d of %d (%.3f)", name, share.part(), share.whole(), share.rate());
    }

    private void row(String language, Reliability reliability) {
        line("calibration %-14s error %.3f", language, reliability.error());
        for (Reliability.Bin bin : reliability.bins()) {
            line(
                    "    stated %.2f  right %.2f of %d",
                    bin.stated(), bin.right().rate(), bin.right().whole());
        }
    }

    private void row(Mistake mistake) {
        line("%.2f %s | %s | %s", mistake.weight(), mistake.what(), mistake.item(), mistake.evidence());
    }

    private void line(String format, Object... values) {
        out.append(String.format(Locale.ROOT, format, values)).append('\n');
    }
}
