package com.aichatchronicles.platform.cache;

import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import redis.clients.jedis.CommandArguments;
import redis.clients.jedis.Connection;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.JedisClientConfig;
import redis.clients.jedis.Protocol;
import redis.clients.jedis.PushConsumerContext;
import redis.clients.jedis.PushMessageTypes;
import redis.clients.jedis.exceptions.JedisException;

/**
 * A connection on which Redis tells the keys that change (client-side caching in broadcasting mode, RESP3). One thread
 * reads, any other may ping.
 */
final class TrackingConnection extends Connection {
    private final Consumer<List<?>> changed;
    private final Queue<Long> pings = new ConcurrentLinkedQueue<>();

    /**
     * @param prefix of the keys to hear of
     * @param changed takes the keys as bytes, null for all
     */
    TrackingConnection(HostAndPort address, JedisClientConfig config, String prefix, Consumer<List<?>> changed) {
        super(address, config);
        this.changed = changed;
        addPushConsumer(this::take);
        executeCommand(new CommandArguments(Protocol.Command.CLIENT)
                .add("TRACKING")
                .add("ON")
                .add("BCAST")
                .add("PREFIX")
                .add(prefix));
    }

    private PushConsumerContext take(PushConsumerContext push) {
        if (Arrays.equals(PushMessageTypes.INVALIDATE_BYTES, push.getMessage().getType())) {
            changed.accept((List<?>) push.getMessage().getContent().get(1));
        }
        return push;
    }

    synchronized void sendPing() {
        pings.add(System.nanoTime());
        sendCommand(Protocol.Command.PING);
        flush();
    }

    /**
     * Waits for the answer to the next ping; what Redis told before it has been taken then.
     *
     * @return when that ping was sent, as {@link System#nanoTime}
     * @throws JedisException if the connection breaks, or nothing comes within its time-out
     */
    long awaitPong() {
        readProtocolWithCheckingBroken();
        return pings.remove();
    }
}
