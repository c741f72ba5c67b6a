package io.streamfleet.test.provider;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.UnknownFieldSet;
import com.google.protobuf.UnknownFieldSet.Field;
import java.util.List;

/**
 * A message of Terraform's plugin protocol, by field number. A field that was not sent reads as empty, zero or false, as
 * the protocol has it.
 */
final class Message {
    private final UnknownFieldSet fields;

    private Message(UnknownFieldSet fields) {
        this.fields = fields;
    }

    static Message read(byte[] bytes) {
        try {
            return new Message(UnknownFieldSet.parseFrom(bytes));
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalArgumentException("no message of the plugin protocol", e);
        }
    }

    static Builder builder() {
        return new Builder();
    }

    String text(int number) {
        return last(number).toStringUtf8();
    }

    byte[] bytes(int number) {
        return last(number).toByteArray();
    }

    Message message(int number) {
        return read(bytes(number));
    }

    long number(int number) {
        List<Long> sent = fields.getField(number).getVarintList();
        return sent.isEmpty() ? 0 : sent.get(sent.size() - 1);
    }

    List<Message> messages(int number) {
        return fields.getField(number).getLengthDelimitedList().stream()
                .map(each -> read(each.toByteArray()))
                .toList();
    }

    byte[] toBytes() {
        return fields.toByteArray();
    }

    private ByteString last(int number) {
        List<ByteString> sent = fields.getField(number).getLengthDelimitedList();
        return sent.isEmpty() ? ByteString.EMPTY : sent.get(sent.size() - 1);
    }

    /** Puts a message together; a field that is named again is repeated. */
    static final class Builder {
        private final UnknownFieldSet.Builder fields = UnknownFieldSet.newBuilder();

        Builder text(int number, String text) {
            return bytes(number, ByteString.copyFromUtf8(text));
        }

        Builder bytes(int number, byte[] bytes) {
            return bytes(number, ByteString.copyFrom(bytes));
        }

        Builder message(int number, Message message) {
            return bytes(number, message.fields.toByteString());
        }

        Builder messages(int number, List<Message> messages) {
            messages.forEach(each -> message(number, each));
            return this;
        }

        Builder number(int number, long value) {
            fields.mergeField(number, Field.newBuilder().addVarint(value).build());
            return this;
        }

        Builder flag(int number, boolean value) {
            return value ? number(number, 1) : this;
        }

        Message build() {
            return new Message(fields.build());
        }

        private Builder bytes(int number, ByteString bytes) {
            fields.mergeField(
                    number, Field.newBuilder().addLengthDelimited(bytes).build());
            return this;
        }
    }
}
