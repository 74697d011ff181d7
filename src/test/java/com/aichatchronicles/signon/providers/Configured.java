package com.aichatchronicles.signon.providers;

import com.aichatchronicles.testing.Settings;

/** Providers as the server makes them of its settings. */
public final class Configured {
    private Configured() {}

    /** @return the provider of that name, for a server at api.example.com */
    public static Provider provider(Settings settings, String name) {
        return new ProviderSettings(settings, name).provider("https://api.example.com");
    }
}
