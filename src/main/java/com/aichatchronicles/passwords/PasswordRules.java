package com.aichatchronicles.passwords;

import com.aichatchronicles.platform.errors.ApiException;
import com.aichatchronicles.platform.errors.ErrorCode;
import com.aichatchronicles.platform.errors.FieldError;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/**
 * Which passwords are taken, in the manner of NIST SP 800-63B, section 3.1.1.2: of a certain length (which the records
 * check by {@code @Characters}), of any characters, but none that is tried first: a very common one, or the name of its
 * owner or of this site.
 */
public final class PasswordRules {
    /** The fewest characters. */
    public static final int SHORTEST = 8;

    /** The most characters. */
    public static final int LONGEST = 128;

    private static final List<String> SITE = List.of("AI Chat Chronicles", "aichatchronicles.com");
    private static final String LIST = "common-passwords.txt.gz"; // its licence stands beside it
    private static final Set<String> COMMON = read();

    /**
     * Whose password it is to be.
     *
     * @param email the address
     * @param fullName may be null
     * @param username may be null
     */
    public record Owner(String email, String fullName, String username) {}

    private PasswordRules() {}

    /**
     * Refuses a password that this owner may not have. Its length has been checked.
     *
     * @param field the member of the body that holds it
     * @param password as entered
     * @param owner whose it is to be
     * @throws ApiException VALIDATION_ERROR naming the field
     */
    public static void require(String field, String password, Owner owner) {
        complaint(password, owner).ifPresent(complaint -> {
            throw new ApiException(ErrorCode.VALIDATION_ERROR, List.of(FieldError.of(field, complaint, "any.invalid")));
        });
    }

    /**
     * @param password as entered
     * @param owner whose it is to be
     * @return what is wrong with the password, as a sentence without its subject; empty if it may be taken
     */
    public static Optional<String> complaint(String password, Owner owner) {
        if (COMMON.contains(composed(password).toLowerCase(Locale.ROOT))) {
            return Optional.of("is one of the most common passwords");
        }
        return isNameOf(owner, password)
                ? Optional.of("must not be your e-mail address, your name or the name of this site")
                : Optional.empty();
    }

    /** @return the password in the form that is hashed, so that every keyboard makes the same one: NFC */
    static String composed(String password) {
        return Normalizer.normalize(password, Normalizer.Form.NFC);
    }

    private static boolean isNameOf(Owner owner, String password) {
        String address = Objects.toString(owner.email(), "");
        Stream<String> personal =
                Stream.of(address, address.replaceFirst("@.*", ""), owner.fullName(), owner.username());
        String bare = bare(password);
        return !bare.isEmpty()
                && Stream.concat(personal, SITE.stream())
                        .filter(Objects::nonNull)
                        .map(PasswordRules::bare)
                        .anyMatch(bare::equals);
    }

    /** @return letters and digits alone, without case: "Ada Lovelace" is no better for being written adalovelace */
    private static String bare(String text) {
        return composed(text).toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{M}\\p{N}]", "");
    }

    private static Set<String> read() {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(PasswordRules.class.getResourceAsStream(LIST)), StandardCharsets.UTF_8))) {
            return lines.lines().collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException("Part of the application is missing: " + LIST, e);
        }
    }
}
