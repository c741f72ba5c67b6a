package io.streamfleet.core.construct;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.streamfleet.core.InvalidSpecException;
import org.junit.jupiter.api.Test;

class NodeDocumentTextsTest {
    @Test
    void fails_texts_oneOfWhichIsMissing() {
        assertThatThrownBy(() ->
                        NodeDocumentTexts.builder().launchConfiguration("{}").build())
                .isInstanceOf(InvalidSpecException.class)
                .hasMessage("nodeGroup: must be given\nscalePolicy: must be given");
    }
}
