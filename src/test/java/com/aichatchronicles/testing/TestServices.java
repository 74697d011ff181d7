package com.aichatchronicles.testing;

import com.aichatchronicles.local.Folders;
import com.aichatchronicles.local.Ports;
import com.aichatchronicles.local.Services;
import com.aichatchronicles.local.StrayProcesses;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/**
 * Starts PostgreSQL with an empty database, Redis and a mail server for a run of integration tests, and prepares the
 * Liberty server that Arquillian starts. Unit tests run without: only the build's integration tests set the properties
 * read here.
 */
public final class TestServices implements LauncherSessionListener {
    private static Services services;

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        String folder = System.getProperty("it.directory");
        if (folder == null || services != null) {
            return;
        }
        services = new Services();
        Runtime.getRuntime().addShutdownHook(new Thread(services::close, "stop-services"));
        try {
            start(Path.of(folder));
        } catch (Exception e) {
            services.close();
            throw new IllegalStateException("The services for the integration tests did not start", e);
        }
    }

    /**
     * @param service starts what a test needs besides, and the others after it
     * @return what was started; it is stopped with the rest
     */
    static <T extends AutoCloseable> T start(Callable<T> service) throws Exception {
        return services.start(service);
    }

    private static void start(Path folder) throws Exception {
        StrayProcesses.stop(folder.getParent());
        Folders.delete(folder.resolve("postgresql/data"));
        Folders.delete(folder.resolve("redis/data"));
        List<Integer> ports = Ports.free(10);
        services.start(() -> TestDatabase.start(folder.resolve("postgresql"), ports.get(0)));
        services.start(() -> TestRedis.start(folder.resolve("redis"), ports.get(1)));
        services.start(() -> TestMail.start(ports.get(4), ports.get(5)));
        TestProvider.start(ports.get(6));
        System.setProperty("it.keycloak.port", ports.get(7).toString());
        System.setProperty("it.frontend.port", ports.get(8).toString());
        System.setProperty("it.database", TestDatabase.url());
        System.setProperty("it.redis", TestRedis.url());
        System.setProperty("it.http.port", ports.get(2).toString());
        System.setProperty("it.https.port", ports.get(3).toString());
        System.setProperty("it.supabase.port", ports.get(9).toString());
        TestServer.prepare(folder);
    }
}
