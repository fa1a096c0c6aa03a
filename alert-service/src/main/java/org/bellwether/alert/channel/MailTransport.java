package org.bellwether.alert.channel;

import io.smallrye.mutiny.TimeoutException;
import io.smallrye.mutiny.Uni;
import io.vertx.core.MultiMap;
import io.vertx.ext.mail.MailClient;
import io.vertx.ext.mail.MailMessage;
import io.vertx.ext.mail.SMTPException;
import java.time.Duration;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;

/**
 * Hands mails to the SMTP server, every one from the same event loop. The mail client may open a connection on the loop of
 * one sender and read from it on the loop of another; what the server says in between is lost, and both sides wait. The client
 * is used as it is: the mailer around it adds empty headers, such as {@code Cc:}, which RFC 5322, 3.6.3, does not allow.
 */
public final class MailTransport {

    private static final int MAILBOX_UNAVAILABLE = 550;
    private static final int NAME_NOT_ALLOWED = 553;
    /** How the mail client tells an answer to RCPT from those to other commands, which have the same codes (RFC 5321, 4.3.2). */
    private static final String RECIPIENT_REFUSED = "recipient address not accepted";

    private final MailClient client;
    private final String from;
    private final Executor eventLoop;
    private final Duration timeout;

    /**
     * @param from address of the sender, with or without a name
     * @param eventLoop one and the same for all mails
     * @param timeout for the whole conversation
     */
    public MailTransport(MailClient client, String from, Executor eventLoop, Duration timeout) {
        this.client = client;
        this.from = from;
        this.eventLoop = eventLoop;
        this.timeout = timeout;
    }

    /**
     * Blocks until the server took or refused the mail, or time is up: nobody knows then whether it will take it yet, and
     * the conversation cannot be broken off.
     */
    public Outcome send(String address, Email email) {
        MultiMap headers = MultiMap.caseInsensitiveMultiMap().addAll(email.headers());
        MailMessage mail = new MailMessage(from, address, email.subject(), email.text())
                .setHtml(email.html())
                .setHeaders(headers);
        try {
            Uni.createFrom()
                    .completionStage(() -> client.sendMail(mail).toCompletionStage())
                    .runSubscriptionOn(eventLoop)
                    .await()
                    .atMost(timeout);
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
    static Outcome failure(Throwable failure) {
        if (failure instanceof SMTPException smtp) {
            int code = smtp.getReplyCode();
            boolean recipient = String.valueOf(smtp.getMessage()).startsWith(RECIPIENT_REFUSED);
            return recipient && code >= MAILBOX_UNAVAILABLE && code <= NAME_NOT_ALLOWED
                    ? new Outcome.Rejected("the mail server refused the recipient: " + code)
                    : new Outcome.Retry("the mail server answered " + code);
        }
        return new Outcome.Retry(
                "mail could not be handed over: " + failure.getClass().getSimpleName());
    }
}
