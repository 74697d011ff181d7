package com.aichatchronicles.platform.http;

import com.aichatchronicles.platform.ratelimit.RateLimited;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import org.eclipse.microprofile.auth.LoginConfig;

/** The REST interface: everything under {@code /api/v1}, as {@code META-INF/openapi.yaml} describes it. */
@ApplicationPath("api/v1")
@RateLimited
@LoginConfig(authMethod = "MP-JWT")
public class ApiApplication extends Application {}
