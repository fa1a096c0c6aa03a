package org.bellwether.classify;

import java.util.List;
import org.bellwether.classify.text.AnalysedText;
import org.bellwether.events.ActorMention;
import org.bellwether.events.Quantity;
import org.bellwether.events.Tag;

/**
 * What was found in an item.
 *
 * @param language BCP 47, as detected
 * @param tags strongest first
 * @param title analysed, for whoever compares stories
 * @param text analysed
 * @param taxonomy version of the taxonomy in force
 */
public record Classification(
        String language,
        List<Tag> tags,
        List<ActorMention> actors,
        List<Quantity> quantities,
        AnalysedText title,
        AnalysedText text,
        String taxonomy) {}
