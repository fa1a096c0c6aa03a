package org.bellwether.alert.channel;

import org.bellwether.web.text.Language;

/**
 * A message about the subscription itself: please confirm, or you have one already.
 *
 * @param subject mail subject and heading
 * @param body one paragraph
 * @param action words on the link
 * @param link absolute URL
 * @param footer why the reader gets this
 * @param language the words are in
 */
public record Notice(String subject, String body, String action, String link, String footer, Language language) {}
