package com.aichatchronicles.signin;

/** Where a right password leads: in, or to the second factor. */
public sealed interface SignInAnswer permits SignedIn, AdminView.SignedIn, ChallengeView {}
