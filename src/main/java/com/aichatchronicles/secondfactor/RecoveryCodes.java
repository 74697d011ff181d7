package com.aichatchronicles.secondfactor;

import java.util.List;

/** New recovery codes, each good once. */
public record RecoveryCodes(List<String> recoveryCodes) {
    @Override
    public String toString() {
        return "RecoveryCodes[]"; // they must not reach a log
    }
}
