package org.bellwether.alert.channel;

import io.quarkus.qute.Engine;
import io.quarkus.qute.HtmlEscaper;
import io.quarkus.qute.ReflectionValueResolver;
import io.quarkus.qute.Template;
import io.quarkus.qute.Variant;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.bellwether.alert.text.Words;
import org.bellwether.events.Alert;
import org.bellwether.web.text.Language;

/** Writes mails from the templates in {@code mail/}; the same alert and recipient always give the same mail. */
public final class EmailRenderer {

    private final String senderDomain;
    private final ZoneId zone;
    private final Template alertHtml;
    private final Template alertText;
    private final Template noticeHtml;
    private final Template noticeText;

    /**
     * @param senderDomain right side of the Message-ID (RFC 5322, 3.6.4)
     * @param zone the desk's, for times in the mail
     */
    public EmailRenderer(String senderDomain, ZoneId zone) {
        this.senderDomain = senderDomain;
        this.zone = zone;
        // An engine of its own, so that rendering needs no running service.
        Engine engine = Engine.builder()
                .addDefaults()
                .addValueResolver(new ReflectionValueResolver())
                .addResultMapper(new HtmlEscaper(List.of(Variant.TEXT_HTML)))
                .build();
        this.alertHtml = template(engine, "alert.html", Variant.TEXT_HTML);
        this.alertText = template(engine, "alert.txt", Variant.TEXT_PLAIN);
        this.noticeHtml = template(engine, "notice.html", Variant.TEXT_HTML);
        this.noticeText = template(engine, "notice.txt", Variant.TEXT_PLAIN);
    }

    /** The mail for one alert; its Message-ID comes from the delivery, so that a retry is the same mail. */
    public Email alert(String deliveryId, Alert alert, Recipient recipient) {
        AlertWords view = AlertWords.of(alert, recipient.language(), zone);
        Map<String, Object> data = data(recipient.language());
        data.put("alert", view);
        data.put(
                "footer", Words.in(recipient.language()).of(recipient.preset() ? "mail_footer_preset" : "mail_footer"));
        data.put("links", recipient.links());
        data.put("alertLink", recipient.links().alert(alert.id()));
        Map<String, String> headers = Map.of(
                "Message-ID",
                messageId(deliveryId),
                "Auto-Submitted",
                "auto-generated",
                "List-Unsubscribe",
                "<" + recipient.links().unsubscribe() + ">",
                "List-Unsubscribe-Post",
                "List-Unsubscribe=One-Click",
                // Mails of one firing belong together.
                "References",
                messageId(alert.indicatorId().replaceAll("[^A-Za-z0-9-]", "-") + "-episode-" + alert.episode()));
        return new Email(
                view.subject(),
                alertText.data(data).render(),
                alertHtml.data(data).render(),
                headers);
    }

    /** A mail about the subscription itself. */
    public Email notice(String messageId, Notice notice) {
        Map<String, Object> data = data(notice.language());
        data.put("notice", notice);
        return new Email(
                notice.subject(),
                noticeText.data(data).render(),
                noticeHtml.data(data).render(),
                Map.of("Message-ID", messageId(messageId), "Auto-Submitted", "auto-generated"));
    }

    private Map<String, Object> data(Language language) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("w", Words.in(language).all());
        data.put("lang", language.tag());
        return data;
    }

    private String messageId(String id) {
        return "<" + id + "@" + senderDomain + ">";
    }

    private static Template template(Engine engine, String name, String contentType) {
        try (InputStream in = Objects.requireNonNull(EmailRenderer.class.getResourceAsStream("/mail/" + name), name)) {
            String source = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return engine.parse(source, Variant.forContentType(contentType), "mail-" + name);
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }
}
