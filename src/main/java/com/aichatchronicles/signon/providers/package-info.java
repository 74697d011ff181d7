/**
 * The providers of the configuration ({@code OIDC_PROVIDERS}): who they are, whom they may send and what that gives a
 * person here, how they are spoken to, and what they say of somebody. Knows neither the protocol nor who is whom.
 * Settings that are wrong keep the server from starting.
 */
package com.aichatchronicles.signon.providers;
