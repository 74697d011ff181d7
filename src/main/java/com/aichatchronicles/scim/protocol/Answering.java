package com.aichatchronicles.scim.protocol;

import com.aichatchronicles.platform.errors.ScimError;
import com.aichatchronicles.platform.http.HttpConfig;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.unboundid.scim2.common.utils.JsonUtils;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URI;

/** Writes resources and lists of them as RFC 7644 has them. */
@ApplicationScoped
public class Answering {
    @Inject
    HttpConfig config;

    /** @return 201 with the resource and where it is */
    public Response created(ResourceKind kind, StoredResource resource, AttributeSelection selection) {
        return whole(Response.created(URI.create(location(kind, resource))), kind, resource, selection);
    }

    /** @return 200 with the resource */
    public Response found(ResourceKind kind, StoredResource resource, AttributeSelection selection) {
        return whole(Response.ok(), kind, resource, selection);
    }

    /** @return 304 if the client has this version, else 200 */
    public Response found(ResourceKind kind, StoredResource resource, AttributeSelection selection, String noneMatch) {
        return resource.isKnownBy(noneMatch)
                ? Response.notModified()
                        .header(HttpHeaders.ETAG, resource.entityTag())
                        .build()
                : found(kind, resource, selection);
    }

    /** @return 200 with the list */
    public Response list(ResourceKind kind, ResourcePage page, int startIndex, AttributeSelection selection) {
        ArrayNode resources = JsonUtils.getJsonNodeFactory().arrayNode();
        page.resources().forEach(resource -> resources.add(json(kind, resource, selection)));
        return list(page.total(), startIndex, resources);
    }

    /** @return 200 with resources that are what they are */
    public Response list(long total, int startIndex, ArrayNode resources) {
        ObjectNode list = JsonUtils.getJsonNodeFactory().objectNode();
        list.putArray("schemas").add("urn:ietf:params:scim:api:messages:2.0:ListResponse");
        list.put("totalResults", total);
        list.put("startIndex", startIndex);
        list.put("itemsPerPage", resources.size());
        list.set("Resources", resources);
        return json(Response.ok(), list);
    }

    /** @return the answer with that body */
    public Response json(Response.ResponseBuilder answer, ObjectNode body) {
        return answer.type(ScimError.SCIM_JSON)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .entity(body.toString())
                .build();
    }

    /** @return the public address of something in the tree */
    public String address(String path) {
        return config.apiUrl() + "/scim/v2" + path;
    }

    private Response whole(
            Response.ResponseBuilder answer, ResourceKind kind, StoredResource resource, AttributeSelection selection) {
        answer.header(HttpHeaders.ETAG, resource.entityTag());
        return json(answer, json(kind, resource, selection));
    }

    private ObjectNode json(ResourceKind kind, StoredResource resource, AttributeSelection selection) {
        ObjectNode json = JsonUtils.getJsonNodeFactory().objectNode();
        json.putArray("schemas").add(kind.schema());
        json.put("id", resource.id().toString());
        json.setAll(resource.attributes());
        json.path("groups").forEach(group -> refer(ResourceKind.GROUP, (ObjectNode) group));
        json.path("members").forEach(member -> refer(ResourceKind.USER, (ObjectNode) member));
        json.putObject("meta")
                .put("resourceType", kind.label())
                .put("created", resource.createdAt().toString())
                .put("lastModified", resource.updatedAt().toString())
                .put("location", location(kind, resource))
                .put("version", resource.entityTag());
        selection.apply(json);
        return json;
    }

    private void refer(ResourceKind kind, ObjectNode other) {
        other.put("$ref", reference(kind, other.get("value").asText()));
    }

    private String location(ResourceKind kind, StoredResource resource) {
        return reference(kind, resource.id().toString());
    }

    private String reference(ResourceKind kind, String id) {
        return address(kind.path() + '/' + id);
    }
}
