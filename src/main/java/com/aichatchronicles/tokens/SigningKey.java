package com.aichatchronicles.tokens;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import java.time.Instant;

/**
 * A key pair that signs access tokens, shared by all servers through the database; the id is the token's {@code kid}.
 */
@Entity
@Table(schema = "chronicles", name = "signing_keys")
@NamedQuery(name = SigningKey.ALL, query = "SELECT k FROM SigningKey k ORDER BY k.createdAt DESC")
public class SigningKey {
    static final String ALL = "SigningKey.all";

    @Id
    private String id;

    @Column(name = "private_jwk")
    private String privateJwk;

    @Column(name = "created_at")
    private Instant createdAt;

    protected SigningKey() {} // required by JPA

    SigningKey(String id, String privateJwk, Instant createdAt) {
        this.id = id;
        this.privateJwk = privateJwk;
        this.createdAt = createdAt;
    }

    String privateJwk() {
        return privateJwk;
    }

    Instant createdAt() {
        return createdAt;
    }
}
