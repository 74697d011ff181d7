package com.aichatchronicles.platform.http;

import com.aichatchronicles.testing.OpenApiDocument;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The routes of the REST interface and of the tree for directories, as the code has them. */
final class Routes {
    private static final String BASE = base(ApiApplication.class);

    private Routes() {}

    /** @return the method that answers each route, by HTTP method and path: {@code GET /api/v1/auth/me} */
    static Map<String, Method> all() {
        Map<String, Method> routes = new TreeMap<>();
        resources().forEach(resource -> {
            for (Method method : resource.getMethods()) {
                verb(method).ifPresent(verb -> routes.put(verb + ' ' + path(resource, method), method));
            }
        });
        return routes;
    }

    /** @return those of the REST interface: directories have a tree whose rules are those of SCIM */
    static Map<String, Method> ofTheRestInterface() {
        Map<String, Method> routes = all();
        routes.keySet().removeIf(name -> !name.contains(' ' + BASE + '/'));
        return routes;
    }

    /** @return those of the REST interface that a document describes, whatever it may lack */
    static Map<String, Method> describedIn(OpenApiDocument document) {
        Map<String, Method> routes = ofTheRestInterface();
        routes.keySet().retainAll(document.operations().keySet());
        return routes;
    }

    /** @return the record that the body of a request is read into */
    static Optional<Class<?>> body(Method method) {
        return Stream.of(method.getParameters())
                .filter(parameter -> parameter.getAnnotations().length == 0
                        && parameter.getType().isRecord())
                .<Class<?>>map(Parameter::getType)
                .findFirst();
    }

    private static Stream<Class<?>> resources() {
        return new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("com.aichatchronicles").stream()
                        .filter(type -> type.isAnnotatedWith(Path.class))
                        .map(JavaClass::reflect);
    }

    private static Optional<String> verb(Method method) {
        return Stream.of(method.getAnnotations())
                .map(Annotation::annotationType)
                .map(type -> type.getAnnotation(HttpMethod.class))
                .filter(found -> found != null)
                .map(HttpMethod::value)
                .findFirst();
    }

    private static String path(Class<?> resource, Method method) {
        Path own = method.getAnnotation(Path.class);
        BelongsTo other = resource.getAnnotation(BelongsTo.class);
        String root = resource.getAnnotation(Path.class).value();
        String path = (other == null ? BASE : base(other.value())) + (root.isEmpty() ? "" : '/' + root);
        return own == null ? path : path + '/' + own.value();
    }

    private static String base(Class<?> application) {
        return '/' + application.getAnnotation(ApplicationPath.class).value();
    }
}
