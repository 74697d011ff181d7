package com.aichatchronicles.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.aichatchronicles.testing.Deployments;
import com.aichatchronicles.testing.Member;
import com.aichatchronicles.testing.Sql;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What comes into the audit log, and with which circumstances. */
@ExtendWith(ArquillianExtension.class)
class RecordedIT {
    private static final String ADMINS_ONLY = "/api/v1/auth/admin/me";

    @Deployment(testable = false)
    static WebArchive war() {
        return Deployments.shippedWar();
    }

    @Test
    void aRefusedRequestIsRecordedWithWhoWhatAndWhere() {
        Member member = Member.register();
        String request = AuditLog.newRequestId();

        member.api()
                .with("X-Request-Id", request)
                .with("X-Forwarded-For", "192.0.2.77")
                .get(ADMINS_ONLY);

        AuditLog.await("request_id = ?", 1, request);
        assertThat(Sql.text("""
                SELECT concat_ws(' ', action, outcome, times, actor_kind, actor_id, address, details)
                  FROM chronicles.audit_log WHERE request_id = ?""", request))
                .isEqualTo("access refused 1 user " + member.id() + " 192.0.2.77"
                        + " {\"code\":\"FORBIDDEN\",\"route\":\"GET " + ADMINS_ONLY + "\"}");
    }
}
