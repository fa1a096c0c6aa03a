package org.bellwether.ingest.lease;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.zip.CRC32;

/**
 * A part of all feeds that is polled by one instance.
 *
 * @param number from 0
 */
public record Shard(int number) {

    /** Enough for the shares of a few dozen instances to differ little, few enough to be read every two seconds. */
    private static final int COUNT = 128;

    private static final List<Shard> ALL =
            IntStream.range(0, COUNT).mapToObj(Shard::new).toList();

    /** The shard of all feeds on that host. */
    public static Shard ofHost(String host) {
        return new Shard((int) (hash(host.toLowerCase(Locale.ROOT)) % COUNT));
    }

    static List<Shard> all() {
        return ALL;
    }

    /** How much an instance is the right one for the shard; who has most is it (rendezvous hashing). */
    long weight(String instance) {
        // CRC alone would rank two names alike in many shards; the multiplication spreads its bits.
        return (hash(number + "/" + instance) * 0x9E3779B97F4A7C15L) >>> 1;
    }

    private static long hash(String text) {
        CRC32 crc = new CRC32();
        crc.update(text.getBytes(StandardCharsets.UTF_8));
        return crc.getValue();
    }
}
