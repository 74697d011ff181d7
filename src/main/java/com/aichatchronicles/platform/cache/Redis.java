package com.aichatchronicles.platform.cache;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.JedisClientConfig;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.exceptions.JedisException;

/** The connection to the Redis of {@code REDIS_URL}; without that setting there is none. */
@ApplicationScoped
public class Redis {
    private static final System.Logger LOG = System.getLogger(Redis.class.getName());
    private static final int CONNECT_MILLISECONDS = 200;
    private static final int ANSWER_MILLISECONDS = 100;

    @Inject
    @ConfigProperty(name = "REDIS_URL")
    Optional<URI> address;

    private RedisClient client;

    @PostConstruct
    void open() {
        JedisClientConfig patience = DefaultJedisClientConfig.builder()
                .connectionTimeoutMillis(CONNECT_MILLISECONDS)
                .socketTimeoutMillis(ANSWER_MILLISECONDS)
                .build();
        client = address.map(uri -> RedisClient.builder()
                        .fromURI(uri)
                        .clientConfig(patience)
                        .build())
                .orElse(null);
    }

    @PreDestroy
    void close() {
        if (client != null) {
            client.close();
        }
    }

    /** @return whether Redis is configured and answers now */
    public boolean answers() {
        try {
            return client != null && "PONG".equals(client.ping());
        } catch (JedisException e) {
            LOG.log(Level.DEBUG, "Redis does not answer: {0}", e.getMessage());
            return false;
        }
    }
}
