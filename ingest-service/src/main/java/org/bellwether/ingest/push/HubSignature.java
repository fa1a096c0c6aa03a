package org.bellwether.ingest.push;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Tells by its signature whether a push comes from the hub (WebSub §7.1, §8: {@code method=hex} of an HMAC). */
public final class HubSignature {

    private enum Method {
        SHA1,
        SHA256,
        SHA384,
        SHA512;

        private String algorithm() {
            return "Hmac" + name();
        }
    }

    private record Stated(Method method, String hex) {}

    private HubSignature() {}

    /**
     * Judges a push. Of several signatures the strongest counts, so that a weaker one beside it opens nothing.
     *
     * @param stated values of {@code X-Hub-Signature} and its like, as sent; possibly none
     */
    public static boolean isOf(Subscription subscription, List<String> stated, byte[] body) {
        return isValid(subscription.credentials().secret(), stated, body);
    }

    static boolean isValid(String secret, List<String> stated, byte[] body) {
        return stated.stream()
                .flatMap(value -> List.of(value.split(",", -1)).stream())
                .flatMap(value -> parsed(value.strip()).stream())
                .max(Comparator.comparing(Stated::method))
                .filter(strongest -> isEqual(strongest.hex, mac(strongest.method, secret, body)))
                .isPresent();
    }

    /** Empty for a method that is not recognised: as if not signed. */
    private static Optional<Stated> parsed(String value) {
        int equals = value.indexOf('=');
        String name = equals < 0 ? "" : value.substring(0, equals).strip();
        return Stream.of(Method.values())
                .filter(method -> method.name().equalsIgnoreCase(name))
                .findFirst()
                .map(method ->
                        new Stated(method, value.substring(equals + 1).strip().toLowerCase(Locale.ROOT)));
    }

    /** Takes as long whether much or little of it is right. */
    private static boolean isEqual(String hex, byte[] mac) {
        return MessageDigest.isEqual(
                hex.getBytes(StandardCharsets.UTF_8),
                HexFormat.of().formatHex(mac).getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] mac(Method method, String secret, byte[] body) {
        try {
            Mac mac = Mac.getInstance(method.algorithm());
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), method.algorithm()));
            return mac.doFinal(body);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has these methods", e);
        }
    }
}
