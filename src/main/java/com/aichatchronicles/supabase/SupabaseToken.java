package com.aichatchronicles.supabase;

import com.aichatchronicles.platform.http.PathId;
import com.nimbusds.jwt.JWTClaimsSet;
import java.text.ParseException;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * What a token says whose signature was right.
 *
 * @param user the account
 * @param session the session at Supabase
 * @param issuedAt in whole seconds
 * @param secondFactor whether Supabase has asked for a second factor
 */
public record SupabaseToken(UUID user, UUID session, Instant issuedAt, boolean secondFactor) implements JsonWebToken {
    /** @return the token, empty if its claims do not tell who and which session, or it is of an anonymous user */
    static Optional<SupabaseToken> of(JWTClaimsSet claims) throws ParseException {
        String subject = claims.getSubject();
        String session = claims.getStringClaim("session_id");
        Object anonymous = claims.getClaim("is_anonymous");
        boolean known = anonymous == null || Boolean.FALSE.equals(anonymous);
        if (!known || !PathId.isId(subject) || !PathId.isId(session)) {
            return Optional.empty();
        }
        return Optional.of(new SupabaseToken(
                UUID.fromString(subject),
                UUID.fromString(session),
                Instant.ofEpochSecond(((Number) claims.toJSONObject().get("iat")).longValue()),
                "aal2".equals(claims.getClaim("aal"))));
    }

    @Override
    public String getName() {
        return user.toString();
    }

    @Override
    public Set<String> getClaimNames() {
        return Set.of("sub");
    }

    @Override
    @SuppressWarnings("unchecked")
    public <T> T getClaim(String name) {
        return "sub".equals(name) ? (T) user.toString() : null; // no role: that of the account counts
    }
}
