package id.lapor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

final class EngineTest {
    private static final Path MEDAN = Path.of("../packs/id.12.71.json");
    private static final Map<String, ?> LAMP = Map.of("now", "2026-11-23T09:00:00+07:00",
        "complaint", Map.of("title", "Lampu jalan padam", "content", "Lampu jalan umum di Medan Denai padam."));

    @Test
    void usesThePacksItIsGiven() throws IOException {
        try (Engine plain = Engine.open(); Engine medan = Engine.builder().pack(MEDAN).build();
            Engine bytes = Engine.builder().pack(Files.readAllBytes(MEDAN)).build()) {
            assertEquals("typical", plain.call("triage", LAMP).string("/route/lead/naming").orElse("none"));
            Answer answer = medan.call("triage", LAMP);
            assertEquals("Dinas Perhubungan Kota Medan", answer.string("/route/lead/name").orElse("none"));
            assertEquals(answer.json(), bytes.call("triage", LAMP).json());
        }
    }

    @Test
    void halfASurrogatePairIsRefusedAndNotChangedInSilence() {
        try (Engine engine = Engine.open()) {
            for (String half : new String[] {"\ud83d", "\ude00", "a\ud83db", "\ude00\ud83d"}) {
                Answer answer = engine.call("text.normalize", "{\"text\":\"" + half + "\"}");
                assertEquals("bad_utf8", answer.string("/code").orElse("none"));
            }
            assertTrue(engine.call("text.normalize", "{\"text\":\"\ud83d\ude00 jalan\"}").isOk());
        }
    }

    @Test
    void refusesPacksWithCodeAndPath() throws IOException {
        PackRefused none = assertThrows(PackRefused.class, Engine.builder().pack(new byte[0])::build);
        assertTrue(none.path().startsWith("/packs/0"), none.getMessage());
        byte[] cut = Files.readAllBytes(MEDAN);
        cut[cut.length / 2] = 0;
        PackRefused second = assertThrows(PackRefused.class, Engine.builder().pack(MEDAN).pack(cut)::build);
        assertTrue(second.path().startsWith("/packs/1"), second.getMessage());
        assertFalse(second.code().isEmpty());
        assertThrows(NoSuchFileException.class, () -> Engine.builder().pack(Path.of("none.json")));
    }

    @Test
    void sharedEnginesAreClosedOneByOne() throws IOException {
        Engine first = Engine.builder().pack(MEDAN).shared().build();
        Engine second = Engine.builder().pack(MEDAN).shared().build();
        first.close();
        assertTrue(second.call("triage", LAMP).isOk());
        second.close();
        try (Engine third = Engine.builder().pack(MEDAN).shared().build()) {
            assertTrue(third.call("triage", LAMP).isOk());
        }
    }

    @Test
    void closedTwiceItSaysSo() {
        Engine engine = Engine.open();
        Answer answer = engine.call("engine.info", "{}");
        engine.close();
        engine.close();
        assertThrows(IllegalStateException.class, () -> engine.call("engine.info", "{}"));
        assertTrue(answer.string("/engine").isPresent(), "an answer outlives its engine");
    }

    @Test
    void manyThreadsGetTheSameBytes() throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(8);
        try (Engine engine = Engine.open()) {
            String expected = engine.call("triage", LAMP).json();
            List<Callable<Boolean>> calls = new ArrayList<>();
            for (int call = 0; call < 400; call++) {
                calls.add(() -> engine.call("triage", LAMP).json().equals(expected));
            }
            for (Future<Boolean> same : pool.invokeAll(calls)) {
                assertTrue(same.get());
            }
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void callsThatRunEndWellWhenTheEngineIsClosed() throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(4);
        try {
            for (int round = 0; round < 20; round++) {
                Engine engine = Engine.builder().shared().build();
                CountDownLatch started = new CountDownLatch(4);
                List<Future<Boolean>> ends = new ArrayList<>();
                for (int thread = 0; thread < 4; thread++) {
                    ends.add(pool.submit(() -> callUntilClosed(engine, started)));
                }
                started.await();
                engine.close();
                for (Future<Boolean> end : ends) {
                    assertTrue(end.get());
                }
            }
        } finally {
            pool.shutdownNow();
        }
    }

    /** True once the engine says that it was closed; every answer before was one. */
    private static boolean callUntilClosed(Engine engine, CountDownLatch started) {
        try {
            while (engine.call("triage", LAMP).isOk()) {
                started.countDown();
            }
            return false;
        } catch (IllegalStateException closed) {
            return "the engine was closed".equals(closed.getMessage());
        }
    }

    @Test
    void whatIsForgottenIsFreed() throws Exception {
        long before = resident();
        Engine kept = Engine.open();
        long one = resident() - before;
        for (int forgotten = 0; forgotten < 60; forgotten++) {
            Engine.open();
            if (forgotten % 10 == 9) {
                System.gc();
                Thread.sleep(20);
            }
        }
        long grown = resident() - before;
        kept.close();
        assertTrue(grown < 30 * Math.max(one, 1 << 20), "one engine " + one + ", after 60 forgotten " + grown + " bytes");
    }

    /** Memory of this process in bytes. */
    private static long resident() throws IOException {
        return 4096 * Long.parseLong(Files.readString(Path.of("/proc/self/statm")).split(" ")[1]);
    }

    @Test
    void saysWhatItIs() {
        assertTrue(Engine.about().startsWith("lapor 0.1.0, " + Child.binding() + ", the jar's /native/"), Engine.about());
    }

    @Test
    void writesInstants() {
        assertEquals("2026-11-23T09:00:00+07:00", Engine.instant(OffsetDateTime.parse("2026-11-23T09:00:00.123456+07:00")));
        assertEquals("2026-11-23T02:00:00+00:00", Engine.instant(OffsetDateTime.parse("2026-11-23T02:00:00Z")));
    }
}
