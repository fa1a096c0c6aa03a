package org.bellwether.alert.archive;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

/** Cuts a stretch of time into buckets that begin at multiples of their length since the epoch. */
final class SeriesGrid {

    private final long first;
    private final long length;
    private final int buckets;

    SeriesGrid(Instant from, Instant to, Duration bucket, int most) {
        if (bucket.toMillis() < 1 || !from.isBefore(to)) {
            throw new IllegalArgumentException("a series needs a bucket of some length and from before to");
        }
        length = bucket.toMillis();
        first = Math.floorDiv(from.toEpochMilli(), length);
        long last = Math.floorDiv(to.toEpochMilli() - 1, length);
        if (last - first + 1 > most) {
            throw new IllegalArgumentException(
                    "from, to and bucket make " + (last - first + 1) + " buckets; at most " + most);
        }
        buckets = (int) (last - first + 1);
    }

    long[] zeroes() {
        return new long[buckets];
    }

    int slot(Instant at) {
        return (int) (Math.floorDiv(at.toEpochMilli(), length) - first);
    }

    List<Bucket> buckets(long[] counts) {
        return IntStream.range(0, buckets)
                .mapToObj(slot -> new Bucket(Instant.ofEpochMilli((first + slot) * length), counts[slot]))
                .toList();
    }
}
