package com.aichatchronicles.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import com.aichatchronicles.testing.Deployments;
import com.aichatchronicles.testing.Mailbox;
import com.aichatchronicles.testing.Member;
import com.aichatchronicles.testing.ServerLog;
import com.aichatchronicles.testing.TestMail;
import com.aichatchronicles.tokens.OpaqueToken;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** That the log knows no secret and no address, whether things go well or not. */
@ExtendWith(ArquillianExtension.class)
class RecoveryLogIT {
    @Deployment(testable = false)
    static WebArchive war() {
        return Deployments.shippedWar();
    }

    @Test
    void noCodeTokenPasswordOrAddressIsLogged() throws InterruptedException {
        ServerLog log = new ServerLog();
        List<String> secrets = new ArrayList<>();
        Member member = Member.register();
        String next = Member.newEmail();
        secrets.addAll(List.of(member.email(), next, member.token(), member.refreshToken(), Member.PASSWORD));

        secrets.add(Mailbox.await(member.email(), Links.VERIFY).token());
        Links.changeEmail(member, next, "Wrong-horse-7");
        Links.changeEmail(member, next, Member.PASSWORD);
        secrets.add(Mailbox.await(next, Links.CHANGE).token());
        Links.forgot(Member.newEmail());
        TestMail.stop();
        try {
            Links.forgot(member.email());
            awaitDelay(log);
        } finally {
            TestMail.start();
        }
        String reset = Mailbox.await(member.email(), Links.RESET).token();
        Links.reset(reset, "password123");
        Links.reset(reset, Links.PASSWORD);
        Links.reset(reset, Links.PASSWORD);
        secrets.addAll(List.of(reset, OpaqueToken.hash(reset), "Wrong-horse-7", "password123", Links.PASSWORD));

        assertThat(log.text()).doesNotContain(secrets);
        assertThat(log.alarms()).isEmpty();
    }

    /** The server finds the mail server gone, or, where it had a connection to it, loses that. */
    private static void awaitDelay(ServerLog log) throws InterruptedException {
        for (int i = 0; i < 150 && !tellsOfDelay(log.text()); i++) {
            TimeUnit.MILLISECONDS.sleep(200);
        }
        assertThat(tellsOfDelay(log.text())).isTrue();
    }

    private static boolean tellsOfDelay(String log) {
        return log.contains("The mail server cannot be reached")
                || log.contains("was not taken and will be tried again");
    }
}
