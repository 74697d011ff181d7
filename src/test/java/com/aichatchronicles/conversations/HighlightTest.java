package com.aichatchronicles.conversations;

import static com.aichatchronicles.conversations.Highlight.START;
import static com.aichatchronicles.conversations.Highlight.STOP;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HighlightTest {
    @Test
    void hitsAreMarked() {
        assertThat(Highlight.html(" on " + START + "minds" + STOP + " ")).isEqualTo("on <mark>minds</mark>");
    }

    @Test
    void everythingElseIsText() {
        assertThat(Highlight.html("<script>alert(\"1\" & '2')</script> <mark>x</mark> &lt;"))
                .isEqualTo("&lt;script&gt;alert(&quot;1&quot; &amp; &#39;2&#39;)&lt;/script&gt;"
                        + " &lt;mark&gt;x&lt;/mark&gt; &amp;lt;");
    }

    @Test
    void hitsBesideEachOtherAreOne() {
        assertThat(Highlight.html(START + "人" + STOP + START + "工" + STOP)).isEqualTo("<mark>人工</mark>");
    }

    @Test
    void aPlainTextHasNoMarksAndNoStars() {
        assertThat(Highlight.plain("**User** " + START + "x" + STOP, 100)).isEqualTo("User x");
    }

    @Test
    void aPlainTextEndsAtAWholeCharacter() {
        assertThat(Highlight.plain("ab😀", 3)).isEqualTo("ab");
        assertThat(Highlight.plain("ab😀", 4)).isEqualTo("ab😀");
    }
}
