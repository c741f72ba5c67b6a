package io.streamfleet.test.provider;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.msgpack.core.MessageBufferPacker;
import org.msgpack.core.MessagePack;
import org.msgpack.core.MessageUnpacker;
import org.msgpack.value.Value;

/**
 * Terraform's values as MessagePack: {@code null}, {@link String}, {@link Boolean}, {@link BigDecimal}, {@link List}
 * (lists and sets), {@link Map} (maps, objects and blocks), or {@link Unknown}.
 *
 * @see <a href="https://github.com/hashicorp/terraform/blob/main/docs/plugin-protocol/object-wire-format.md">Wire
 *     format</a>
 */
final class Values {
    private static final BigInteger LEAST = BigInteger.valueOf(Long.MIN_VALUE);
    private static final BigInteger MOST = BigInteger.ONE.shiftLeft(64).subtract(BigInteger.ONE);

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private Values() {}

    static Object decode(byte[] packed) {
        try (MessageUnpacker unpacker = MessagePack.newDefaultUnpacker(packed)) {
            return plain(unpacker.unpackValue());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Object plain(Value value) {
        return switch (value.getValueType()) {
            case NIL -> null;
            case BOOLEAN -> value.asBooleanValue().getBoolean();
            case INTEGER -> new BigDecimal(value.asIntegerValue().toBigInteger());
            case FLOAT -> BigDecimal.valueOf(value.asFloatValue().toDouble());
            case STRING -> value.asStringValue().asString();
            case ARRAY -> list(value.asArrayValue().list());
            case MAP -> map(value.asMapValue().map());
            // Of what kind a value will be is a refinement that may be left aside.
            case EXTENSION -> Unknown.VALUE;
            case BINARY -> throw new IllegalArgumentException("a value of a type that no schema here has: dynamic");
        };
    }

    private static List<Object> list(List<Value> values) {
        var list = new ArrayList<Object>(values.size());
        values.forEach(value -> list.add(plain(value)));
        return list;
    }

    private static Map<String, Object> map(Map<Value, Value> values) {
        var map = new LinkedHashMap<String, Object>();
        values.forEach((key, value) -> map.put(key.asStringValue().asString(), plain(value)));
        return map;
    }

    /** Reads a value as state files hold it. */
    static Object decodeJson(byte[] json) {
        try {
            return plain(JSON.readTree(json));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Object plain(JsonNode json) {
        return switch (json.getNodeType()) {
            case NULL -> null;
            case BOOLEAN -> json.booleanValue();
            case NUMBER -> json.decimalValue();
            case STRING -> json.textValue();
            case ARRAY -> {
                var list = new ArrayList<Object>();
                json.forEach(each -> list.add(plain(each)));
                yield list;
            }
            case OBJECT -> {
                var map = new LinkedHashMap<String, Object>();
                json.forEachEntry((key, value) -> map.put(key, plain(value)));
                yield map;
            }
            case BINARY, MISSING, POJO -> throw new IllegalArgumentException("no value of Terraform's: " + json);
        };
    }

    static byte[] encode(Object value) {
        try (MessageBufferPacker packer = MessagePack.newDefaultBufferPacker()) {
            pack(packer, value);
            return packer.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void pack(MessageBufferPacker packer, Object value) throws IOException {
        if (value == null) {
            packer.packNil();
        } else if (value instanceof Unknown) {
            packer.packExtensionTypeHeader((byte) 0, 1).addPayload(new byte[1]);
        } else if (value instanceof Boolean truth) {
            packer.packBoolean(truth);
        } else if (value instanceof String text) {
            packer.packString(text);
        } else if (value instanceof BigDecimal number) {
            packNumber(packer, number);
        } else if (value instanceof List<?> list) {
            packer.packArrayHeader(list.size());
            for (Object each : list) {
                pack(packer, each);
            }
        } else if (value instanceof Map<?, ?> map) {
            packer.packMapHeader(map.size());
            for (Map.Entry<?, ?> each : map.entrySet()) {
                packer.packString((String) each.getKey());
                pack(packer, each.getValue());
            }
        } else {
            throw new IllegalArgumentException("no value of Terraform's: " + value.getClass());
        }
    }

    /** What neither form holds exactly goes as text, which Terraform takes for a number. */
    private static void packNumber(MessageBufferPacker packer, BigDecimal number) throws IOException {
        if (number.stripTrailingZeros().scale() <= 0) {
            BigInteger whole = number.toBigIntegerExact();
            if (whole.compareTo(LEAST) >= 0 && whole.compareTo(MOST) <= 0) {
                packer.packBigInteger(whole);
                return;
            }
        } else if (new BigDecimal(number.toString()).compareTo(BigDecimal.valueOf(number.doubleValue())) == 0) {
            packer.packDouble(number.doubleValue());
            return;
        }
        packer.packString(number.toPlainString());
    }

    /** Returns a value read as an object or a block; none where it is {@code null} or not known yet. */
    @SuppressWarnings("unchecked")
    static Map<String, Object> object(Object value) {
        return value instanceof Map<?, ?> map ? (Map<String, Object>) map : Map.of();
    }
}
