package com.aichatchronicles.revisions;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import com.github.difflib.algorithm.myers.MyersDiffWithLinearSpace;
import com.github.difflib.patch.AbstractDelta;
import com.github.difflib.patch.ChangeDelta;
import com.github.difflib.patch.Chunk;
import com.github.difflib.patch.DeleteDelta;
import com.github.difflib.patch.DeltaType;
import com.github.difflib.patch.InsertDelta;
import com.github.difflib.patch.Patch;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The difference of two texts, line by line. Lines become numbers first, so that long lines are compared once; what the
 * texts begin and end with in common is left out. Where more than five thousand lines remain, they count as one change,
 * because the time that finding the smallest one takes grows with their number times the size of the change.
 */
final class LineDiff {
    private static final int COMPARED = 5000;
    private static final int CONTEXT = 3;

    private final List<String> before;
    private final List<String> after;
    private final Patch<String> patch;

    LineDiff(String before, String after) {
        this.before = List.of(before.split("\r?\n", -1));
        this.after = List.of(after.split("\r?\n", -1));
        this.patch = compare();
    }

    private Patch<String> compare() {
        Map<String, Integer> numbers = new HashMap<>();
        List<Integer> from = numbered(before, numbers);
        List<Integer> to = numbered(after, numbers);
        int start = 0;
        int shorter = Math.min(from.size(), to.size());
        while (start < shorter && from.get(start).equals(to.get(start))) {
            start++;
        }
        int end = 0;
        while (end < shorter - start && from.get(from.size() - 1 - end).equals(to.get(to.size() - 1 - end))) {
            end++;
        }
        List<Integer> fromMiddle = from.subList(start, from.size() - end);
        List<Integer> toMiddle = to.subList(start, to.size() - end);
        if (fromMiddle.size() + toMiddle.size() > COMPARED) {
            Patch<String> result = new Patch<>();
            result.addDelta(delta(new Span(start, fromMiddle.size(), start, toMiddle.size())));
            return result;
        }
        return joined(DiffUtils.diff(fromMiddle, toMiddle, new MyersDiffWithLinearSpace<>()), start);
    }

    /** Lines that are replaced: so many from here on by so many from there on. */
    private record Span(int from, int gone, int to, int come) {
        boolean meets(Span next) {
            return from + gone == next.from && to + come == next.to;
        }

        Span with(Span next) {
            return new Span(from, gone + next.gone, to, come + next.come);
        }
    }

    /** The library tells of lines that came and lines that went in the same place one by one. */
    private Patch<String> joined(Patch<Integer> pieces, int start) {
        Patch<String> result = new Patch<>();
        Span pending = null;
        for (AbstractDelta<Integer> delta : pieces.getDeltas()) {
            Chunk<Integer> source = delta.getSource();
            Chunk<Integer> target = delta.getTarget();
            Span next =
                    new Span(start + source.getPosition(), source.size(), start + target.getPosition(), target.size());
            boolean together = pending != null && pending.meets(next);
            if (pending != null && !together) {
                result.addDelta(delta(pending));
            }
            pending = together ? pending.with(next) : next;
        }
        if (pending != null) {
            result.addDelta(delta(pending));
        }
        return result;
    }

    private AbstractDelta<String> delta(Span span) {
        Chunk<String> source = new Chunk<>(span.from, before.subList(span.from, span.from + span.gone));
        Chunk<String> target = new Chunk<>(span.to, after.subList(span.to, span.to + span.come));
        if (span.gone == 0) {
            return new InsertDelta<>(source, target);
        }
        return span.come == 0 ? new DeleteDelta<>(source, target) : new ChangeDelta<>(source, target);
    }

    private static List<Integer> numbered(List<String> lines, Map<String, Integer> numbers) {
        List<Integer> numbered = new ArrayList<>(lines.size());
        for (String line : lines) {
            numbered.add(number(line, numbers));
        }
        return numbered;
    }

    private static Integer number(String line, Map<String, Integer> numbers) {
        Integer known = numbers.putIfAbsent(line, numbers.size());
        return known == null ? numbers.get(line) : known;
    }

    int added() {
        return patch.getDeltas().stream()
                .filter(delta -> delta.getType() != DeltaType.DELETE)
                .mapToInt(delta -> delta.getTarget().size())
                .sum();
    }

    int removed() {
        return patch.getDeltas().stream()
                .filter(delta -> delta.getType() != DeltaType.INSERT)
                .mapToInt(delta -> delta.getSource().size())
                .sum();
    }

    /** @return the difference in the unified format under these names, empty where there is none */
    String unified(String from, String to) {
        return String.join("\n", UnifiedDiffUtils.generateUnifiedDiff(from, to, before, patch, CONTEXT));
    }
}
