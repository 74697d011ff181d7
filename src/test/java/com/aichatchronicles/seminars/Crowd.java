package com.aichatchronicles.seminars;

import com.aichatchronicles.testing.Api;
import com.aichatchronicles.testing.Member;
import com.aichatchronicles.testing.Sql;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Many people at once, signed in behind the server's back: hundreds of passwords would take minutes to hash. */
final class Crowd {
    private static final String USERS = """
            INSERT INTO auth.users (id, email, aud, role, raw_app_meta_data, raw_user_meta_data)
            SELECT id, id || '@example.org', 'authenticated', 'authenticated', '{}', '{"full_name":"One of many"}'
              FROM unnest(string_to_array(?, ',')::uuid[]) id""";
    private static final String SESSIONS = """
            INSERT INTO chronicles.sessions (id, user_id, created_at, last_used_at, expires_at)
            SELECT id, id, now(), now(), now() + interval '1 hour' FROM unnest(string_to_array(?, ',')::uuid[]) id""";

    private Crowd() {}

    /** @return a client for each of so many people, of one server after the other */
    static List<Api> of(int people, List<Api> servers) throws Exception {
        List<UUID> ids = new ArrayList<>();
        for (int i = 0; i < people; i++) {
            ids.add(UUID.randomUUID());
        }
        String list = String.join(",", ids.stream().map(UUID::toString).toList());
        Sql.update(USERS, list);
        Sql.update(SESSIONS, list);
        SignedJWT pattern = SignedJWT.parse(Member.register().token());
        RSAKey key = RSAKey.parse(Sql.text(
                "SELECT private_jwk FROM chronicles.signing_keys WHERE id = ?",
                pattern.getHeader().getKeyID()));
        List<Api> crowd = new ArrayList<>();
        for (UUID id : ids) {
            crowd.add(servers.get(crowd.size() % servers.size()).as(token(pattern, key, id)));
        }
        return crowd;
    }

    private static String token(SignedJWT pattern, RSAKey key, UUID id) throws Exception {
        JWTClaimsSet claims = new JWTClaimsSet.Builder(pattern.getJWTClaimsSet())
                .subject(id.toString())
                .claim("email", id + "@example.org")
                .claim("upn", id + "@example.org")
                .claim("session_id", id.toString())
                .jwtID(id.toString())
                .build();
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build(), claims);
        token.sign(new RSASSASigner(key));
        return token.serialize();
    }
}
