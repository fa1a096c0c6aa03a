package org.bellwether.embedded;

import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.backend.ValueComparator;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.bson.BsonDecoder;
import de.bwaldvogel.mongo.wire.bson.BsonEncoder;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.ByteBuffer;
import java.util.Comparator;
import java.util.function.Function;
import org.h2.mvstore.WriteBuffer;
import org.h2.mvstore.type.BasicDataType;

/**
 * Something kept as one BSON document.
 *
 * @param <T> what it is in memory
 */
final class BsonType<T> extends BasicDataType<T> {

    static final BsonType<Document> DOCUMENT =
            new BsonType<>(Document[]::new, Function.identity(), Function.identity(), ValueComparator.asc()::compare);

    static final BsonType<KeyValue> KEY =
            new BsonType<>(KeyValue[]::new, BsonType::document, BsonType::key, BsonType::compareKeys);

    /** Of what a document takes in memory, against its length in BSON. */
    private static final int OVERHEAD = 3;

    private final Function<Integer, T[]> storage;
    private final Function<T, Document> toDocument;
    private final Function<Document, T> fromDocument;
    private final Comparator<T> order;

    private BsonType(
            Function<Integer, T[]> storage,
            Function<T, Document> toDocument,
            Function<Document, T> fromDocument,
            Comparator<T> order) {
        this.storage = storage;
        this.toDocument = toDocument;
        this.fromDocument = fromDocument;
        this.order = order;
    }

    @Override
    public int compare(T a, T b) {
        return order.compare(a, b);
    }

    @Override
    public int getMemory(T value) {
        return encode(value).readableBytes() * OVERHEAD;
    }

    @Override
    public void write(WriteBuffer out, T value) {
        out.put(encode(value).nioBuffer());
    }

    @Override
    public T read(ByteBuffer in) {
        ByteBuf bytes = Unpooled.wrappedBuffer(in);
        Document document = BsonDecoder.decodeBson(bytes);
        in.position(in.position() + bytes.readerIndex());
        return fromDocument.apply(document);
    }

    @Override
    public T[] createStorage(int size) {
        return storage.apply(size);
    }

    private ByteBuf encode(T value) {
        ByteBuf bytes = Unpooled.buffer();
        BsonEncoder.encodeDocument(toDocument.apply(value), bytes);
        return bytes;
    }

    private static Document document(KeyValue key) {
        Document document = new Document();
        for (int i = 0; i < key.size(); i++) {
            document.put(Integer.toString(i), key.get(i));
        }
        return document;
    }

    private static KeyValue key(Document document) {
        return new KeyValue(document.values());
    }

    private static int compareKeys(KeyValue a, KeyValue b) {
        for (int i = 0; i < Math.min(a.size(), b.size()); i++) {
            int order = ValueComparator.asc().compare(a.get(i), b.get(i));
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(a.size(), b.size());
    }
}
