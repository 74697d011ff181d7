package com.aichatchronicles.seminars;

import java.util.UUID;

/** Who holds a seminar, as the world sees them. */
public record Host(UUID id, String fullName, String username, String avatarUrl) {}
