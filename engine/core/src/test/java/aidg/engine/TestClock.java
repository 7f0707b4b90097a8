package aidg.engine;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/// A clock, in UTC, that stands still until a test moves it.
public class TestClock extends Clock {

    private volatile Instant now;

    /// @param start like `2026-11-21T09:00:00Z`
    public TestClock(String start) {
        now = Instant.parse(start);
    }

    public void pass(Duration time) {
        now = now.plus(time);
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
