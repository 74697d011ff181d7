package com.aichatchronicles.platform.http;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.json.bind.JsonbConfig;
import jakarta.json.bind.config.PropertyNamingStrategy;
import jakarta.ws.rs.ext.ContextResolver;
import jakarta.ws.rs.ext.Provider;

/** The one JSON-B engine: members in snake_case, empty optional members left out. */
@Provider
@ApplicationScoped
public class JsonbProvider implements ContextResolver<Jsonb> {
    private final Jsonb jsonb = JsonbBuilder.create(
            new JsonbConfig().withPropertyNamingStrategy(PropertyNamingStrategy.LOWER_CASE_WITH_UNDERSCORES));

    @Override
    public Jsonb getContext(Class<?> type) {
        return jsonb;
    }

    /** @return the same engine for those who write JSON themselves */
    @Produces
    @ApplicationScoped
    public Jsonb jsonb() {
        return jsonb;
    }
}
