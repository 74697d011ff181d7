package com.aichatchronicles.accounts;

/** An account and its profile, as their owner sees them. */
public record AccountView(UserView user, ProfileView profile) {}
