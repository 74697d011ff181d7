package com.aichatchronicles.conversations;

import static com.aichatchronicles.conversations.Highlight.START;
import static com.aichatchronicles.conversations.Highlight.STOP;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HighlightTest {
    @Test
    void hitsAreMarked() {
        assertThat(Highlight.html(" on " + START + "minds" + STOP + " ")).isEqualTo("on <mark>minds</mark>");
        assertThat(Highlight.hits(START + "minds" + STOP)).isTrue();
        assertThat(Highlight.hits("minds")).isFalse();
    }

    @Test
    void everythingElseIsText() {
        assertThat(Highlight.html("<script>alert(\"1\" & '2')</script> <mark>x</mark> &lt;"))
                .isEqualTo("&lt;script&gt;alert(&quot;1&quot; &amp; &#39;2&#39;)&lt;/script&gt;"
                        + " &lt;mark&gt;x&lt;/mark&gt; &amp;lt;");
    }

    @Test
    void hitsBesideEachOtherAreOne() {
        assertThat(Highlight.html(START + "人" + STOP + "\u0001" + START + "工" + STOP))
                .isEqualTo("<mark>人工</mark>");
    }
}
