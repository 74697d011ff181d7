package com.aichatchronicles.platform.observability;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.function.Function;
import org.eclipse.microprofile.metrics.Counter;
import org.eclipse.microprofile.metrics.Metadata;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;
import org.eclipse.microprofile.metrics.Timer;

/**
 * What this application counts, for {@code /metrics}. Looking a metric up is slow: whoever counts often keeps what is
 * returned here. A label's values come from a small fixed set, never from a request.
 */
@ApplicationScoped
public class Metrics {
    @Inject
    MetricRegistry registry;

    /**
     * @param name in lower case with underscores; {@code _total} is added to it
     * @param help what is counted
     * @param labels each name with its value: {@code "region", "list"}; a metric has the same names wherever it is used
     * @return the counter, the same one for the same name and labels
     */
    public Counter counter(String name, String help, String... labels) {
        return registry.counter(metadata(name, help), tags(labels));
    }

    /**
     * @param name in lower case with underscores; {@code _seconds} is added to it
     * @param help what takes that time
     * @param labels as of {@link #counter}
     * @return the timer, with the buckets of {@code microprofile-config.properties}
     */
    public Timer timer(String name, String help, String... labels) {
        return registry.timer(metadata(name, help), tags(labels));
    }

    /**
     * @param name in lower case with underscores, with the unit at its end
     * @param help what the number is
     * @param subject asked each time that someone looks; may not be null
     * @param value how it is asked, quickly and from any thread
     * @param labels as of {@link #counter}
     */
    public <T> void gauge(String name, String help, T subject, Function<T, Number> value, String... labels) {
        registry.gauge(metadata(name, help), subject, value, tags(labels));
    }

    private static Metadata metadata(String name, String help) {
        return Metadata.builder().withName(name).withDescription(help).build();
    }

    private static Tag[] tags(String... labels) {
        Tag[] tags = new Tag[labels.length / 2];
        for (int i = 0; i < tags.length; i++) {
            tags[i] = new Tag(labels[2 * i], labels[2 * i + 1]);
        }
        return tags;
    }
}
