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
import java.util.function.Consumer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import redis.clients.jedis.ConnectionPoolConfig;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.JedisClientConfig;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.RedisProtocol;
import redis.clients.jedis.exceptions.JedisConnectionException;
import redis.clients.jedis.exceptions.JedisException;
import redis.clients.jedis.exceptions.JedisNoScriptException;
import redis.clients.jedis.params.SetParams;
import redis.clients.jedis.util.JedisURIHelper;

/** The connection to the Redis of {@code REDIS_URL}; without that setting there is none. */
@ApplicationScoped
public class Redis {
    private static final System.Logger LOG = System.getLogger(Redis.class.getName());
    private static final int CONNECT_MILLISECONDS = 200;
    private static final int ANSWER_MILLISECONDS = 100;
    private static final int MOST_CONNECTIONS = 64; // one for each thread of the server

    @Inject
    @ConfigProperty(name = "REDIS_URL")
    Optional<URI> address;

    private RedisClient client;

    @PostConstruct
    void open() {
        client = address.map(Redis::connect).orElse(null);
    }

    private static RedisClient connect(URI uri) {
        return RedisClient.builder()
                .hostAndPort(JedisURIHelper.getHostAndPort(uri))
                .clientConfig(config(uri, ANSWER_MILLISECONDS))
                .poolConfig(pool())
                .build();
    }

    private static JedisClientConfig config(URI uri, int answerMilliseconds) {
        return DefaultJedisClientConfig.builder(uri)
                .protocol(RedisProtocol.RESP3)
                .connectionTimeoutMillis(CONNECT_MILLISECONDS)
                .socketTimeoutMillis(answerMilliseconds)
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

    /**
     * @return the value, or null
     * @throws JedisException if Redis does not answer
     */
    byte[] get(byte[] key) {
        return client.get(key);
    }

    /**
     * Keeps a value for so many milliseconds.
     *
     * @throws JedisException if Redis does not answer
     */
    void set(byte[] key, byte[] value, long milliseconds) {
        client.set(key, value, SetParams.setParams().px(milliseconds));
    }

    /**
     * @param prefix of the keys to hear of
     * @param silence milliseconds without a word after which the connection counts as broken
     * @param changed takes the keys that change, null for all
     * @return a new connection, to be closed by the caller
     * @throws JedisException if Redis does not answer
     */
    TrackingConnection track(String prefix, int silence, Consumer<List<?>> changed) {
        URI uri = address.orElseThrow();
        return new TrackingConnection(JedisURIHelper.getHostAndPort(uri), config(uri, silence), prefix, changed);
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
