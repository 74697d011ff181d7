package com.aichatchronicles.testing;

import java.nio.file.Path;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** What the integration tests deploy. */
public final class Deployments {
    private Deployments() {}

    /** @return the name of the WAR as it was built, which the server has had since its start */
    public static WebArchive shippedWar() {
        String name = Path.of(System.getProperty("it.war")).getFileName().toString();
        return ShrinkWrap.create(WebArchive.class, name);
    }
}
