package io.streamfleet.streammanager;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;

/** Takes the body of an answer as far as a bound, and not a byte more into memory. */
final class BoundedBody implements BodySubscriber<byte[]> {
    /** Says that an answer went over the bound. */
    static final class TooLarge extends IOException {
        private static final long serialVersionUID = 1L;
    }

    private final int largest;
    private final CompletableFuture<byte[]> body = new CompletableFuture<>();
    private final ByteArrayOutputStream taken = new ByteArrayOutputStream();
    private Subscription subscription;

    private BoundedBody(int largest) {
        this.largest = largest;
    }

    static BodyHandler<byte[]> of(int largest) {
        return answer -> new BoundedBody(largest);
    }

    @Override
    public CompletionStage<byte[]> getBody() {
        return body;
    }

    @Override
    public void onSubscribe(Subscription given) {
        subscription = given;
        given.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        if (body.isDone()) {
            return;
        }
        for (ByteBuffer buffer : buffers) {
            if (taken.size() + buffer.remaining() > largest) {
                taken.reset();
                body.completeExceptionally(new TooLarge());
                subscription.cancel();
                return;
            }
            byte[] bytes = new byte[buffer.remaining()];
            buffer.get(bytes);
            taken.write(bytes, 0, bytes.length);
        }
    }

    @Override
    public void onError(Throwable fault) {
        body.completeExceptionally(fault);
    }

    @Override
    public void onComplete() {
        body.complete(taken.toByteArray());
    }
}
