package org.bellwether.ingest.raw;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.PushOptions;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Comparator;
import java.util.Date;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.bellwether.ingest.backend.Ageing;
import org.bellwether.ingest.backend.BackendAwayException;
import org.bellwether.ingest.backend.MongoShelf;
import org.bson.Document;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;

/**
 * The last documents of each feed that could be read, and apart from them the last that its hub pushed, which come oftener and hold less,
 * and the last that could not be read, which may come at every poll: one record per feed under its id in each place; bodies compressed.
 */
public final class MongoRawDocuments implements Ageing {

    /** Of one body, compressed; a record of the store has room for 16 MB. */
    private static final int MOST_BYTES = 1 << 20;

    private static final String ID = "_id";
    private static final String AT = "at";
    private static final String DOCUMENTS = "documents";
    private static final String HASH = "hash";

    private final MongoShelf polled;
    private final MongoShelf pushed;
    private final MongoShelf unreadable;
    private final int most;

    /**
     * @param most documents kept of a feed, at most 12, as many that were pushed, and one that could not be read; none at 0
     */
    public MongoRawDocuments(MongoDatabase database, int most) {
        this.polled = new MongoShelf(database, "raw_documents", AT);
        this.pushed = new MongoShelf(database, "pushed_documents", AT);
        this.unreadable = new MongoShelf(database, "unreadable_documents", AT);
        this.most = most;
    }

    /**
     * Keeps a document and lets go of the feed's oldest beyond the bound. One that is very large even when compressed is not
     * kept. One that is the same as the last is that, received now.
     *
     * @throws BackendAwayException when the store did not take it
     */
    public void keep(String feedId, RawDocument document) {
        keep(polled, most, feedId, document);
    }

    /**
     * Keeps a document that could not be read, in the same way, in place of the last such.
     *
     * @throws BackendAwayException when the store did not take it
     */
    public void keepUnreadable(String feedId, RawDocument document) {
        keep(unreadable, Math.min(most, 1), feedId, document);
    }

    /**
     * Keeps a document that the feed's hub pushed, in the same way.
     *
     * @throws BackendAwayException when the store did not take it
     */
    public void keepPushed(String feedId, RawDocument document) {
        keep(pushed, most, feedId, document);
    }

    private static void keep(MongoShelf shelf, int most, String feedId, RawDocument document) {
        byte[] packed = most == 0 ? new byte[0] : packed(document.body());
        if (most == 0 || packed.length > MOST_BYTES) {
            return;
        }
        String hash = hash(document.body());
        Document form = new Document(AT, Date.from(document.at()))
                .append("url", document.url().toString())
                .append("headers", headers(document.headers()))
                .append(HASH, hash)
                .append("body", new Binary(packed));
        if (renewed(shelf, feedId, hash, form)) {
            return;
        }
        shelf.tell(documents -> documents.updateOne(
                Filters.eq(ID, feedId),
                Updates.combine(
                        Updates.set(AT, Date.from(document.at())),
                        Updates.pushEach(DOCUMENTS, List.of(form), new PushOptions().slice(-most))),
                new UpdateOptions().upsert(true)));
    }

    /** Whether the last that is kept is the same, and is now as of the time of this one. */
    private static boolean renewed(MongoShelf shelf, String feedId, String hash, Document form) {
        return shelf.ask(documents -> {
            List<Document> kept = listed(documents
                            .find(Filters.eq(ID, feedId))
                            .projection(Projections.include(DOCUMENTS + "." + HASH))
                            .first())
                    .toList();
            int last = kept.size() - 1;
            if (last < 0 || !hash.equals(kept.get(last).getString(HASH))) {
                return false;
            }
            String place = DOCUMENTS + "." + last + ".";
            return documents
                            .updateOne(
                                    Filters.and(Filters.eq(ID, feedId), Filters.eq(place + HASH, hash)),
                                    Updates.combine(
                                            Updates.set(AT, form.get(AT)),
                                            Updates.set(place + AT, form.get(AT)),
                                            Updates.set(place + "url", form.get("url")),
                                            Updates.set(place + "headers", form.get("headers"))))
                            .getMatchedCount()
                    > 0;
        });
    }

    /**
     * What is kept of a feed, in the order in which it was received.
     *
     * @throws BackendAwayException when the store cannot be asked
     */
    public List<PackedDocument> packed(String feedId) {
        return shelves()
                .flatMap(shelf -> packed(shelf, feedId).stream())
                .sorted(Comparator.comparing(PackedDocument::at))
                .toList();
    }

    /**
     * Which documents of a feed are kept, without their bodies; oldest first.
     *
     * @throws BackendAwayException when the store cannot be asked
     */
    public List<KeptDocument> kept(String feedId) {
        return shelves()
                .flatMap(shelf -> kept(shelf, feedId, shelf == pushed))
                .sorted(Comparator.comparing(KeptDocument::at))
                .toList();
    }

    private static List<PackedDocument> packed(MongoShelf shelf, String feedId) {
        return shelf.ask(
                documents -> listed(documents.find(Filters.eq(ID, feedId)).first())
                        .map(MongoRawDocuments::read)
                        .toList());
    }

    private static Stream<KeptDocument> kept(MongoShelf shelf, String feedId, boolean pushed) {
        return shelf.ask(documents -> listed(documents
                        .find(Filters.eq(ID, feedId))
                        .projection(Projections.include(DOCUMENTS + "." + AT, DOCUMENTS + ".url"))
                        .first())
                .map(form -> new KeptDocument(form.getDate(AT).toInstant(), form.getString("url"), pushed)));
    }

    private static Stream<Document> listed(@Nullable Document kept) {
        return kept == null ? Stream.empty() : kept.getList(DOCUMENTS, Document.class, List.of()).stream();
    }

    @Override
    public void ensureIndex() {
        shelves().forEach(MongoShelf::ensureIndex);
    }

    /** Forgets the documents of feeds that have sent none since then. */
    @Override
    public void forgetBefore(Instant time) {
        shelves().forEach(shelf -> shelf.forgetBefore(time));
    }

    private Stream<MongoShelf> shelves() {
        return Stream.of(polled, pushed, unreadable);
    }

    private static PackedDocument read(Document form) {
        Map<String, String> headers = new HashMap<>();
        form.getList("headers", Document.class)
                .forEach(header -> headers.put(header.getString("name"), header.getString("value")));
        return new PackedDocument(
                form.getDate(AT).toInstant(),
                URI.create(form.getString("url")),
                headers,
                form.get("body", Binary.class).getData());
    }

    /** Names of headers may hold what a member's name in the store may not. */
    private static List<Document> headers(Map<String, String> headers) {
        return headers.entrySet().stream()
                .map(header -> new Document("name", header.getKey()).append("value", header.getValue()))
                .toList();
    }

    private static String hash(byte[] body) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static byte[] packed(byte[] body) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(body.length / 4 + 64);
        try (GZIPOutputStream zip = new GZIPOutputStream(out)) {
            zip.write(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
