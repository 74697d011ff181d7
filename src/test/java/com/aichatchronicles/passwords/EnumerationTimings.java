package com.aichatchronicles.passwords;

import static org.assertj.core.api.Assertions.assertThat;

import com.aichatchronicles.testing.Api;
import com.aichatchronicles.testing.Deployments;
import com.aichatchronicles.testing.Member;
import com.aichatchronicles.testing.Sql;
import com.password4j.BcryptFunction;
import com.password4j.Password;
import com.password4j.types.Bcrypt;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Measures how long refusals of a sign-in take, by what is behind the address. A benchmark, so it is no part of the
 * build:
 *
 * <pre>mvn verify -Dit.test=EnumerationTimings -Dtest=none -Dsurefire.failIfNoSpecifiedTests=false -Dtries=1000</pre>
 *
 * Each try has an address of its own, because the sixth at one has to wait; the kinds take turns at random.
 */
@ExtendWith(ArquillianExtension.class)
class EnumerationTimings {
    private static final int TRIES = Integer.getInteger("tries", 1000);
    private static final int WARM_UP = 50;
    private static final String RIGHT = Member.PASSWORD;
    private static final String WRONG = "Wrong-horse-7";

    /** What is behind an address, and the password that is tried. */
    private enum Kind {
        UNKNOWN(WRONG),
        WRONG_PASSWORD(WRONG),
        WRONG_PASSWORD_ON_BCRYPT(WRONG),
        BANNED_WITH_THE_RIGHT_PASSWORD(RIGHT),
        WITHOUT_A_PASSWORD(WRONG);

        private final String password;

        Kind(String password) {
            this.password = password;
        }

        private String email(int number) {
            return name().toLowerCase(Locale.ROOT) + number + "@timing.example.org";
        }
    }

    @Deployment(testable = false)
    static WebArchive war() {
        return Deployments.shippedWar();
    }

    @Test
    void howLongARefusalTakes() {
        String argon2 = new PasswordHashes().hash(RIGHT);
        String bcrypt = Password.hash(RIGHT)
                .with(BcryptFunction.getInstance(Bcrypt.A, 10))
                .getResult();
        accounts(Kind.WRONG_PASSWORD, argon2, "NULL");
        accounts(Kind.WRONG_PASSWORD_ON_BCRYPT, bcrypt, "NULL");
        accounts(Kind.BANNED_WITH_THE_RIGHT_PASSWORD, argon2, "now() + interval '1 year'");
        accounts(Kind.WITHOUT_A_PASSWORD, null, "NULL");

        Map<Kind, double[]> times = measure();

        System.out.printf("%-32s %8s %8s %8s %8s%n", "milliseconds", "p5", "median", "p95", "mean");
        times.forEach((kind, all) -> {
            Arrays.sort(all);
            System.out.printf(
                    "%-32s %8.1f %8.1f %8.1f %8.1f%n",
                    kind,
                    all[TRIES / 20],
                    all[TRIES / 2],
                    all[TRIES * 19 / 20],
                    Arrays.stream(all).average().orElseThrow());
        });
    }

    private static Map<Kind, double[]> measure() {
        Map<Kind, double[]> times = new EnumMap<>(Kind.class);
        for (Kind kind : Kind.values()) {
            times.put(kind, new double[TRIES]);
        }
        Random random = new Random(7);
        for (int i = -WARM_UP; i < TRIES; i++) {
            List<Kind> turns = new ArrayList<>(List.of(Kind.values()));
            Collections.shuffle(turns, random);
            for (Kind kind : turns) {
                double time = refusal(kind, i + WARM_UP);
                if (i >= 0) {
                    times.get(kind)[i] = time;
                }
            }
        }
        return times;
    }

    private static double refusal(Kind kind, int number) {
        long start = System.nanoTime();
        int status = Api.anonymous()
                .post("/api/v1/auth/login", Member.credentials(kind.email(number), kind.password))
                .status();
        double time = (System.nanoTime() - start) / 1e6;
        assertThat(status).isEqualTo(401);
        return time;
    }

    private static void accounts(Kind kind, String hash, String bannedUntil) {
        Sql.update(
                "INSERT INTO auth.users (email, encrypted_password, banned_until, aud, role)"
                        + " SELECT replace(?, '0@', i || '@'), ?, " + bannedUntil + ", 'authenticated', 'authenticated'"
                        + " FROM generate_series(0, ?) i",
                kind.email(0),
                hash,
                TRIES + WARM_UP);
    }
}
