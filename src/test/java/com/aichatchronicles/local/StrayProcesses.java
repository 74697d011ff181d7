package com.aichatchronicles.local;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Servers that an earlier run could not stop because it was killed outright. */
public final class StrayProcesses {
    private static final String LIBERTY = "ws-server.jar";

    private StrayProcesses() {}

    /**
     * Stops every server whose program lies in a folder, and each Liberty that was given it.
     *
     * @param folder one that only a single run uses at a time
     * @return how many were found
     */
    public static int stop(Path folder) {
        List<ProcessHandle> strays = ProcessHandle.allProcesses()
                .filter(process -> isFrom(folder.toString() + "/", process.info()))
                .toList();
        strays.forEach(ProcessHandle::destroy);
        CompletableFuture<?>[] ends = strays.stream().map(ProcessHandle::onExit).toArray(CompletableFuture<?>[]::new);
        CompletableFuture.allOf(ends)
                .completeOnTimeout(null, 20, TimeUnit.SECONDS)
                .join();
        strays.forEach(ProcessHandle::destroyForcibly);
        return strays.size();
    }

    private static boolean isFrom(String folder, ProcessHandle.Info info) {
        String command = info.command().orElse("");
        String line = info.commandLine().orElse("");
        return command.startsWith(folder) || line.contains(folder) && line.contains(LIBERTY);
    }
}
