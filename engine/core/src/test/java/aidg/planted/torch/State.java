package aidg.planted.torch;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;

/// Every kind of static state, and one constant.
final class State {

    static final Map<String, String> SEEN = new HashMap<>();
    static final Random DRAWS = new Random(1);
    static final Clock NOW = Clock.systemUTC();
    static final AtomicLong NEXT = new AtomicLong();
    static final List<String> WORDS = List.of("constant");
    static int counter;

    private State() {}
}
