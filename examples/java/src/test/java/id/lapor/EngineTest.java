package id.lapor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;

final class EngineTest {
    @Test
    void answers() {
        try (Engine engine = Engine.open()) {
            Answer answer = engine.call("calendar.add", Map.of("from", "2026-12-22", "length", 3));
            assertTrue(answer.isOk());
            assertEquals("2026-12-29", answer.string("/due").orElseThrow());
        }
    }

    @Test
    void refuses() {
        try (Engine engine = Engine.open()) {
            Answer answer = engine.call("no.such", "{}");
            assertFalse(answer.isOk());
            assertEquals("unknown_op", answer.string("/code").orElseThrow());
            assertEquals("unknown_op", assertThrows(ErrorAnswer.class, answer::orThrow).code());
        }
    }

    @Test
    void refusesPacks() {
        Engine.Builder builder = Engine.builder().pack("{}".getBytes());
        PackRefused refused = assertThrows(PackRefused.class, builder::build);
        assertTrue(refused.path().startsWith("/packs/0"), refused.getMessage());
    }

    @Test
    void closesTwice() {
        Engine engine = Engine.open();
        engine.close();
        engine.close();
        assertThrows(IllegalStateException.class, () -> engine.call("engine.info", "{}"));
    }
}
