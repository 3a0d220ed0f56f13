package id.lapor;

import com.sun.jna.Function;
import com.sun.jna.NativeLibrary;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;

/**
 * What Java adds to a call, and what memory does over a million of them: {@code cargo xtask java --cost}.
 *
 * <p>Cost NATIVE: native.c as a shared library, linked against the library that the property {@code lapor.library} names: so both sides
 * call the same code in the same process. They take turns, and the medians of the differences within a turn count.
 */
public final class Cost {
    /** Most that Java may add to a call, in microseconds, copying included. */
    private static final double MOST = 4.0;

    /** Most that memory may grow between the calls 100,000 and 1,000,000, in parts of a hundred. */
    private static final double SLOPE = 1.0;

    /** Turns, of which the first ones warm Java up and do not count, and calls of a turn. */
    private static final int TURNS = 161;
    private static final int WARM = 100;
    private static final int CALLS = 100;

    private static boolean good = true;

    private Cost() {}

    /** The loop of native.c. */
    private static final class Loop {
        private final Function function;

        Loop(String library) {
            function = NativeLibrary.getInstance(library).getFunction("native");
        }

        double nanoseconds(long engine, byte[] op, byte[] request) {
            Object[] words = {engine, op, (long) op.length, request, (long) request.length, CALLS};
            return (Double) function.invoke(Double.class, words);
        }
    }

    public static void main(String[] args) throws IOException {
        String text = "Selamat pagi, lampu jalan umum di Jalan Panglima Denai dekat balai RW 05 sudah padam sejak hari Senin. ";
        String triage = "{\"now\":\"2026-11-23T09:00:00+07:00\",\"complaint\":{\"title\":\"Lampu jalan padam\",\"content\":\""
            + text.repeat(9) + "\"}}";
        try (Engine engine = Engine.open()) {
            System.out.println(Engine.about() + ", Java " + Runtime.version().feature());
            Loop loop = new Loop(args[0]);
            making();
            cost(engine, loop, "triage", triage);
            cost(engine, loop, "region.children", String.format("%-1024s", "{\"code\":\"12\"}"));
            memory(engine);
        }
        System.exit(good ? 0 : 1);
    }

    private static void making() {
        double[] turns = new double[TURNS];
        for (int turn = 0; turn < TURNS; turn++) {
            long from = System.nanoTime();
            try (Engine made = Engine.open()) {
                turns[turn] = (System.nanoTime() - from) / 1e6;
                check(made.address() != 0, "an engine is not made");
            }
        }
        System.out.printf(Locale.ROOT, "%-44s%8.1f ms%n", "an engine made", median(turns));
    }

    private static void cost(Engine engine, Loop loop, String op, String request) {
        byte[] opBytes = op.getBytes(StandardCharsets.UTF_8);
        byte[] bytes = request.getBytes(StandardCharsets.UTF_8);
        double[] nativeTurns = new double[TURNS];
        double[] raw = new double[TURNS];
        double[] read = new double[TURNS];
        long seen = 0;
        for (int turn = 0; turn < TURNS; turn++) {
            nativeTurns[turn] = loop.nanoseconds(engine.address(), opBytes, bytes) / CALLS / 1e3;
            long from = System.nanoTime();
            for (int call = 0; call < CALLS; call++) {
                seen += engine.callRaw(opBytes, bytes).length;
            }
            raw[turn] = (System.nanoTime() - from) / 1e3 / CALLS;
            from = System.nanoTime();
            for (int call = 0; call < CALLS; call++) {
                seen += engine.call(op, request).string("/route/lead/name").orElse("").length();
            }
            read[turn] = (System.nanoTime() - from) / 1e3 / CALLS;
        }
        System.out.printf(Locale.ROOT, "%s, %d bytes in, %d bytes out%n", op, bytes.length, engine.callRaw(opBytes, bytes).length);
        System.out.printf(Locale.ROOT, "    %-40s%8.2f us%n", "native", median(nativeTurns));
        double more = more(raw, nativeTurns);
        System.out.printf(Locale.ROOT, "    %-40s%8.2f us, +%.2f%n", "callRaw", median(raw), more);
        System.out.printf(Locale.ROOT, "    %-40s%8.2f us, +%.2f%n", "call, and a string of the answer", median(read),
            more(read, nativeTurns));
        check(seen > 0 && median(nativeTurns) > 0, "a call fails");
        // the answer of a triage has more than the 3 KB that are measured by
        check(more <= MOST || op.equals("triage"), "Java adds more than " + MOST + " us");
    }

    private static double more(double[] turns, double[] nativeTurns) {
        double[] more = new double[TURNS];
        Arrays.setAll(more, turn -> turns[turn] - nativeTurns[turn]);
        return median(more);
    }

    private static double median(double[] turns) {
        double[] sorted = Arrays.copyOfRange(turns, WARM, TURNS);
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    /** The heap is of a fixed size and touched from the start (flags of xtask), so what grows is native. */
    private static void memory(Engine engine) throws IOException {
        long early = 0;
        for (int call = 1; call <= 1_000_000; call++) {
            engine.call("calendar.add", call % 10 == 0 ? "{" : "{\"from\":\"2026-12-22\",\"length\":3}").string("/due");
            if (call == 100_000) {
                early = resident();
            }
        }
        long late = resident();
        double slope = (late - early) * 100.0 / early;
        System.out.printf(Locale.ROOT, "%-44s%8d KiB, then %d KiB: %+.2f %%%n", "memory at 10^5 and 10^6 calls", early >> 10,
            late >> 10, slope);
        check(slope < SLOPE, "memory grows");
    }

    private static long resident() throws IOException {
        return 4096 * Long.parseLong(Files.readString(Path.of("/proc/self/statm")).split(" ")[1]);
    }

    private static void check(boolean holds, String fault) {
        if (!holds) {
            System.out.println("FAIL " + fault);
            good = false;
        }
    }
}
