package com.aichatchronicles.scim;

import com.aichatchronicles.scim.protocol.Answering;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.unboundid.scim2.common.utils.JsonUtils;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;

/** What the tree says about itself (RFC 7643, sections 5 to 7), as {@code discovery.json} has it. */
@ApplicationScoped
class Discovery {
    @Inject
    Answering answers;

    private JsonNode document;

    @PostConstruct
    void load() {
        try (InputStream file = Discovery.class.getResourceAsStream("discovery.json")) {
            document = JsonUtils.getObjectReader().readTree(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    ObjectNode serviceProviderConfig() {
        return located((ObjectNode) document.get("ServiceProviderConfig"), "ServiceProviderConfig", "");
    }

    ArrayNode resourceTypes() {
        return all("ResourceTypes", "ResourceType");
    }

    ArrayNode schemas() {
        return all("Schemas", "Schema");
    }

    /** @return the one of that id, empty if there is none */
    static Optional<ObjectNode> one(ArrayNode all, String id) {
        for (JsonNode node : all) {
            if (node.get("id").asText().equalsIgnoreCase(id)) {
                return Optional.of((ObjectNode) node);
            }
        }
        return Optional.empty();
    }

    private ArrayNode all(String name, String type) {
        ArrayNode all = JsonUtils.getJsonNodeFactory().arrayNode();
        document.get(name)
                .forEach(node -> all.add(located(
                        (ObjectNode) node, type, name + '/' + node.get("id").asText())));
        return all;
    }

    private ObjectNode located(ObjectNode node, String type, String path) {
        ObjectNode copy = node.deepCopy();
        copy.putObject("meta")
                .put("resourceType", type)
                .put("location", answers.address('/' + (path.isEmpty() ? type : path)));
        return copy;
    }
}
