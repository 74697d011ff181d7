package com.aichatchronicles.conversations;

import static org.assertj.core.api.Assertions.assertThat;

import com.aichatchronicles.findings.Scanner;
import com.aichatchronicles.sessions.Caller;
import com.aichatchronicles.sessions.Role;
import com.aichatchronicles.spam.PostKind;
import com.aichatchronicles.spam.SpamBrakeService;
import jakarta.persistence.EntityManager;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What the setting LEGACY_FRONTEND rules. */
class LegacyFrontendTest {
    private static final Set<String> DEPRECATED = Set.of("createdAt", "readTime", "likes", "comments", "author");
    private static final Caller AUTHOR =
            new Caller(UUID.randomUUID(), UUID.randomUUID(), "a@example.com", Role.USER, "Ann", null, null);

    @Test
    void onlyTheEarlierFrontEndGetsTheDeprecatedMembers() {
        assertThat(ConversationMembers.of(List.of(), true).names()).containsAll(DEPRECATED);
        assertThat(ConversationMembers.of(List.of(), false).names())
                .contains("created_at", "read_time", "likes_count", "comments_count", "profiles")
                .doesNotContainAnyElementsOf(DEPRECATED);
    }

    @Test
    void whatIsPostedWithoutPublishedIsPublicForTheEarlierFrontEndAlone() {
        assertThat(service("on").publish(draft(null), AUTHOR).published()).isTrue();
        assertThat(service("off").publish(draft(null), AUTHOR).published()).isFalse();
    }

    @Test
    void whatSaysPublishedIsTakenAtItsWord() {
        assertThat(service("on").publish(draft(false), AUTHOR).published()).isFalse();
        assertThat(service("off").publish(draft(true), AUTHOR).published()).isTrue();
    }

    private static ConversationService service(String legacyFrontend) {
        ConversationService service = new ConversationService();
        service.clock = Clock.systemUTC();
        service.config = new ConversationsConfig();
        service.config.legacyFrontend = legacyFrontend;
        service.config.findingsPolicy = () -> "warn";
        service.guard = new PublicationGuard();
        service.guard.scanner = new Scanner();
        service.guard.config = service.config;
        service.brakes = new SpamBrakeService() {
            @Override
            public void admit(Caller author, PostKind kind, String title, String text) {
                assertThat(text).isNotBlank(); // there are no other posts here
            }
        };
        service.evictions = new ConversationEvictions() {
            @Override
            public void changed(UUID id, String category, UUID author) {
                assertThat(id).isNotNull(); // there is no cache here
            }

            @Override
            public void added(String category, UUID author) {
                assertThat(author).isNotNull();
            }
        };
        service.entities = (EntityManager) Proxy.newProxyInstance(
                LegacyFrontendTest.class.getClassLoader(),
                new Class<?>[] {EntityManager.class},
                (proxy, method, arguments) -> {
                    assertThat(method.getName()).isIn("persist", "flush");
                    return null;
                });
        return service;
    }

    private static NewConversation draft(Boolean published) {
        return new NewConversation(
                "On minds",
                "Do machines think?",
                "Philosophy",
                null,
                null,
                null,
                published,
                null,
                null,
                null,
                null,
                null);
    }
}
