package id.lumbung.backbone.security;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.Parameters;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.google.crypto.tink.prf.PredefinedPrfParameters;
import com.google.crypto.tink.prf.PrfConfig;
import com.google.crypto.tink.prf.PrfSet;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The keys of a service, kept in a file that only its owner may read: some to seal what must be
 * opened again, others to make a keyed hash of what must only be recognised.
 *
 * <p>What was sealed or hashed once stays so for ever: a rotation adds a key and seals anew with
 * it, the older ones still open. Keys are added, never removed, by this class. Whoever loses the
 * file loses what was sealed; keep a copy of it apart from the copies of the database.
 *
 * <p>Does not see what another process adds to the file before it is loaded anew. Where several
 * instances share it, restart those that only read before one seals with a new key.
 */
public final class Keyset {

    private static final JsonMapper JSON = new JsonMapper();
    private static final int HASH_BYTES = 16;

    static {
        try {
            AeadConfig.register();
            PrfConfig.register();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(
                    "This Java lacks the ciphers that keys are made for", e);
        }
    }

    private final Path file;
    private Keys keys;

    /** The keys at hand do not open it: other keys, another context, or it was changed. */
    public static final class Unopened extends Exception {

        private static final long serialVersionUID = 1L;

        Unopened() {
            super("The keys at hand do not open it", null, false, false);
        }
    }

    /** What the file holds, ready for use. */
    private record Keys(KeysetHandle sealing, KeysetHandle hashing, Aead aead, PrfSet prfs) {

        static Keys of(KeysetHandle sealing, KeysetHandle hashing) throws GeneralSecurityException {
            return new Keys(
                    sealing,
                    hashing,
                    sealing.getPrimitive(RegistryConfiguration.get(), Aead.class),
                    hashing.getPrimitive(RegistryConfiguration.get(), PrfSet.class));
        }
    }

    private Keyset(Path file, Keys keys) {
        this.file = file;
        this.keys = keys;
    }

    /**
     * The keys in this file; where there is none, it is made with new ones.
     *
     * @throws IllegalStateException when it cannot be read, or holds something else
     */
    public static synchronized Keyset loadOrCreate(Path file) {
        try {
            if (!Files.exists(file)) {
                create(file);
            }
            return new Keyset(file, read(file));
        } catch (IOException | GeneralSecurityException | JacksonException _) {
            // Without the cause: it might repeat what the file holds.
            throw new IllegalStateException(
                    "%s does not hold keys that can be read. Put back the right file (LUMBUNG_KEYSET_FILE); it is left as it is."
                            .formatted(file));
        }
    }

    /**
     * Seals with the newest key.
     *
     * @param context what it belongs to, such as an id and a field: in another context it does not
     *     open
     */
    public synchronized byte[] seal(byte[] plain, String context) {
        try {
            return keys.aead.encrypt(plain, context.getBytes(UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The keys cannot seal", e);
        }
    }

    /**
     * @throws Unopened when it was sealed with other keys or in another context, or was changed
     */
    public synchronized byte[] open(byte[] sealed, String context) throws Unopened {
        try {
            return keys.aead.decrypt(sealed, context.getBytes(UTF_8));
        } catch (GeneralSecurityException _) {
            throw new Unopened();
        }
    }

    /**
     * Keyed hashes of a value, one under each key, the newest first. Two values are the same if
     * they have one in common, so that a key added later, here or by another instance, parts
     * nothing that belongs together.
     *
     * @param context what the value is, such as a field and whose it is: in another context the
     *     same value has other hashes
     */
    public synchronized List<String> hashes(String value, String context) {
        var input = (context + '\0' + value).getBytes(UTF_8);
        var prfs = keys.prfs;
        try {
            var hashes = new ArrayList<String>();
            hashes.add(HexFormat.of().formatHex(prfs.computePrimary(input, HASH_BYTES)));
            for (var prf : prfs.getPrfs().values()) {
                var hash = HexFormat.of().formatHex(prf.compute(input, HASH_BYTES));
                if (!hashes.contains(hash)) {
                    hashes.add(hash);
                }
            }
            return hashes;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The keys cannot hash", e);
        }
    }

    /** From now on seals with a new key. What was sealed before still opens. */
    public void rotateSealing() {
        rotate(PredefinedAeadParameters.AES256_GCM, true);
    }

    /** From now on hashes with a new key besides the older ones. */
    public void rotateHashing() {
        rotate(PredefinedPrfParameters.HMAC_SHA256_PRF, false);
    }

    private synchronized void rotate(Parameters parameters, boolean sealing) {
        synchronized (Keyset.class) {
            try (var _ = lock(file)) {
                var now = read(file);
                var added =
                        sealing
                                ? Keys.of(with(now.sealing, parameters), now.hashing)
                                : Keys.of(now.sealing, with(now.hashing, parameters));
                write(file, added);
                keys = added;
            } catch (IOException | GeneralSecurityException | JacksonException _) {
                throw new IllegalStateException(
                        "No key could be added to %s; it is left as it is.".formatted(file));
            }
        }
    }

    private static KeysetHandle with(KeysetHandle handle, Parameters parameters)
            throws GeneralSecurityException {
        return KeysetHandle.newBuilder(handle)
                .addEntry(
                        KeysetHandle.generateEntryFromParameters(parameters)
                                .withRandomId()
                                .makePrimary())
                .build();
    }

    private static void create(Path file) throws IOException, GeneralSecurityException {
        var folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            var _ = Files.createDirectories(folder);
        }
        try (var _ = lock(file)) {
            if (!Files.exists(file)) {
                write(
                        file,
                        Keys.of(
                                KeysetHandle.generateNew(
                                        PredefinedAeadParameters.AES256_GCM,
                                        RegistryConfiguration.get()),
                                KeysetHandle.generateNew(
                                        PredefinedPrfParameters.HMAC_SHA256_PRF,
                                        RegistryConfiguration.get())));
            }
        }
    }

    /**
     * The place for a key management system: given its URI, the two keysets would be read by {@code
     * TinkJsonProtoKeysetFormat.parseEncryptedKeyset} with its {@code Aead}, and {@link #write}
     * likewise; nothing else would change.
     */
    private static Keys read(Path file) throws IOException, GeneralSecurityException {
        var json = JSON.readTree(Files.readString(file));
        return Keys.of(keyset(json, "sealing"), keyset(json, "hashing"));
    }

    private static KeysetHandle keyset(JsonNode json, String name) throws GeneralSecurityException {
        return TinkJsonProtoKeysetFormat.parseKeyset(
                json.path(name).toString(),
                RegistryConfiguration.get(),
                InsecureSecretKeyAccess.get());
    }

    /** All of it or nothing: a file half written would be keys lost. */
    private static void write(Path file, Keys keys) throws IOException, GeneralSecurityException {
        var json = JSON.createObjectNode();
        var _ = json.set("sealing", JSON.readTree(serialized(keys.sealing)));
        var _ = json.set("hashing", JSON.readTree(serialized(keys.hashing)));
        var half = Path.of(file + ".new");
        Files.deleteIfExists(half);
        try (var channel =
                FileChannel.open(
                        half,
                        Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                        onlyForItsOwner(half))) {
            var bytes = ByteBuffer.wrap(json.toString().getBytes(UTF_8));
            while (bytes.hasRemaining()) {
                var _ = channel.write(bytes);
            }
            channel.force(true);
        }
        var _ = Files.move(half, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private static String serialized(KeysetHandle handle) throws GeneralSecurityException {
        return TinkJsonProtoKeysetFormat.serializeKeyset(
                handle, RegistryConfiguration.get(), InsecureSecretKeyAccess.get());
    }

    private static FileAttribute<?>[] onlyForItsOwner(Path file) {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }

    /** Held while the file is made or changed, so that two processes do not make it both. */
    private static FileChannel lock(Path file) throws IOException {
        var channel =
                FileChannel.open(
                        Path.of(file + ".lock"),
                        Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE),
                        onlyForItsOwner(file));
        var _ = channel.lock();
        return channel;
    }
}
