package io.streamfleet.stacks.jsii;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.lang.reflect.Field;
import java.util.Optional;
import software.amazon.jsii.JsiiEngine;
import software.amazon.jsii.JsiiRuntime;

/**
 * Speaks with jsii's program as jsii does, but waits for an answer only where {@link Foresight} does not know it: so this
 * process makes its next resources while the other makes the last. jsii itself waits each time, and the two take turns.
 *
 * <p>jsii has no way to hand a conversation in: its two streams are taken out of it, and others put in their place. One thread
 * at a time speaks, as with jsii.
 */
final class Conversation {
    private final Writer questions;
    private final BufferedReader answers;
    private final Foresight foresight = new Foresight();
    private Optional<String> foreseen = Optional.empty();

    Conversation(Writer questions, BufferedReader answers) {
        this.questions = questions;
        this.answers = answers;
    }

    /** Takes jsii's conversation over. Its process runs by then, and nobody speaks with it. */
    static void takeOver(JsiiEngine engine) {
        try {
            Object runtime = field(JsiiEngine.class, "runtime").get(engine);
            Field questions = field(JsiiRuntime.class, "stdin");
            Field answers = field(JsiiRuntime.class, "stdout");
            var conversation = new Conversation((Writer) questions.get(runtime), (BufferedReader) answers.get(runtime));
            questions.set(runtime, conversation.questions());
            answers.set(runtime, conversation.answers());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("jsii is another than this was made for", e);
        }
    }

    private static Field field(Class<?> owner, String name) throws NoSuchFieldException {
        Field field = owner.getDeclaredField(name);
        field.setAccessible(true);
        return field;
    }

    /** Returns what questions are written to, each a line in one piece. */
    Writer questions() {
        return new Questions();
    }

    /** Returns what their answers are read from, by lines alone. */
    BufferedReader answers() {
        return new Answers();
    }

    /** Asks a question, a line. */
    private void ask(String line) throws IOException {
        String question = line.stripTrailing();
        Optional<Foresight.Foreseen> known = foresight.of(question);
        foreseen = known.map(Foresight.Foreseen::answer);
        String sent = known.isPresent() ? known.get().sent().orElse("") : question;
        if (!sent.isEmpty()) {
            questions.write(sent + "\n");
        }
        if (known.isEmpty()) {
            questions.flush();
        }
    }

    /** Returns the answer to the last question. */
    private String answer() throws IOException {
        if (foreseen.isPresent()) {
            String answer = foreseen.get();
            foreseen = Optional.empty();
            return answer;
        }
        String answer = answers.readLine();
        if (answer != null) {
            foresight.told(answer);
        }
        return answer;
    }

    private final class Questions extends Writer {
        @Override
        public void write(String text) throws IOException {
            ask(text);
        }

        @Override
        public void write(char[] text, int from, int length) throws IOException {
            ask(new String(text, from, length));
        }

        /** What need not be waited for goes when there is enough of it, or with a question that is. */
        @Override
        public void flush() {}

        @Override
        public void close() throws IOException {
            questions.close();
        }
    }

    private final class Answers extends BufferedReader {
        Answers() {
            super(Reader.nullReader());
        }

        @Override
        public String readLine() throws IOException {
            return answer();
        }

        @Override
        public void close() throws IOException {
            answers.close();
        }
    }
}
