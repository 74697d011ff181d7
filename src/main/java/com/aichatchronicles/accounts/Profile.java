package com.aichatchronicles.accounts;

import com.aichatchronicles.passwords.PasswordRules;
import com.aichatchronicles.platform.persistence.TextArrayConverter;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What the world sees of an account. Made by the database with the account, changed by its owner, gone with it. */
@Entity
@Table(schema = "public", name = "profiles")
public class Profile {
    @Id
    private UUID id;

    private String email;

    @Column(name = "full_name")
    private String fullName;

    private String username;
    private String title;
    private String bio;

    @Column(name = "avatar_url")
    private String avatarUrl;

    private String location;
    private String website;

    @Convert(converter = TextArrayConverter.class)
    private List<String> interests;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "updated_at")
    private Instant updatedAt;

    protected Profile() {} // required by JPA

    /** Takes over each member that is given; an empty text clears what may be empty. */
    void edit(ProfileEdit changes) {
        fullName = changes.fullName() == null ? fullName : changes.fullName().strip();
        username = changes.username() == null ? username : changes.username();
        title = replace(title, changes.title());
        bio = replace(bio, changes.bio());
        location = replace(location, changes.location());
        website = replace(website, changes.website());
        avatarUrl = replace(avatarUrl, changes.avatarUrl());
        interests = changes.interests() == null ? interests : List.copyOf(changes.interests());
    }

    String fullName() {
        return fullName;
    }

    PasswordRules.Owner owner() {
        return new PasswordRules.Owner(email, fullName, username);
    }

    void moveTo(String address) {
        email = address;
    }

    ProfileView view() {
        return new ProfileView(
                id, email, fullName, username, title, bio, avatarUrl, location, website, interests, createdAt,
                updatedAt);
    }

    private static String replace(String current, String given) {
        if (given == null) {
            return current;
        }
        return given.isBlank() ? null : given.strip();
    }
}
