package com.aichatchronicles.platform.http;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import org.eclipse.microprofile.auth.LoginConfig;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.enums.SecuritySchemeType;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.security.SecurityScheme;

/** The REST interface: everything under {@code /api/v1}. */
@ApplicationPath("api/v1")
@LoginConfig(authMethod = "MP-JWT")
@OpenAPIDefinition(
        info =
                @Info(
                        title = "AI Chat Chronicles",
                        version = "1",
                        description = "Publish, browse, search, feature and discuss conversations with AI assistants."))
@SecurityScheme(
        securitySchemeName = ApiApplication.BEARER,
        type = SecuritySchemeType.HTTP,
        scheme = "bearer",
        bearerFormat = "JWT",
        description = "An access token from /auth/login, /auth/register or /auth/refresh-token; it lives 15 minutes.")
public class ApiApplication extends Application {
    /** Name of the security scheme in the OpenAPI document. */
    public static final String BEARER = "bearer";
}
