package com.aichatchronicles.drills;

import static org.assertj.core.api.Assertions.assertThat;

import com.aichatchronicles.testing.Member;
import java.util.List;
import java.util.stream.IntStream;

/** Somebody at an address of their own who tries passwords, five of which are free. */
final class Guesser {
    private static final int FREE = 5;
    private static final int REFUSED = 429;

    private final Fleet fleet;
    private final String address = Newcomer.address();

    Guesser(Fleet fleet) {
        this.fleet = fleet;
    }

    /** Tries twice on the first server, then once on the second: both know something, the second knows all. */
    void begin() {
        assertThat(guesses(fleet.first(), 2)).containsOnly(401);
        assertThat(guesses(fleet.second(), 1)).containsOnly(401);
    }

    /** While the servers can't tell each other, neither lets through more than its own knowledge allows. */
    void goOnApart() {
        assertThat(guesses(fleet.first(), 4)).containsExactly(401, 401, 401, REFUSED);
        assertThat(guesses(fleet.second(), 3)).containsExactly(401, 401, REFUSED);
    }

    /** While they can, but Redis has lost what both knew, the first goes on from what it knows itself. */
    void goOnFromTheFirst() {
        assertThat(guesses(fleet.first(), 4)).containsExactly(401, 401, 401, REFUSED);
    }

    /** When they can again, what was used up stays used up. */
    void isRefusedOnBoth() {
        for (DrillServer server : fleet.both()) {
            assertThat(guesses(server, FREE)).as(server.name()).containsOnly(REFUSED);
        }
    }

    /** Each for another address: what is tried too often for one is refused for that. */
    private List<Integer> guesses(DrillServer server, int times) {
        return IntStream.range(0, times)
                .mapToObj(turn -> server.api()
                        .with("X-Forwarded-For", address)
                        .post("/api/v1/auth/login", Member.credentials(Member.newEmail(), "wrong"))
                        .status())
                .toList();
    }
}
