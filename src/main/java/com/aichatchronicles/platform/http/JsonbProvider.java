package com.aichatchronicles.platform.http;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.json.bind.JsonbConfig;
import jakarta.json.bind.config.PropertyNamingStrategy;
import jakarta.json.bind.serializer.JsonbSerializer;
import jakarta.ws.rs.ext.ContextResolver;
import jakarta.ws.rs.ext.Provider;

/** The one JSON-B engine: members in snake_case, empty optional members left out. */
@Provider
@ApplicationScoped
public class JsonbProvider implements ContextResolver<Jsonb> {
    /** Those that features write for their own types. */
    @Inject
    @Any
    Instance<JsonbSerializer<?>> serializers;

    private Jsonb jsonb;

    @PostConstruct
    void create() {
        jsonb = new BufferedJsonb(JsonbBuilder.create(new JsonbConfig()
                .withPropertyNamingStrategy(PropertyNamingStrategy.LOWER_CASE_WITH_UNDERSCORES)
                .withSerializers(serializers.stream().toArray(JsonbSerializer<?>[]::new))));
    }

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
