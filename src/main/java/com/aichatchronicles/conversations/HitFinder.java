package com.aichatchronicles.conversations;

import com.aichatchronicles.conversations.QueryLexemes.Lexeme;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.tartarus.snowball.ext.EnglishStemmer;

/**
 * Finds in texts what a query has matched: words whose stem is one of its lexemes, and those of its lexemes that are
 * more than a word, such as {@code 3.14} or {@code example.com}. One thread at a time may use it.
 */
final class HitFinder {
    /** In characters. PostgreSQL takes longer words too, but no search term is that long. */
    private static final int LONGEST_WORD = 255;

    /** Such a lexeme of a query stands beside one for each of its parts, which are what PostgreSQL highlights. */
    private static final Pattern HYPHENATED = Pattern.compile("[\\p{L}\\p{M}\\p{N}]+(-[\\p{L}\\p{M}\\p{N}]+)+");

    private final Map<String, Integer> words = new HashMap<>();
    private final Map<String, Integer> prefixes = new HashMap<>();
    private final List<Literal> literals = new ArrayList<>();
    private final BitSet firstCharacters = new BitSet();
    private final EnglishStemmer stemmer = new EnglishStemmer();
    private final int lexemes;
    private int shortest = Integer.MAX_VALUE;

    /**
     * A lexeme that has more in it than a word.
     *
     * @param text of the lexeme
     * @param lead how many characters of it stand before its first word
     * @param number of the lexeme
     */
    private record Literal(String text, int lead, int number) {}

    HitFinder(List<Lexeme> query) {
        lexemes = query.size();
        for (int number = 0; number < lexemes; number++) {
            add(query.get(number), number);
        }
        literals.sort((one, other) -> other.text().length() - one.text().length());
    }

    private void add(Lexeme lexeme, int number) {
        WordScanner scanner = new WordScanner(lexeme.text(), 0);
        if (!scanner.next() || HYPHENATED.matcher(lexeme.text()).matches()) {
            return;
        }
        firstCharacters.set(lexeme.text().charAt(scanner.start()));
        shortest = Math.min(shortest, scanner.end() - scanner.start());
        if (scanner.end() - scanner.start() < lexeme.text().length()) {
            literals.add(new Literal(lexeme.text(), scanner.start(), number));
        } else {
            (lexeme.prefix() ? prefixes : words).put(lexeme.text(), number);
        }
    }

    /** @return how many lexemes the query has */
    int lexemes() {
        return lexemes;
    }

    /** @return the hits in their order; none reaches into another */
    List<Hit> in(String text) {
        List<Hit> hits = new ArrayList<>();
        WordScanner scanner = new WordScanner(text, 0);
        for (int word = 0; scanner.next(); word++) {
            if (!mayBeHit(text, scanner)) {
                continue;
            }
            Hit hit = hit(text, scanner, word);
            if (hit != null && (hits.isEmpty() || hits.get(hits.size() - 1).end() <= hit.start())) {
                hits.add(hit);
                scanner.skipTo(hit.end());
            }
        }
        return hits;
    }

    /** Tells most words apart without stemming: a stem begins like its word and isn't longer. */
    private boolean mayBeHit(String text, WordScanner word) {
        int length = word.end() - word.start();
        return length >= shortest
                && length <= LONGEST_WORD
                && firstCharacters.get(Character.toLowerCase(text.charAt(word.start())));
    }

    private Hit hit(String text, WordScanner word, int position) {
        for (Literal literal : literals) {
            int start = word.start() - literal.lead();
            int end = start + literal.text().length();
            if (startsWith(text, start, literal.text()) && isEndOfWord(text, end)) {
                return new Hit(start, end, literal.number(), position);
            }
        }
        Integer number = lexemeOf(lowerCase(text, word.start(), word.end()));
        return number == null ? null : new Hit(word.start(), word.end(), number, position);
    }

    private Integer lexemeOf(String word) {
        String lexeme = word.chars().anyMatch(Character::isDigit) ? word : stem(word);
        Integer number = words.get(lexeme);
        if (number == null) {
            number = words.get(withDoubledEnd(word, lexeme));
        }
        if (number == null) {
            number = prefixOf(lexeme);
        }
        return number == null || StopWords.contains(word) ? null : number;
    }

    /** From PostgreSQL 18 on, the stem of "added" is "add", where this stemmer still makes it "ad". */
    private static String withDoubledEnd(String word, String stem) {
        int end = stem.length();
        boolean doubled = word.length() > end + 1 && word.startsWith(stem) && word.charAt(end) == word.charAt(end - 1);
        return doubled ? word.substring(0, end + 1) : stem;
    }

    private Integer prefixOf(String lexeme) {
        for (Map.Entry<String, Integer> prefix : prefixes.entrySet()) {
            if (lexeme.startsWith(prefix.getKey())) {
                return prefix.getValue();
            }
        }
        return null;
    }

    private String stem(String word) {
        stemmer.setCurrent(word);
        stemmer.stem();
        return stemmer.getCurrent();
    }

    private static boolean startsWith(String text, int start, String lexeme) {
        if (start < 0 || start + lexeme.length() > text.length()) {
            return false;
        }
        for (int i = 0; i < lexeme.length(); i++) {
            if (Character.toLowerCase(text.charAt(start + i)) != lexeme.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isEndOfWord(String text, int end) {
        return end == text.length() || WordCharacter.of(text.codePointAt(end)) != WordCharacter.PART;
    }

    /** One character for one, as PostgreSQL does it; {@link String#toLowerCase} looks at neighbours. */
    private static String lowerCase(String text, int start, int end) {
        char[] lower = new char[end - start];
        for (int i = 0; i < lower.length; i++) {
            lower[i] = Character.toLowerCase(text.charAt(start + i));
        }
        return new String(lower);
    }
}
