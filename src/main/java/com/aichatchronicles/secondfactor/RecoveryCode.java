package com.aichatchronicles.secondfactor;

import com.aichatchronicles.tokens.OpaqueToken;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

/** A code for the day when the authenticator is lost; good once. Eighty random bits, of which the SHA-256 is kept. */
@Entity
@IdClass(RecoveryCode.Key.class)
@Table(schema = "chronicles", name = "recovery_codes")
@NamedQuery(name = RecoveryCode.USE, query = """
                UPDATE RecoveryCode c SET c.usedAt = :now
                 WHERE c.userId = :user AND c.hash = :hash AND c.usedAt IS NULL""")
@NamedQuery(
        name = RecoveryCode.LEFT,
        query = "SELECT COUNT(c) FROM RecoveryCode c WHERE c.userId = :user AND c.usedAt IS NULL")
@NamedQuery(name = RecoveryCode.CLEAR, query = "DELETE FROM RecoveryCode c WHERE c.userId = :user")
public class RecoveryCode {
    static final String USE = "RecoveryCode.use";
    static final String LEFT = "RecoveryCode.left";
    static final String CLEAR = "RecoveryCode.clear";

    private static final int MANY = 10;
    private static final int LENGTH = 16;
    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz023456789"; // none that look alike
    private static final SecureRandom RANDOM = new SecureRandom();

    @Id
    @Column(name = "user_id")
    private UUID userId;

    @Id
    private String hash;

    @Column(name = "used_at")
    private Instant usedAt;

    protected RecoveryCode() {} // required by JPA

    RecoveryCode(UUID userId, String code) {
        this.userId = userId;
        this.hash = hash(code);
    }

    /** @return ten new codes as their owner sees them: four groups of four */
    static List<String> make() {
        return Stream.generate(RecoveryCode::next).limit(MANY).toList();
    }

    /** @return what is kept of a code, however it was typed */
    static String hash(String code) {
        return OpaqueToken.hash(code.toLowerCase(Locale.ROOT).replaceAll("[\\s-]", ""));
    }

    private static String next() {
        StringBuilder code = new StringBuilder();
        for (int i = 0; i < LENGTH; i++) {
            code.append(i > 0 && i % 4 == 0 ? "-" : "").append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
        }
        return code.toString();
    }

    /** What tells one from another; no record, because EclipseLink does not take one (eclipselink 2656). */
    public static class Key implements Serializable {
        private static final long serialVersionUID = 1L;

        private UUID userId;
        private String hash;

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && Objects.equals(userId, key.userId) && Objects.equals(hash, key.hash);
        }

        @Override
        public int hashCode() {
            return Objects.hash(userId, hash);
        }
    }
}
