package com.aichatchronicles.spam;

/** What can be posted; only these names ever reach a FROM. */
public enum PostKind {
    COMMENT("public.comments"),
    CONVERSATION("public.conversations");

    private final String table;

    PostKind(String table) {
        this.table = table;
    }

    String table() {
        return table;
    }
}
