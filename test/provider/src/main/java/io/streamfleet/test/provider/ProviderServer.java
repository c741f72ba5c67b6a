package io.streamfleet.test.provider;

import static io.streamfleet.test.provider.Protocol.diagnostics;
import static io.streamfleet.test.provider.Protocol.paths;
import static io.streamfleet.test.provider.Protocol.value;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.grpc.MethodDescriptor;
import io.grpc.MethodDescriptor.MethodType;
import io.grpc.Server;
import io.grpc.ServerServiceDefinition;
import io.grpc.Status;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import io.grpc.stub.ServerCalls;
import io.streamfleet.test.provider.OfflineProvider.Answer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;

/** Serves one provider to Terraform, on a port of loopback that the machine chooses. */
final class ProviderServer implements AutoCloseable {
    private static final int MOST_BYTES = 64 << 20;

    private final OfflineProvider provider;
    private final Message schemas;
    private final Server server;

    private ProviderServer(OfflineProvider provider) {
        this.provider = provider;
        this.schemas = Protocol.schemas(provider.schemas());
        this.server = NettyServerBuilder.forAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
                .maxInboundMessageSize(MOST_BYTES)
                .addService(service())
                .build();
    }

    static ProviderServer start(OfflineProvider provider) {
        var server = new ProviderServer(provider);
        try {
            server.server.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return server;
    }

    OfflineProvider provider() {
        return provider;
    }

    /** Returns how Terraform finds the provider: what TF_REATTACH_PROVIDERS holds under its name. */
    JsonNode reattach() {
        var address = (InetSocketAddress) server.getListenSockets().get(0);
        var json = new ObjectMapper().createObjectNode();
        json.put("Protocol", "grpc");
        json.put("ProtocolVersion", Protocol.VERSION);
        json.put("Pid", ProcessHandle.current().pid());
        json.put("Test", true);
        json.putObject("Addr")
                .put("Network", "tcp")
                .put("String", address.getAddress().getHostAddress() + ":" + address.getPort());
        return json;
    }

    @Override
    public void close() {
        try {
            if (!server.shutdownNow().awaitTermination(10, TimeUnit.SECONDS)) {
                throw new IllegalStateException("the provider's server does not end");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private ServerServiceDefinition service() {
        var calls = new Calls();
        calls.answer("GetSchema", request -> schemas);
        calls.answer(
                "PrepareProviderConfig",
                request -> Message.builder().message(1, request.message(1)).build());
        calls.answer("Configure", request -> {
            provider.configure(value(request, 2));
            return Message.builder().build();
        });
        calls.answer("ValidateResourceTypeConfig", request -> Message.builder()
                .messages(1, diagnostics(provider.validate(request.text(1), value(request, 2))))
                .build());
        calls.answer("UpgradeResourceState", this::upgrade);
        calls.answer("ReadResource", request -> Message.builder()
                .message(1, value(provider.read(request.text(1), value(request, 2))))
                .bytes(3, request.bytes(3))
                .build());
        calls.answer("PlanResourceChange", request -> {
            Object planned = provider.plan(request.text(1), value(request, 3));
            return Message.builder()
                    .message(1, value(planned))
                    .messages(2, paths(provider.replacedBy(request.text(1), value(request, 2), planned)))
                    .build();
        });
        calls.answer("ApplyResourceChange", request -> {
            Answer made = provider.apply(request.text(1), value(request, 2), value(request, 3), value(request, 4));
            return Message.builder()
                    .message(1, value(made.value()))
                    .messages(3, diagnostics(made.diagnostics()))
                    .build();
        });
        calls.answer(
                "ValidateEphemeralResourceConfig", request -> Message.builder().build());
        calls.answer("OpenEphemeralResource", request -> Message.builder()
                .message(3, value(provider.open(request.text(1), value(request, 2))))
                .build());
        calls.answer("RenewEphemeralResource", request -> Message.builder().build());
        calls.answer("CloseEphemeralResource", request -> Message.builder().build());
        calls.answer("Stop", request -> Message.builder().build());
        return calls.service();
    }

    private Message upgrade(Message request) {
        byte[] json = request.message(3).bytes(1);
        Answer kept = provider.upgrade(request.text(1), request.number(2), Values.decodeJson(json));
        return Message.builder()
                .message(1, value(kept.value()))
                .messages(2, diagnostics(kept.diagnostics()))
                .build();
    }

    /** The calls of the service, each with its answer. */
    private static final class Calls {
        private static final MethodDescriptor.Marshaller<Message> MARSHALLER = new MethodDescriptor.Marshaller<>() {
            @Override
            public InputStream stream(Message message) {
                return new ByteArrayInputStream(message.toBytes());
            }

            @Override
            public Message parse(InputStream stream) {
                try {
                    return Message.read(stream.readAllBytes());
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        };

        private final ServerServiceDefinition.Builder service = ServerServiceDefinition.builder(Protocol.SERVICE);

        void answer(String name, UnaryOperator<Message> answer) {
            MethodDescriptor<Message, Message> method = MethodDescriptor.newBuilder(MARSHALLER, MARSHALLER)
                    .setType(MethodType.UNARY)
                    .setFullMethodName(MethodDescriptor.generateFullMethodName(Protocol.SERVICE, name))
                    .build();
            service.addMethod(method, ServerCalls.asyncUnaryCall((request, observer) -> {
                try {
                    observer.onNext(answer.apply(request));
                    observer.onCompleted();
                } catch (RuntimeException e) {
                    // Terraform shows the description; without one it would say "unknown".
                    observer.onError(Status.INTERNAL
                            .withDescription(name + ": " + e)
                            .withCause(e)
                            .asRuntimeException());
                }
            }));
        }

        ServerServiceDefinition service() {
            return service.build();
        }
    }
}
