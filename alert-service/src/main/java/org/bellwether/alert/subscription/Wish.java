package org.bellwether.alert.subscription;

import java.util.List;
import org.bellwether.alert.channel.ChannelKind;
import org.bellwether.web.text.Language;

/**
 * A request that has been found valid.
 *
 * @param channel by which
 * @param address in its normal form
 * @param indicators only these; empty for all
 * @param language of the messages
 */
public record Wish(ChannelKind channel, String address, List<String> indicators, Language language) {

    public Wish {
        indicators = List.copyOf(indicators);
    }
}
