package com.aichatchronicles.signon.providers;

import java.io.IOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;

/** The body of an answer as text, given up as soon as it is larger than it may be. */
final class BoundedBody implements BodySubscriber<String> {
    private final BodySubscriber<String> text = BodySubscribers.ofString(StandardCharsets.UTF_8);
    private long remaining;
    private Flow.Subscription subscription;

    BoundedBody(long most) {
        remaining = most;
    }

    @Override
    public CompletionStage<String> getBody() {
        return text.getBody();
    }

    @Override
    public void onSubscribe(Flow.Subscription source) {
        subscription = source;
        text.onSubscribe(source);
    }

    @Override
    public void onNext(List<ByteBuffer> part) {
        remaining -= part.stream().mapToLong(ByteBuffer::remaining).sum();
        if (remaining < 0) {
            subscription.cancel();
            text.onError(new IOException("The answer of the provider is too large"));
            return;
        }
        text.onNext(part);
    }

    @Override
    public void onError(Throwable failure) {
        text.onError(failure);
    }

    @Override
    public void onComplete() {
        text.onComplete();
    }
}
