package org.bellwether.standalone.inbox;

import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.mail.MailAddress;
import com.icegreen.greenmail.mail.MovingMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.time.Instant;
import java.time.InstantSource;
import org.bellwether.embedded.Address;

/** An SMTP server that accepts mail to anybody and keeps it in {@link InboxMessages} only, once per recipient. */
final class MailSink implements AutoCloseable {

    // Clients keep connections open between mails; an idle one must not be cut as if the server had failed.
    private static final long IDLE_MS = 600_000;

    private final InboxMessages messages;
    private final InstantSource clock;
    private final GreenMail server;

    MailSink(Address address, InboxMessages messages, InstantSource clock) {
        this.messages = messages;
        this.clock = clock;
        ServerSetup setup = new ServerSetup(address.port(), address.host(), ServerSetup.PROTOCOL_SMTP);
        setup.setReadTimeout(IDLE_MS);
        this.server = new GreenMail(setup);
        server.withConfiguration(new GreenMailConfiguration().withDisabledAuthentication());
        server.getUserManager().setMessageDeliveryHandler(this::deliver);
        server.start();
    }

    private GreenMailUser deliver(MovingMessage mail, MailAddress recipient) throws MessagingException {
        Instant now = clock.instant();
        MimeMessage content = mail.getMessage();
        InboxMessage read = MailReader.read(recipient.getEmail(), content, now);
        messages.add(read);
        return new NoMailbox(recipient.getEmail());
    }

    @Override
    public void close() {
        server.stop();
    }

    /** The server wants a mailbox to put the mail into; it has been taken already, and a mailbox would grow. */
    private record NoMailbox(String address) implements GreenMailUser {

        @Override
        public String getEmail() {
            return address;
        }

        @Override
        public String getLogin() {
            return address;
        }

        @Override
        public void deliver(MovingMessage message) {}

        @Override
        public void deliver(MimeMessage message) {}

        @Override
        public void create() {}

        @Override
        public void delete() {}

        @Override
        public String getPassword() {
            return "";
        }

        @Override
        public void setPassword(String password) {}

        @Override
        public void authenticate(String password) {}

        @Override
        public String getQualifiedMailboxName() {
            return address;
        }
    }
}
