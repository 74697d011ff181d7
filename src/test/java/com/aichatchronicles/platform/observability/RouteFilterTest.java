package com.aichatchronicles.platform.observability;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.Path;
import org.junit.jupiter.api.Test;

class RouteFilterTest {
    @Path("/things/")
    static class Things {
        public void all() {}

        @Path("{id: [0-9a-f-]+}/parts")
        public void one() {}
    }

    private static String template(String method) throws NoSuchMethodException {
        return RouteFilter.template(Things.class.getMethod(method));
    }

    @Test
    void aMethodWithoutAPathHasThatOfItsClass() throws NoSuchMethodException {
        assertThat(template("all")).isEqualTo("/api/v1/things");
    }

    @Test
    void thePatternOfAParameterIsLeftOut() throws NoSuchMethodException {
        assertThat(template("one")).isEqualTo("/api/v1/things/{id}/parts");
    }
}
