package com.aichatchronicles.findings;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Looks through texts for what should not be published. */
@ApplicationScoped
public class Scanner {
    private final List<Detector> detectors = List.of(
            new PrivateKeyDetector(),
            new TokenDetector(),
            new PasswordDetector(),
            new AssignmentDetector(),
            new CardDetector(),
            new EmailDetector(),
            new PhoneDetector());

    /**
     * @param text any text
     * @return what was found in it
     */
    public Scan scan(String text) {
        Hits hits = new Hits();
        for (Detector detector : detectors) {
            hits.begin();
            detector.detect(text, hits);
        }
        return new Scan(text, hits.inOrder(), hits.complete());
    }

    List<Detector> detectors() {
        return detectors;
    }
}
