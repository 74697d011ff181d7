package com.aichatchronicles.platform.cache;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import redis.clients.jedis.ConnectionPoolConfig;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.JedisClientConfig;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.exceptions.JedisConnectionException;
import redis.clients.jedis.exceptions.JedisException;
import redis.clients.jedis.exceptions.JedisNoScriptException;
import redis.clients.jedis.util.JedisURIHelper;

/** The connection to the Redis of {@code REDIS_URL}; without that setting there is none. */
@ApplicationScoped
public class Redis {
    private static final System.Logger LOG = System.getLogger(Redis.class.getName());
    private static final int CONNECT_MILLISECONDS = 200;
    private static final int ANSWER_MILLISECONDS = 100;
    private static final int MOST_CONNECTIONS = 32;

    @Inject
    @ConfigProperty(name = "REDIS_URL")
    Optional<URI> address;

    private RedisClient client;

    @PostConstruct
    void open() {
        client = address.map(Redis::connect).orElse(null);
    }

    private static RedisClient connect(URI uri) {
        JedisClientConfig config = DefaultJedisClientConfig.builder(uri)
                .connectionTimeoutMillis(CONNECT_MILLISECONDS)
                .socketTimeoutMillis(ANSWER_MILLISECONDS)
                .build();
        return RedisClient.builder()
                .hostAndPort(JedisURIHelper.getHostAndPort(uri))
                .clientConfig(config)
                .poolConfig(pool())
                .build();
    }

    private static ConnectionPoolConfig pool() {
        ConnectionPoolConfig pool = new ConnectionPoolConfig();
        pool.setMaxTotal(MOST_CONNECTIONS);
        pool.setMaxIdle(MOST_CONNECTIONS);
        pool.setMaxWait(Duration.ofMillis(ANSWER_MILLISECONDS));
        return pool;
    }

    @PreDestroy
    void close() {
        if (client != null) {
            client.close();
        }
    }

    /** @return whether there is a Redis to ask, be it away or not */
    public boolean isConfigured() {
        return client != null;
    }

    /**
     * Runs a script in one round trip, the first time after a start of Redis in two.
     *
     * @return what the script returns
     * @throws JedisException if Redis does not answer, or does not like the script
     */
    public Object run(RedisScript script, List<String> keys, List<String> arguments) {
        try {
            return client.evalsha(script.digest(), keys, arguments);
        } catch (JedisNoScriptException e) {
            return client.eval(script.text(), keys, arguments);
        } catch (JedisConnectionException e) {
            client.getPool().clear(); // the idle connections are as broken as this one
            throw e;
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
