package io.streamfleet.test.provider;

import io.streamfleet.test.provider.Schema.Attribute;
import io.streamfleet.test.provider.Schema.Block;
import io.streamfleet.test.provider.Schema.NestedBlock;
import java.util.List;
import java.util.Map;

/**
 * The messages of Terraform's plugin protocol, version 5, that more than one call uses: values, schemas, diagnostics.
 * Numbers are those of the protocol's definition.
 *
 * @see <a href="https://github.com/hashicorp/terraform/blob/main/docs/plugin-protocol/tfplugin5.proto">Definition</a>
 */
final class Protocol {
    /** The version that Terraform is told: the one that the google and azurerm providers speak. */
    static final int VERSION = 5;

    /** The service that Terraform calls. */
    static final String SERVICE = "tfplugin5.Provider";

    private static final int ERROR = 1;

    private Protocol() {}

    /** Reads a value that is sent as a field of a request. */
    static Object value(Message request, int field) {
        byte[] packed = request.message(field).bytes(1);
        if (packed.length == 0) {
            throw new IllegalArgumentException("field " + field + ": no value as MessagePack");
        }
        return Values.decode(packed);
    }

    static Message value(Object value) {
        return Message.builder().bytes(1, Values.encode(value)).build();
    }

    static List<Message> diagnostics(List<Diagnostic> diagnostics) {
        return diagnostics.stream().map(Protocol::diagnostic).toList();
    }

    private static Message diagnostic(Diagnostic diagnostic) {
        return Message.builder()
                .number(1, ERROR)
                .text(2, diagnostic.summary())
                .message(4, path(diagnostic.path()))
                .build();
    }

    /** Returns the paths of attributes of a resource itself. */
    static List<Message> paths(List<String> names) {
        return names.stream().map(name -> path(List.of(name))).toList();
    }

    private static Message path(List<Object> steps) {
        Message.Builder path = Message.builder();
        for (Object step : steps) {
            Message.Builder each = Message.builder();
            path.message(
                    1,
                    step instanceof Integer position
                            ? each.number(3, position).build()
                            : each.text(1, (String) step).build());
        }
        return path.build();
    }

    static Message schemas(ProviderSchemas schemas) {
        Message.Builder response = Message.builder()
                .message(1, schema(schemas.settings()))
                // Terraform then asks once a run, and not once a resource.
                .message(6, Message.builder().flag(2, true).build());
        byType(response, 2, schemas.resources());
        byType(response, 3, schemas.dataSources());
        byType(response, 8, schemas.ephemerals());
        return response.build();
    }

    private static void byType(Message.Builder response, int field, Map<String, Schema> schemas) {
        schemas.forEach((type, schema) -> response.message(
                field,
                Message.builder().text(1, type).message(2, schema(schema)).build()));
    }

    private static Message schema(Schema schema) {
        return Message.builder()
                .number(1, schema.version())
                .message(2, block(schema.block()))
                .build();
    }

    private static Message block(Block block) {
        return Message.builder()
                .messages(
                        2,
                        block.attributes().values().stream()
                                .map(Protocol::attribute)
                                .toList())
                .messages(
                        3,
                        block.blocks().entrySet().stream()
                                .map(each -> nested(each.getKey(), each.getValue()))
                                .toList())
                .build();
    }

    private static Message attribute(Attribute attribute) {
        return Message.builder()
                .text(1, attribute.name())
                .text(2, attribute.type().toString())
                .flag(4, attribute.required())
                .flag(5, attribute.optional())
                .flag(6, attribute.computed())
                .flag(7, attribute.sensitive())
                .flag(9, attribute.deprecated())
                .flag(10, attribute.writeOnly())
                .build();
    }

    private static Message nested(String name, NestedBlock nested) {
        return Message.builder()
                .text(1, name)
                .message(2, block(nested.block()))
                .number(3, nested.nesting().ordinal() + 1L)
                .number(4, nested.least())
                .number(5, nested.most())
                .build();
    }
}
