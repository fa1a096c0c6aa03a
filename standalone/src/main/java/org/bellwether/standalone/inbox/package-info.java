/**
 * Catches what the services send and shows it as its reader would see it.
 *
 * <p>In: mail by SMTP ({@code MailSink}), Slack and webhook posts by HTTP ({@code InboxResource}). Out: pages for people
 * and {@code /api/messages} for tests. Knows nothing of Bellwether: it would show anybody's mail.
 */
@NullMarked
package org.bellwether.standalone.inbox;

import org.jspecify.annotations.NullMarked;
