package com.aichatchronicles.conversations;

import jakarta.enterprise.context.Dependent;
import jakarta.json.bind.serializer.JsonbSerializer;
import jakarta.json.bind.serializer.SerializationContext;
import jakarta.json.stream.JsonGenerator;
import java.util.List;

/**
 * Writes a conversation: the members that were asked for, with null where one is empty, and the deprecated ones of the
 * earlier front end. JSON-B alone can do neither.
 */
@Dependent
public class ConversationWriter implements JsonbSerializer<ConversationView> {
    @Override
    public void serialize(ConversationView view, JsonGenerator json, SerializationContext context) {
        json.writeStartObject();
        writeText(view, json);
        writeState(view, json);
        writeDeprecated(view, json);
        writeHit(view, json);
        json.writeEnd();
    }

    private static void writeText(ConversationView view, JsonGenerator json) {
        ConversationMembers members = view.members();
        if (members.has("id")) {
            json.write("id", view.id().toString());
        }
        text(json, members, "title", view.title());
        text(json, members, "content", view.content());
        text(json, members, "excerpt", view.excerpt());
        if (members.has("author_id")) {
            json.write("author_id", view.authorId().toString());
        }
        text(json, members, "category", view.category());
        if (members.has("tags")) {
            tags(json, view.tags());
        }
        text(json, members, "ai_model", view.aiModel());
    }

    private static void writeState(ConversationView view, JsonGenerator json) {
        ConversationMembers members = view.members();
        number(json, members, "read_time", view.readTime());
        truth(json, members, "published", view.published());
        truth(json, members, "featured", view.featured());
        text(json, members, "created_at", view.createdAt());
        text(json, members, "updated_at", view.updatedAt());
        text(json, members, "edited_at", view.editedAt());
        if (members.has("profiles")) {
            author(json, "profiles", view.profiles(), "full_name", "avatar_url");
        }
        number(json, members, "likes_count", view.likesCount());
        number(json, members, "comments_count", view.commentsCount());
    }

    private static void writeDeprecated(ConversationView view, JsonGenerator json) {
        ConversationMembers members = view.members();
        text(json, members, "createdAt", view.createdAt());
        number(json, members, "readTime", view.readTime());
        number(json, members, "likes", view.likesCount());
        number(json, members, "comments", view.commentsCount());
        if (members.has("author")) {
            author(json, "author", view.profiles(), "name", "avatar");
        }
    }

    private static void writeHit(ConversationView view, JsonGenerator json) {
        if (view.rank() != null && view.members().has("rank")) {
            json.write("rank", view.rank());
        }
        if (view.highlight() != null && view.members().has("highlight")) {
            json.write("highlight", view.highlight());
        }
    }

    private static void author(JsonGenerator json, String name, Author author, String nameMember, String avatarMember) {
        json.writeStartObject(name).write("id", author.id().toString());
        value(json, nameMember, author.fullName());
        value(json, "username", author.username());
        value(json, avatarMember, author.avatarUrl());
        json.writeEnd();
    }

    private static void tags(JsonGenerator json, List<String> tags) {
        json.writeStartArray("tags");
        tags.forEach(json::write);
        json.writeEnd();
    }

    private static void text(JsonGenerator json, ConversationMembers members, String name, Object text) {
        if (members.has(name)) {
            value(json, name, text);
        }
    }

    private static void value(JsonGenerator json, String name, Object text) {
        if (text == null) {
            json.writeNull(name);
            return;
        }
        json.write(name, text.toString());
    }

    private static void number(JsonGenerator json, ConversationMembers members, String name, long number) {
        if (members.has(name)) {
            json.write(name, number);
        }
    }

    private static void truth(JsonGenerator json, ConversationMembers members, String name, boolean truth) {
        if (members.has(name)) {
            json.write(name, truth);
        }
    }
}
