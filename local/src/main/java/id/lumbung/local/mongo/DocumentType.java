package id.lumbung.local.mongo;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.bson.BsonDecoder;
import de.bwaldvogel.mongo.wire.bson.BsonEncoder;
import io.netty.buffer.Unpooled;
import java.nio.ByteBuffer;
import org.h2.mvstore.WriteBuffer;
import org.h2.mvstore.type.BasicDataType;

/** Documents in the store, as BSON. */
final class DocumentType extends BasicDataType<Document> {

    /**
     * What a small document takes in memory once it is read, for the store's cache to reckon with.
     */
    private static final int IN_MEMORY_PER_FIELD = 120;

    @Override
    public int getMemory(Document document) {
        return 200 + IN_MEMORY_PER_FIELD * document.size();
    }

    @Override
    public void write(WriteBuffer to, Document document) {
        var buffer = Unpooled.buffer(512);
        BsonEncoder.encodeDocument(document, buffer);
        to.put(ByteBuffer.wrap(buffer.array(), buffer.arrayOffset(), buffer.readableBytes()));
    }

    @Override
    public Document read(ByteBuffer from) {
        var buffer = Unpooled.wrappedBuffer(from);
        var document = BsonDecoder.decodeBson(buffer);
        from.position(from.position() + buffer.readerIndex());
        return document;
    }

    @Override
    public Document[] createStorage(int size) {
        return new Document[size];
    }
}
