package com.aichatchronicles.comments;

import com.aichatchronicles.platform.http.Page;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Puts replies beneath the comments that they answer. */
final class CommentTree {
    private final ThreadRequest request;
    private final List<CommentRow> top;
    private final Map<UUID, List<CommentRow>> replies;

    /** @param rows in the order of the request on every level */
    CommentTree(ThreadRequest request, List<CommentRow> rows) {
        this.request = request;
        this.top = rows.stream().filter(row -> row.depth() == 0).toList();
        this.replies =
                rows.stream().filter(row -> row.depth() > 0).collect(Collectors.groupingBy(CommentRow::parentId));
    }

    /** @return the page of the list, each comment with its replies */
    Page<CommentView> page(long total) {
        return request.page().fill(top, total, row -> row.position(request.sort()), this::view);
    }

    private CommentView view(CommentRow row) {
        List<CommentRow> shown = replies.getOrDefault(row.id(), List.of());
        boolean more = !shown.isEmpty() && row.repliesCount() > shown.size();
        String cursor =
                more ? shown.get(shown.size() - 1).position(request.sort()).encode(2) : null;
        return row.view(shown.stream().map(this::view).toList(), cursor);
    }
}
