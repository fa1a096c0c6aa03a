package org.bellwether.settings;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A YAML file as an operator gave it, or as it is shipped with the program where none was given.
 *
 * @param name to tell faults with
 * @param text all of it
 */
public record SettingsFile(String name, String text) {

    /**
     * Takes the operator's file, or the shipped one.
     *
     * @param given the operator's; empty for the shipped one
     * @param shipped resource on the class path
     * @throws RefusedFileException when there is no such file or it is no text in UTF-8
     */
    public static SettingsFile of(Optional<Path> given, String shipped) {
        String name = given.map(Path::toString).orElse(shipped);
        if (given.filter(Files::isDirectory).isPresent()) {
            throw unreadable(name, "it is a directory; name the file in it");
        }
        try {
            return new SettingsFile(name, given.isPresent() ? Files.readString(given.get()) : shipped(shipped));
        } catch (NoSuchFileException | FileNotFoundException e) {
            throw unreadable(name, "there is no such file");
        } catch (CharacterCodingException e) {
            throw unreadable(name, "it is not UTF-8");
        } catch (IOException e) {
            throw unreadable(name, e.toString());
        }
    }

    /**
     * Reads and checks all of it.
     *
     * @param reader makes the value of the document's root
     * @throws RefusedFileException with every fault
     */
    public <T> T read(Function<Setting, T> reader) {
        return YamlFile.read(name, text, reader);
    }

    /** Tells files apart by what they say: {@code sha256:} and the hexadecimal hash of the text in UTF-8. */
    public String version() {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return "sha256:" + HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static String shipped(String resource) throws IOException {
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        try (@Nullable InputStream stream = loader.getResourceAsStream(resource)) {
            if (stream == null) {
                throw new FileNotFoundException(resource);
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static RefusedFileException unreadable(String name, String reason) {
        return new RefusedFileException(List.of(new Fault(name, 1, Setting.ROOT, "cannot be read: " + reason)));
    }
}
