package com.aichatchronicles.devices;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DeviceTest {
    @Test
    void aLongUserAgentIsCut() {
        assertThat(new Device("u".repeat(401), "192.0.2.1").userAgent()).hasSize(400);
        assertThat(new Device("u".repeat(400), "192.0.2.1").userAgent()).hasSize(400);
    }

    @Test
    void aDeviceNeedsNoUserAgent() {
        assertThat(new Device(null, "192.0.2.1").userAgent()).isNull();
    }
}
