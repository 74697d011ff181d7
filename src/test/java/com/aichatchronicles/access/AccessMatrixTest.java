package com.aichatchronicles.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.aichatchronicles.testing.OpenApiDocument;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** That the table of who gets where has a line for every route of the OpenAPI document, and for no other. */
class AccessMatrixTest {
    private static final AccessMatrix MATRIX = AccessMatrix.load();

    @Test
    void everyRouteHasItsLine() {
        assertThat(MATRIX.lines().keySet())
                .as("src/test/resources/access-matrix.txt")
                .containsExactlyInAnyOrderElementsOf(
                        OpenApiDocument.shipped().operations().keySet());
    }

    @Test
    void everyCellSaysWhatHappens() {
        MATRIX.lines()
                .forEach((route, line) -> assertThat(line.cells())
                        .as(route)
                        .hasSize(AccessMatrix.CALLERS.size())
                        .isSubsetOf(Set.of("ok", "401", "403", "404")));
    }

    @Test
    void whatIsClosedToEverybodyWhoIsSignedInIsClosedToNobodyElse() {
        MATRIX.lines().forEach((route, line) -> {
            if (line.cells().get(0).equals("ok")) {
                assertThat(line.cells().subList(1, 5)).as(route).containsOnly("ok");
            }
        });
    }
}
