package org.bellwether.alert.channel;

import io.quarkus.mailer.Mail;
import io.quarkus.mailer.reactive.ReactiveMailer;
import io.smallrye.mutiny.TimeoutException;
import io.vertx.ext.mail.SMTPException;
import java.time.Duration;
import java.util.concurrent.CompletionException;

/** Hands mails to the SMTP server. */
public final class MailTransport {

    private static final int MAILBOX_UNAVAILABLE = 550;
    private static final int NAME_NOT_ALLOWED = 553;

    private final ReactiveMailer mailer;
    private final Duration timeout;

    /**
     * @param timeout for the whole conversation
     */
    public MailTransport(ReactiveMailer mailer, Duration timeout) {
        this.mailer = mailer;
        this.timeout = timeout;
    }

    /** Blocks until the server took or refused the mail. */
    public Outcome send(String address, Email email) {
        Mail mail = Mail.withHtml(address, email.subject(), email.html()).setText(email.text());
        email.headers().forEach(mail::addHeader);
        try {
            mailer.send(mail).await().atMost(timeout);
            return new Outcome.Delivered();
        } catch (TimeoutException e) {
            return new Outcome.Retry("the mail server did not answer within " + timeout.toSeconds() + " s");
        } catch (CompletionException e) {
            return failure(e.getCause() == null ? e : e.getCause());
        } catch (RuntimeException e) {
            return failure(e);
        }
    }

    /** Only a refused recipient is final; any other failure is the server's or ours to mend, and mail can wait. */
    private static Outcome failure(Throwable failure) {
        if (failure instanceof SMTPException smtp) {
            int code = smtp.getReplyCode();
            return code >= MAILBOX_UNAVAILABLE && code <= NAME_NOT_ALLOWED
                    ? new Outcome.Rejected("the mail server refused it: " + code)
                    : new Outcome.Retry("the mail server answered " + code);
        }
        return new Outcome.Retry(
                "mail could not be handed over: " + failure.getClass().getSimpleName());
    }
}
