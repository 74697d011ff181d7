package com.aichatchronicles.drills;

import com.aichatchronicles.local.Ports;
import java.io.IOException;
import java.time.Duration;
import java.util.List;

/** The two servers of all drills. The first has the address that clients of the run know as the server's. */
final class Fleet {
    private static Fleet fleet;

    private final DrillServer first;
    private final DrillServer second;

    private Fleet(DrillServer first, DrillServer second) {
        this.first = first;
        this.second = second;
    }

    /** @return both servers, ready: started by the first drill, and again where a drill has left one dead */
    static synchronized Fleet ready() throws IOException, InterruptedException {
        if (fleet == null) {
            fleet = install();
            for (DrillServer server : fleet.both()) {
                server.start(); // both at once, on an empty database
            }
            Runtime.getRuntime().addShutdownHook(new Thread(() -> fleet.both().forEach(DrillServer::close)));
        }
        for (DrillServer server : fleet.both()) {
            server.awaitReady();
        }
        fleet.awaitRedis();
        return fleet;
    }

    /** @return how long it took until both servers said that Redis is there */
    Duration awaitRedis() throws InterruptedException {
        return Await.within(30, "Redis to be in use", () -> both().stream().allMatch(Fleet::hasRedis));
    }

    private static Fleet install() throws IOException {
        Figures.discardOld();
        List<Integer> free = Ports.free(2);
        return new Fleet(
                DrillServer.install("first", Integer.getInteger("it.http.port"), Integer.getInteger("it.https.port")),
                DrillServer.install("second", free.get(0), free.get(1)));
    }

    private static boolean hasRedis(DrillServer server) {
        return server.redisState().equals("ok");
    }

    DrillServer first() {
        return first;
    }

    DrillServer second() {
        return second;
    }

    List<DrillServer> both() {
        return List.of(first, second);
    }

    DrillServer other(DrillServer server) {
        return server == first ? second : first;
    }
}
