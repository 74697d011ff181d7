package com.aichatchronicles.conversations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.aichatchronicles.findings.Finding;
import com.aichatchronicles.findings.Scanner;
import com.aichatchronicles.platform.errors.ApiException;
import com.aichatchronicles.platform.errors.ErrorCode;
import com.aichatchronicles.platform.errors.FieldError;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What the setting FINDINGS_POLICY rules. */
class PublicationGuardTest {
    private static final String TOKEN = "ghp_" + "0aA1bB2cC3dD4eE5fF6gG7hH8iI9jJ0kK1lL";
    private static final String TEXT = "My token is\n" + TOKEN + " and that is all there is.";

    private final Conversation draft = conversation(false);
    private final Conversation published = conversation(true);

    private static Conversation conversation(boolean publish) {
        NewConversation text = new NewConversation(
                "On tokens", TEXT, "Technology", null, null, null, null, List.of("x@acme.io"), null, null, null, null);
        return new Conversation(UUID.randomUUID(), UUID.randomUUID(), text, publish, Instant.now());
    }

    private static PublicationGuard guard(String policy) {
        PublicationGuard guard = new PublicationGuard();
        guard.scanner = new Scanner();
        guard.config = new ConversationsConfig();
        guard.config.findingsPolicy = () -> policy;
        return guard;
    }

    @Test
    void aWarningLeavesTheTextAsItIs() {
        PublicationGuard guard = guard("warn");

        guard.check(published, null);

        assertThat(guard.findings())
                .containsExactly(
                        new Finding("content", "token", "github-token", 2, 12, 40, "ghp_****************"),
                        new Finding("tags.0", "email", "email-address", 1, 0, 9, "x***@***"));
        assertThat(published.text().content()).isEqualTo(TEXT);
    }

    @Test
    void aMaskHidesWhatWasFoundAlsoInWhatIsMadeOfIt() {
        PublicationGuard guard = guard("mask");

        guard.check(published, false);

        assertThat(guard.findings()).hasSize(2);
        ConversationText text = published.text();
        assertThat(text.content()).isEqualTo("My token is\nghp_**************** and that is all there is.");
        assertThat(text.tags()).containsExactly("x***@***");
        assertThat(published
                        .view(null, ConversationMembers.of(List.of(), false))
                        .excerpt())
                .startsWith("My token is ghp")
                .doesNotContain(TOKEN.substring(5));
    }

    @Test
    void aRefusalTellsWhereAndNotWhat() {
        ApiException refusal =
                catchThrowableOfType(ApiException.class, () -> guard("refuse").check(published, null));

        assertThat(refusal.code()).isEqualTo(ErrorCode.FINDINGS_NOT_CONFIRMED);
        assertThat(refusal.details()).hasSize(2);
        assertThat(refusal.details().get(0))
                .isEqualTo(new FieldError(
                        "content",
                        "\"content\" seems to hold a github-token (line 2, offset 12, length 40): ghp_****************",
                        "finding.token"));
    }

    @Test
    void whoConfirmsPublishesTheTextAsItIs() {
        for (String policy : List.of("warn", "mask", "refuse")) {
            PublicationGuard guard = guard(policy);

            guard.check(published, true);

            assertThat(guard.findings()).hasSize(2);
            assertThat(published.text().content()).isEqualTo(TEXT);
        }
    }

    @Test
    void aCategoryAndTheNameOfAnAssistantAreReadByAllToo() {
        NewConversation text = new NewConversation(
                "On names", "Nothing here", "x@acme.io", null, null, null, null, null, TOKEN, null, null, null);
        Conversation named = new Conversation(UUID.randomUUID(), UUID.randomUUID(), text, true, Instant.now());
        PublicationGuard guard = guard("mask");

        guard.check(named, null);

        assertThat(guard.findings()).extracting(Finding::field).containsExactly("category", "ai_model");
        assertThat(named.category()).isEqualTo("x***@***");
        assertThat(named.text().aiModel()).isEqualTo("ghp_****************");
    }

    @Test
    void whatModeratorsMayRestoreIsLookedAt() {
        published.withhold(Instant.now());
        PublicationGuard guard = guard("mask");

        guard.check(published, null);

        assertThat(guard.findings()).hasSize(2);
        assertThat(published.text().content()).doesNotContain(TOKEN);
    }

    @Test
    void aPreviewLooksAtADraftAndLeavesItAsItIs() {
        PublicationGuard guard = guard("refuse");

        guard.preview(draft);

        assertThat(guard.findings()).hasSize(2);
        assertThat(draft.text().content()).isEqualTo(TEXT);
    }

    @Test
    void whatStaysADraftIsNotLookedAt() {
        PublicationGuard guard = guard("refuse");

        guard.check(draft, null);

        assertThat(guard.findings()).isNull();
    }

    @Test
    void whatCannotBeMaskedWholeIsRefused() {
        NewConversation flood = new NewConversation(
                "On floods",
                "x@acme.io ".repeat(20_000),
                "Technology",
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
        Conversation flooded = new Conversation(UUID.randomUUID(), UUID.randomUUID(), flood, true, Instant.now());

        ApiException refusal =
                catchThrowableOfType(ApiException.class, () -> guard("mask").check(flooded, null));

        assertThat(refusal.code()).isEqualTo(ErrorCode.FINDINGS_NOT_CONFIRMED);
        assertThat(refusal.details()).hasSize(100);
    }
}
