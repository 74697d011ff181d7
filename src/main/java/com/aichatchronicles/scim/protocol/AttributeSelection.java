package com.aichatchronicles.scim.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which attributes a client wants (RFC 7644, section 3.9). The id and the schemas are always told.
 *
 * @param wanted names in lower case, empty for all
 * @param unwanted names in lower case
 */
public record AttributeSelection(Set<String> wanted, Set<String> unwanted) {
    private static final Set<String> ALWAYS = Set.of("id", "schemas");

    /**
     * @param query the parameters
     * @return what they ask for
     */
    public static AttributeSelection of(MultivaluedMap<String, String> query) {
        return new AttributeSelection(names(query.getFirst("attributes")), names(query.getFirst("excludedAttributes")));
    }

    /** @return whether the attribute, or a part of it, is to be told */
    public boolean includes(String attribute) {
        String name = attribute.toLowerCase(Locale.ROOT);
        boolean named =
                wanted.isEmpty() || wanted.stream().anyMatch(one -> one.equals(name) || one.startsWith(name + '.'));
        return named && !unwanted.contains(name);
    }

    /** Takes away what is not wanted. */
    public void apply(ObjectNode resource) {
        for (String name : names(resource)) {
            if (ALWAYS.contains(name)) {
                continue;
            }
            if (!includes(name)) {
                resource.remove(name);
                continue;
            }
            JsonNode value = resource.get(name);
            if (value.isObject()) {
                applyWithin(name, (ObjectNode) value);
            } else if (value.isArray()) {
                value.forEach(item -> applyWithin(name, (ObjectNode) item));
            }
        }
    }

    private void applyWithin(String attribute, ObjectNode parts) {
        String prefix = attribute.toLowerCase(Locale.ROOT) + '.';
        boolean all = wanted.isEmpty() || wanted.contains(attribute.toLowerCase(Locale.ROOT));
        for (String part : names(parts)) {
            String name = prefix + part.toLowerCase(Locale.ROOT);
            if (unwanted.contains(name) || !all && !wanted.contains(name)) {
                parts.remove(part);
            }
        }
    }

    private static List<String> names(ObjectNode node) {
        List<String> names = new ArrayList<>();
        node.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static Set<String> names(String list) {
        return Stream.of(list == null ? new String[0] : list.split(","))
                .map(name -> name.strip().replaceFirst("(?i)^urn:ietf:params:scim:schemas:core:2.0:\\w+:", ""))
                .map(name -> name.toLowerCase(Locale.ROOT))
                .filter(name -> !name.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }
}
