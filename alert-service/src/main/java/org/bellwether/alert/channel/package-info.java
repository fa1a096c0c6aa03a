/**
 * How an alert leaves the house. In: an alert and who gets it; out: a mail, a Slack message or a signed webhook post,
 * and what the other side made of it. Renderers are pure; {@code MailTransport} and {@code PostTransport} are the edges.
 */
@NullMarked
package org.bellwether.alert.channel;

import org.jspecify.annotations.NullMarked;
