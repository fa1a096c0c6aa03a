package org.bellwether.alert.subscription;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Updates;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Objects;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * The key behind all links. Configured ({@code bellwether.secret}), it is not in the store, so that a stolen copy of the
 * store forges no link. Without that, a random one is made once and kept in the store, so that links outlive a restart
 * and all instances make the same. Fetched when first needed, because the store may not be there at start.
 */
public final class SigningKey {

    private static final int BYTES = 32;
    private static final String KEY = "key";

    private final String configured;
    private final MongoCollection<Document> keys;
    private volatile @Nullable Tokens tokens;

    /**
     * @param configured empty for none
     */
    public SigningKey(String configured, MongoDatabase database) {
        if (!configured.isEmpty() && configured.length() < BYTES) {
            throw new IllegalArgumentException("bellwether.secret must have at least " + BYTES + " characters");
        }
        this.configured = configured;
        this.keys = database.getCollection("keys");
    }

    /** Blocks for the store the first time. */
    public Tokens tokens() {
        @Nullable Tokens known = tokens;
        if (known == null) {
            known = new Tokens(configured.isEmpty() ? stored() : configured.getBytes(StandardCharsets.UTF_8));
            tokens = known;
        }
        return known;
    }

    private byte[] stored() {
        byte[] fresh = new byte[BYTES];
        new SecureRandom().nextBytes(fresh);
        Document key = Objects.requireNonNull(keys.findOneAndUpdate(
                Filters.eq("_id", "links"),
                Updates.setOnInsert(KEY, Base64.getEncoder().encodeToString(fresh)),
                new FindOneAndUpdateOptions().upsert(true).returnDocument(ReturnDocument.AFTER)));
        return Base64.getDecoder().decode(key.getString(KEY));
    }
}
