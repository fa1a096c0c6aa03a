package org.bellwether.alert.archive;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bellwether.alert.archive.ArchiveWriter.Rank;
import org.bellwether.alert.archive.ArchiveWriter.Upsert;
import org.bellwether.events.Alert;
import org.bellwether.events.NewsItem;
import org.bellwether.events.Tag;
import org.bellwether.events.TaggedItem;
import org.bson.Document;
import org.bson.conversions.Bson;

/** What each record looks like in the store: itself, and beside it what queries go by. */
final class ArchiveForms {

    private static final ReplaceOptions REPLACE = new ReplaceOptions().upsert(true);

    private ArchiveForms() {}

    /**
     * An older version never overwrites a newer one, nor an older reading of a version a newer one, as when a period is
     * tagged anew beside the line: its upsert finds no match and runs into the id.
     */
    static Upsert item(TaggedItem tagged) {
        String id = tagged.item().id();
        int version = tagged.item().version();
        List<String> issues = tagged.tags().stream()
                .filter(tag -> !tag.uncertain())
                .map(Tag::issue)
                .distinct()
                .toList();
        Date at = eventTime(tagged.item());
        Date taggedAt = StoreLimits.date("taggedAt", tagged.taggedAt());
        Document document = Documents.of(id, tagged)
                .append(MongoItems.VERSION, version)
                .append(MongoItems.TAGGED_AT, taggedAt)
                .append(MongoItems.AT, at)
                .append(MongoItems.ISSUES, issues);
        // What was archived by an earlier release says not when it was tagged, and is the older.
        Bson notNewer = Filters.and(
                Filters.eq(Documents.ID, id),
                Filters.or(
                        Filters.lt(MongoItems.VERSION, version),
                        Filters.and(
                                Filters.eq(MongoItems.VERSION, version),
                                Filters.or(
                                        Filters.exists(MongoItems.TAGGED_AT, false),
                                        Filters.lte(MongoItems.TAGGED_AT, taggedAt)))));
        return new Upsert(id, new Rank(version, tagged.taggedAt()), new ReplaceOneModel<>(notNewer, document, REPLACE));
    }

    private static Date eventTime(NewsItem item) {
        Instant time = ItemPosition.eventTime(item);
        return StoreLimits.date(time.equals(item.published()) ? "item.published" : "item.fetched", time);
    }

    /** Sets its own members only, so that an acknowledgement stays. */
    static Upsert alert(Alert alert) {
        Document members = Documents.of(alert.id(), alert)
                .append(MongoAlerts.INDICATOR, alert.indicatorId())
                .append(MongoAlerts.ISSUES, alert.issues())
                .append(MongoAlerts.DETECTED_AT, StoreLimits.date("detectedAt", alert.detectedAt()));
        members.remove(Documents.ID);
        return new Upsert(
                alert.id(),
                Rank.NONE,
                new UpdateOneModel<>(
                        Filters.eq(Documents.ID, alert.id()),
                        new Document("$set", members),
                        new UpdateOptions().upsert(true)));
    }

    /** The last one of its id is the one that counts. */
    static Upsert latest(String id, Object record) {
        return new Upsert(
                id, Rank.NONE, new ReplaceOneModel<>(Filters.eq(Documents.ID, id), Documents.of(id, record), REPLACE));
    }
}
