package id.lapor;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Runs every conformance vector through the public class.
 *
 * <p>VectorRunner FLAT COUNT PACK...: FLAT is made by {@code cargo xtask vectors --flat FLAT}, COUNT is the number of cases that must run,
 * and the PACKs are added to the built-in ones, in order. FLAT has lines of fields with tabs between them. A case line begins a case; the
 * lines up to the next one belong to it:
 *
 * <pre>
 * case     id       operation         request, its bytes in hex
 * expect   pointer  JSON value        the answer has that value there
 * error    code     path              the request is refused
 * golden   SHA-256 in hex             of the whole envelope
 * pending                             only the golden hash is checked
 * </pre>
 */
public final class VectorRunner {
    private final List<String> faults = new ArrayList<>();

    private VectorRunner() {}

    public static void main(String[] args) throws Exception {
        List<List<String[]>> cases = cases(Path.of(args[0]));
        Engine.Builder builder = Engine.builder();
        for (String pack : Arrays.copyOfRange(args, 2, args.length)) {
            builder.pack(Path.of(pack));
        }
        int failed = 0;
        try (Engine engine = builder.build()) {
            for (List<String[]> one : cases) {
                VectorRunner runner = new VectorRunner();
                runner.run(engine, one);
                String id = one.get(0)[1];
                runner.faults.forEach(fault -> System.out.println("FAIL " + id + ": " + fault));
                failed += runner.faults.isEmpty() ? 0 : 1;
            }
        }
        int passed = cases.size() - failed;
        if (cases.size() != Integer.parseInt(args[1])) {
            System.out.println("FAIL " + cases.size() + " cases ran instead of " + args[1]);
            failed++;
        }
        System.out.println(Engine.about() + ", Java " + Runtime.version().feature());
        System.out.println(passed + " passed, " + failed + " failed");
        System.exit(failed == 0 ? 0 : 1);
    }

    /** The cases, each with its lines, the case line first. */
    private static List<List<String[]>> cases(Path flat) throws Exception {
        List<List<String[]>> cases = new ArrayList<>();
        try (Stream<String> lines = Files.lines(flat)) {
            lines.map(line -> line.split("\t", -1)).forEach(line -> {
                if (line[0].equals("case")) {
                    cases.add(new ArrayList<>());
                }
                cases.get(cases.size() - 1).add(line);
            });
        }
        return cases;
    }

    private void run(Engine engine, List<String[]> lines) {
        boolean pending = lines.stream().anyMatch(line -> line[0].equals("pending"));
        int checks = 0;
        try {
            byte[] op = lines.get(0)[2].getBytes(StandardCharsets.UTF_8);
            Answer answer = new Answer(engine.callRaw(op, bytes(lines.get(0)[3])));
            for (String[] line : lines.subList(1, lines.size())) {
                if (!line[0].equals("pending") && (!pending || line[0].equals("golden"))) {
                    check(answer, line);
                    checks++;
                }
            }
        } catch (Exception | LinkageError thrown) {
            faults.add(thrown.toString());
        }
        if (checks == 0) {
            faults.add("nothing was checked");
        }
    }

    private void check(Answer answer, String[] line) throws Exception {
        switch (line[0]) {
            case "expect":
                String found = answer.isOk() ? answer.raw(line[1]).orElse("nothing") : answer.json();
                if (!answer.isOk() || found.equals("nothing") || !gives(answer, line[1], Json.parse(line[2]))) {
                    faults.add(line[1] + "\n     expected " + line[2] + "\n     found " + found);
                }
                break;
            case "error":
                boolean refused = !answer.isOk() && answer.string("/code").equals(Optional.of(line[1]))
                    && answer.string("/path").equals(Optional.of(line[2]));
                if (!refused) {
                    faults.add("error\n     expected " + line[1] + " at " + line[2] + "\n     found " + answer.json());
                }
                break;
            case "golden":
                String hash = hex(MessageDigest.getInstance("SHA-256").digest(answer.bytes()));
                if (!hash.equals(line[1])) {
                    faults.add("golden\n     expected " + line[1] + "\n     found " + hash + " of " + answer.json());
                }
                break;
            default:
                faults.add(line[0] + ": a kind of line that this runner does not know");
        }
    }

    /** Whether the text has that value there, and the getter of its type gives it. */
    private static boolean gives(Answer answer, String pointer, Object expected) {
        boolean typed = true;
        String found = answer.raw(pointer).orElse("");
        if (expected instanceof String) {
            typed = expected.equals(answer.string(pointer).orElse(null));
        } else if (expected instanceof Boolean) {
            typed = expected.equals(answer.bool(pointer).orElse(null));
        } else if (expected instanceof Collection) {
            typed = answer.length(pointer).orElse(-1) == ((Collection<?>) expected).size();
        } else if (expected instanceof Map) {
            typed = answer.length(pointer).orElse(-1) == ((Map<?, ?>) expected).size();
        } else if (expected instanceof BigDecimal && ((BigDecimal) expected).scale() <= 0 && !found.contains(".")) {
            // 5.0 equals 5, and is none of the integers all the same
            typed = answer.integer(pointer).orElse(Long.MIN_VALUE) == ((BigDecimal) expected).longValueExact();
        }
        return typed && Objects.equals(Json.parse(found), expected);
    }

    private static byte[] bytes(String hex) {
        byte[] bytes = new byte[hex.length() / 2];
        for (int at = 0; at < bytes.length; at++) {
            bytes[at] = (byte) (Character.digit(hex.charAt(2 * at), 16) << 4 | Character.digit(hex.charAt(2 * at + 1), 16));
        }
        return bytes;
    }

    private static String hex(byte[] bytes) {
        StringBuilder hex = new StringBuilder();
        for (byte b : bytes) {
            hex.append(Character.forDigit(b >> 4 & 15, 16)).append(Character.forDigit(b & 15, 16));
        }
        return hex.toString();
    }
}
