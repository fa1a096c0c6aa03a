package org.bellwether.alert;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.bellwether.events.Act;
import org.bellwether.events.Alert;
import org.bellwether.events.AlertItem;
import org.bellwether.events.LocalText;
import org.bellwether.events.Publisher;
import org.bellwether.events.Quote;
import org.bellwether.events.SourceKind;
import org.bellwether.events.TextField;
import org.bellwether.events.TimeWindow;

/** Alerts that are valid as they stand: {@code Alerts.fired("a-1").detectedAt(now).build()}. */
public final class Alerts {

    public static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    private final String id;
    private Alert.Transition transition = Alert.Transition.FIRED;
    private String indicatorId = "sma-demand";
    private String name = "Cost-sharing demand";
    private int episode = 1;
    private Instant detectedAt = NOON.plusSeconds(1);
    private List<AlertItem> items = List.of(english(), korean());

    private Alerts(String id) {
        this.id = id;
    }

    public static Alerts fired(String id) {
        return new Alerts(id);
    }

    public Alerts transition(Alert.Transition what) {
        this.transition = what;
        return this;
    }

    public Alerts indicator(String which) {
        this.indicatorId = which;
        return this;
    }

    public Alerts episode(int number) {
        this.episode = number;
        return this;
    }

    public Alerts name(String words) {
        this.name = words;
        return this;
    }

    public Alerts detectedAt(Instant when) {
        this.detectedAt = when;
        return this;
    }

    public Alerts items(List<AlertItem> carried) {
        this.items = new ArrayList<>(carried);
        return this;
    }

    public Alert build() {
        return new Alert(
                id,
                indicatorId,
                "sha256:0a",
                episode,
                transition,
                Alert.Severity.CRITICAL,
                new LocalText(name, "방위비 증액 요구"),
                new LocalText("2 independent publishers within 24 hours; 2 are needed", "24시간 안에 독립 매체 2곳 보도; 기준 2곳"),
                List.of("sma-renegotiation"),
                new TimeWindow(NOON.minusSeconds(86_400), NOON),
                2,
                2,
                "publishers",
                items,
                NOON,
                detectedAt);
    }

    public static AlertItem english() {
        return item(
                "item-en",
                "Washington <presses> Seoul & asks for more",
                "https://news.example/en?a=1&b=2",
                "en",
                "Officials want Seoul to pay $10 billion a year, \"five times\" the sum.",
                "pay $10 billion a year");
    }

    public static AlertItem korean() {
        return item(
                "item-ko",
                "미국, 방위비 분담금 인상 요구",
                "https://news.example/ko",
                "ko",
                "미국이 방위비 분담금을 크게 올리라고 요구했다.",
                "방위비 분담금");
    }

    public static AlertItem item(
            String id, String title, String url, String language, String passage, String evidence) {
        int start = passage.indexOf(evidence);
        return new AlertItem(
                id,
                1,
                "story-" + id,
                title,
                url,
                new Publisher("Morning Post", "morning-post", SourceKind.NEWS, "KR"),
                language,
                NOON.minusSeconds(600),
                "sma-renegotiation",
                Act.DEMAND,
                List.of(new Quote(TextField.TEXT, passage, List.of(new Quote.Mark(start, start + evidence.length())))),
                null);
    }
}
