package org.bellwether.benchmarks.match;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Time to find the watches of one item that is analysed already. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class MatchBenchmark {

    @Param({"index", "monitor", "everyQuery", "regex"})
    public String rival = "index";

    @Param({"500", "5000", "50000"})
    public int watches;

    @Param({"headline", "article"})
    public String shape = "headline";

    @Param({"en", "ko"})
    public String language = "en";

    private List<Item> items = List.of();
    private Rival matcher = item -> List.of();
    private int next;

    @Setup
    public void prepare() {
        matcher = Prepared.rival(rival, language, watches);
        items = Prepared.items(language, shape);
    }

    @Benchmark
    public List<String> match() {
        next = (next + 1) % items.size();
        return matcher.match(items.get(next));
    }
}
