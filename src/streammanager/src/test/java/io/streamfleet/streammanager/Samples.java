package io.streamfleet.streammanager;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

/** Documents as the vendor's pages have them. */
final class Samples {
    static final JsonNode POLICY = json("""
            {"policy": {"name": "live", "description": "Numbers of nodes of live",
             "type": "com.red5pro.services.autoscaling.model.ScalePolicyMaster", "version": "0.0.3",
             "targets": {"region": [{"name": "default", "target": [
               {"role": "origin", "minLimit": 1, "maxLimit": 4, "scaleAdjustment": 1},
               {"role": "edge", "minLimit": 2, "maxLimit": 8, "scaleAdjustment": 1, "scaleInWaitTime": 60000}]}]}}}
            """);

    static final JsonNode CONFIGURATION = json("""
            {"launchconfig": {"name": "live", "description": "Types of nodes of live", "image": "red5pro-node-11",
             "version": "0.0.3",
             "targets": {"target": [
               {"role": "origin", "instanceType": "c5.large", "connectionCapacity": 2000},
               {"role": "edge", "instanceType": "c5.large", "connectionCapacity": 500}]},
             "properties": {"property": [
               {"name": "vmSizeFallbacks", "value": ["Standard_F2s", "Standard_F2"]}, {"name": "plain", "value": "yes"}]},
             "metadata": {"meta": []}}}
            """);

    static final JsonNode GROUP = json("""
            {"regions": ["us-east-1"], "launchConfig": "live", "scalePolicy": "live"}
            """);

    private Samples() {}

    static JsonNode json(String text) {
        try {
            return new JsonMapper().readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
