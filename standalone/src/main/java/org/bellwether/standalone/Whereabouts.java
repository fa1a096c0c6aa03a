package org.bellwether.standalone;

import java.util.ArrayList;
import java.util.List;
import org.bellwether.standalone.Progress.Row;
import org.bellwether.standalone.inbox.Inbox;
import org.bellwether.standalone.stack.DataDirectory;
import org.bellwether.standalone.stack.Ports;

/** Where to look at what runs: the table of addresses that is shown when all is ready. */
final class Whereabouts {

    private Whereabouts() {}

    static List<Row> of(Plan plan, Inbox inbox, DataDirectory data) {
        Ports ports = plan.ports();
        List<Row> rows = new ArrayList<>();
        rows.add(new Row("console", "http://" + ports.alert().reachable() + "/"));
        rows.add(new Row("inbox", inbox.page().toString()));
        rows.add(new Row("feeds", "http://" + ports.ingest().reachable() + "/api/feeds"));
        if (plan.demoFeeds()) {
            rows.add(new Row("demo feeds", "http://" + ports.feeds().reachable() + "/"));
        }
        rows.add(new Row("metrics", "http://" + ports.ingest().reachable() + "/q/metrics (ingest)"));
        rows.add(new Row("", "http://" + ports.classifier().reachable() + "/q/metrics (classifier)"));
        rows.add(new Row("", "http://" + ports.alert().reachable() + "/q/metrics (alert)"));
        rows.add(new Row("Kafka", ports.kafka().reachable()));
        rows.add(new Row("store", "mongodb://" + ports.store().reachable()));
        rows.add(new Row("data", data.path() + (data.isTemporary() ? " (removed at the end)" : "")));
        rows.add(new Row("logs", data.logs().toString()));
        rows.add(new Row("stop", "Ctrl-C"));
        return rows;
    }
}
