package com.aichatchronicles.secondfactor;

import static org.assertj.core.api.Assertions.assertThat;

import com.aichatchronicles.testing.Api;
import com.aichatchronicles.testing.Deployments;
import com.aichatchronicles.testing.Metric;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** That an operator sees how second steps of sign-ins fare. */
@ExtendWith(ArquillianExtension.class)
class SecondFactorMetricsIT {
    @Deployment(testable = false)
    static WebArchive war() {
        return Deployments.shippedWar();
    }

    @Test
    void secondStepsAreCountedAsAKindOfTheirOwn() {
        Authenticator authenticator = Authenticator.confirmed();
        double right = count("succeeded");
        double wrong = count("refused");
        String challenge = authenticator.challenge();

        Authenticator.finish(Api.anonymous(), challenge, authenticator.wrongCode());
        Authenticator.finish(Api.anonymous(), challenge, authenticator.code());
        Authenticator.finish(Api.anonymous(), challenge, authenticator.code()); // used

        assertThat(count("succeeded")).isEqualTo(right + 1);
        assertThat(count("refused")).isEqualTo(wrong + 2);
    }

    private static double count(String outcome) {
        return Metric.value("sign_ins_total", "kind=\"second_factor\"", "outcome=\"" + outcome + '"');
    }
}
