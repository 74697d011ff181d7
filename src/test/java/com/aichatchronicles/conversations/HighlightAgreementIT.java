package com.aichatchronicles.conversations;

import static org.assertj.core.api.Assertions.assertThat;

import com.aichatchronicles.testing.Deployments;
import com.aichatchronicles.testing.Sql;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * That the server marks in real conversations what PostgreSQL would mark. It may mark more: PostgreSQL takes a host, a
 * path or a tag such as {@code math.sqrt}, {@code and/or} or {@code <b id="x">} for one word or for none, and readers
 * see words.
 */
@ExtendWith(ArquillianExtension.class)
class HighlightAgreementIT {
    private static final int LONGEST = 5000;
    private static final int WORDS_OF_EACH = 12;
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");
    private static final Pattern MARKED = Pattern.compile(Highlight.START + "(.*?)" + Highlight.STOP, Pattern.DOTALL);
    private static final Pattern MORE_THAN_WORDS = Pattern.compile("\\S*(?<=\\w)[./@<>_-]+(?=\\w)\\S*|<[^>]*>");

    private static final String QUERY = "SELECT CAST(websearch_to_tsquery('pg_catalog.english', ?) AS text)";
    private static final String HEADLINE = "SELECT ts_headline('pg_catalog.english', chronicles.spaced(?),"
            + " websearch_to_tsquery('pg_catalog.english', ?), 'HighlightAll=true, StartSel=" + Highlight.START
            + ", StopSel=" + Highlight.STOP + "')";

    @Deployment(testable = false)
    static WebArchive war() {
        return Deployments.shippedWar();
    }

    @Test
    void wordsOfRealTextsAreMarkedAsByPostgres() throws IOException {
        int compared = 0;
        for (String text : texts()) {
            for (String word : words(text)) {
                compared++;
                assertAgreement(text, word);
            }
        }
        assertThat(compared).isGreaterThan(150);
    }

    private static void assertAgreement(String text, String word) {
        String term = new SearchTerm(word).webSearch();
        HitFinder finder = new HitFinder(QueryLexemes.of(Sql.text(QUERY, term)));
        Set<String> ours = marked(Passage.whole(text, finder.in(text)).marked(text));
        Set<String> theirs = marked(Sql.text(HEADLINE, text, term));
        Set<String> explained = MORE_THAN_WORDS
                .matcher(text.toLowerCase(Locale.ROOT))
                .results()
                .flatMap(run -> WORD.matcher(run.group()).results())
                .map(MatchResult::group)
                .collect(Collectors.toSet());

        assertThat(ours).as(word).containsAll(theirs);
        ours.removeAll(theirs);
        assertThat(explained).as(word).containsAll(ours);
    }

    private static Set<String> marked(String text) {
        return MARKED.matcher(text)
                .results()
                .map(mark -> mark.group(1).toLowerCase(Locale.ROOT))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<String> words(String text) {
        List<String> words =
                WORD.matcher(text).results().map(MatchResult::group).distinct().toList();
        int step = Math.max(1, words.size() / WORDS_OF_EACH);
        return Stream.iterate(0, i -> i < words.size(), i -> i + step)
                .map(words::get)
                .filter(word ->
                        !Sql.text(QUERY, new SearchTerm(word).webSearch()).isEmpty())
                .toList();
    }

    private static List<String> texts() throws IOException {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                HighlightAgreementIT.class.getResourceAsStream(
                        "/com/aichatchronicles/local/sample-conversations.jsonl"),
                StandardCharsets.UTF_8))) {
            return lines.lines().map(HighlightAgreementIT::text).toList();
        }
    }

    private static String text(String line) {
        try (JsonReader reader = Json.createReader(new StringReader(line))) {
            String text = reader.readObject().getJsonArray("messages").getValuesAs(JsonObject.class).stream()
                    .map(message -> message.getString("content"))
                    .collect(Collectors.joining("\n\n"));
            return Highlight.plain(text, LONGEST);
        }
    }
}
