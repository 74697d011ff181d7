package com.aichatchronicles.signon.protocol;

import com.aichatchronicles.accounts.Registration;
import com.aichatchronicles.signon.providers.Assertion;
import com.aichatchronicles.signon.providers.Preset;
import com.aichatchronicles.signon.providers.Provider;
import com.nimbusds.oauth2.sdk.token.RefreshToken;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What tokens say, by the name of the claim. Comes from outside: anything may be missing or of another type.
 *
 * @param values as they were sent
 */
record Claims(Map<String, Object> values) {
    private static final int LONGEST_EMAIL = 254;

    /** At most 255 characters (OpenID Connect Core 1.0, section 2), which are the most that an index takes for sure. */
    private static final Pattern NAME = Pattern.compile("(?!\\s*\\z)[^\\p{Cntrl}]{1,255}");

    /** @return these, with others where these have none */
    Claims or(Map<String, Object> others) {
        Map<String, Object> all = new HashMap<>(others);
        all.putAll(values);
        return new Claims(all);
    }

    boolean has(String name) {
        return values.containsKey(name);
    }

    /** @return the text, null where there is none */
    String text(String name) {
        return values.get(name) instanceof String text && !text.isBlank() ? text : null;
    }

    /** @return whether somebody or something can be known by this claim: no blank, and nothing that can't be kept */
    boolean isName(String name) {
        return values.get(name) instanceof String text && NAME.matcher(text).matches();
    }

    /** @return the seconds since 1970, 0 where there are none */
    long seconds(String name) {
        return values.get(name) instanceof Number number ? number.longValue() : 0;
    }

    /** @return whether it is true, also for those who send truth as a text or number */
    boolean isTrue(String name) {
        return List.of("true", "1").contains(String.valueOf(values.get(name)));
    }

    /** @return the texts of a list, or the one text, at a path of names with dots between */
    List<String> texts(String path) {
        Object found = values.containsKey(path) ? values.get(path) : follow(path);
        Stream<?> items = found instanceof List<?> list
                ? list.stream()
                : Stream.of(Optional.ofNullable(found).orElse(""));
        return items.filter(String.class::isInstance)
                .map(String.class::cast)
                .filter(text -> !text.isEmpty())
                .toList();
    }

    /** @return what they say of a person, by the rules of the provider */
    Assertion assertion(Provider provider, RefreshToken refreshToken) {
        String email = Optional.ofNullable(text("email"))
                .map(Registration::normal)
                .filter(address -> address.length() <= LONGEST_EMAIL && address.matches(Registration.ADDRESS))
                .orElse(null);
        boolean verified = email != null && isVerified(provider);
        return new Assertion(
                provider.issuer().getValue(),
                text("sub"),
                email,
                verified,
                provider.preset() == Preset.GOOGLE ? lowerCase("hd") : verified ? domain(email) : null,
                text("name"),
                texts(provider.admission().groupsClaim()),
                isName("sid") ? text("sid") : null,
                refreshToken);
    }

    /** Entra calls an address verified by a claim of its own; what {@code email} holds there, its owner may choose. */
    private boolean isVerified(Provider provider) {
        return provider.admission().trustsEmail()
                || isTrue(provider.preset() == Preset.ENTRA ? "xms_edov" : "email_verified");
    }

    private String lowerCase(String name) {
        return Optional.ofNullable(text(name)).map(Registration::normal).orElse(null);
    }

    private static String domain(String email) {
        return email.substring(email.lastIndexOf('@') + 1);
    }

    private Object follow(String path) {
        Object here = values;
        for (String step : path.split("\\.")) {
            here = here instanceof Map<?, ?> object ? object.get(step) : null;
        }
        return Objects.requireNonNullElse(here, "");
    }
}
