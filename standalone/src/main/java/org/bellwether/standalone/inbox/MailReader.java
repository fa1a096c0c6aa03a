package org.bellwether.standalone.inbox;

import jakarta.mail.BodyPart;
import jakarta.mail.Header;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.IOException;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.bellwether.standalone.inbox.InboxMessage.Kind;

/**
 * Decodes a mail into what its reader sees: encoded words of headers (RFC 2047), transfer encodings and charsets of the
 * parts (RFC 2045), the last text and HTML alternative (RFC 2046 §5.1.4).
 */
final class MailReader {

    /** Of one part; what a person reads is far shorter. */
    static final int LONGEST_PART = 512 * 1024;

    private MailReader() {}

    static InboxMessage read(String recipient, MimeMessage mail, Instant receivedAt) throws MessagingException {
        Bodies bodies = new Bodies();
        try {
            bodies.collect(mail);
        } catch (IOException e) {
            bodies.text = "This mail's body cannot be read: " + e.getMessage();
        }
        String subject = Optional.ofNullable(mail.getSubject()).orElse("(no subject)");
        return new InboxMessage(
                "",
                Kind.EMAIL,
                recipient,
                subject,
                receivedAt,
                headers(mail),
                capped(bodies.text),
                bodies.html.isEmpty() ? null : capped(bodies.html),
                null);
    }

    private static Map<String, String> headers(MimeMessage mail) throws MessagingException {
        Map<String, String> headers = new LinkedHashMap<>();
        for (Header header : Collections.list(mail.getAllHeaders())) {
            // Some mailers write every recipient header, with nothing in those that have nobody.
            if (header.getValue().isBlank()) {
                continue;
            }
            headers.merge(header.getName(), decoded(header.getValue()), (first, next) -> first + ", " + next);
        }
        return headers;
    }

    private static String decoded(String value) {
        String unfolded = MimeUtility.unfold(value);
        try {
            return MimeUtility.decodeText(unfolded);
        } catch (UnsupportedEncodingException e) {
            return unfolded;
        }
    }

    private static String capped(String text) {
        return text.length() <= LONGEST_PART ? text : text.substring(0, LONGEST_PART) + "\n… (cut)";
    }

    private static final class Bodies {
        private String text = "";
        private String html = "";

        void collect(Part part) throws MessagingException, IOException {
            if (part.isMimeType("multipart/*") && part.getContent() instanceof Multipart parts) {
                for (int i = 0; i < parts.getCount(); i++) {
                    BodyPart child = parts.getBodyPart(i);
                    collect(child);
                }
            } else if (Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition())) {
                text += "\n[attached: " + part.getFileName() + "]";
            } else if (part.isMimeType("text/html")) {
                html = words(part);
            } else if (part.isMimeType("text/*")) {
                text = words(part);
            }
        }

        private static String words(Part part) throws MessagingException, IOException {
            try {
                return String.valueOf(part.getContent());
            } catch (UnsupportedEncodingException e) {
                // A charset Java does not know: better the bytes as UTF-8 than nothing.
                return new String(part.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            }
        }
    }
}
