package id.lapor;

import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Another Java of this kind, with the same binding: a process has one library, and how it is found can be tried once. */
final class Child {
    final int exit;
    final String out;
    final String err;

    private Child(int exit, String out, String err) {
        this.exit = exit;
        this.out = out;
        this.err = err;
    }

    /** The jar under test. */
    static Path jar() {
        return placeOf(Engine.class);
    }

    static Path jna() {
        return placeOf(com.sun.jna.Native.class);
    }

    /** The folder of the tests' own classes. */
    static Path tests() {
        return placeOf(Child.class);
    }

    /** Files that `cargo xtask java` has made for the tests. */
    static Path made(String name) {
        String folder = System.getProperty("lapor.test.made");
        if (folder == null) {
            throw new IllegalStateException("the tests are started by cargo xtask java");
        }
        return Path.of(folder, name);
    }

    static String classPath(Path... places) {
        return String.join(File.pathSeparator, List.of(places).stream().map(Path::toString).toArray(String[]::new));
    }

    /** Runs Java with these words and waits for its end. */
    static Child run(Map<String, String> environment, String... words) throws IOException, InterruptedException {
        Path out = Files.createTempFile("child", ".out");
        Path err = Files.createTempFile("child", ".err");
        try {
            Process process = builder(environment, words).redirectOutput(out.toFile()).redirectError(err.toFile()).start();
            if (!process.waitFor(120, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IllegalStateException("a child does not end");
            }
            return new Child(process.exitValue(), Files.readString(out), Files.readString(err));
        } finally {
            Files.delete(out);
            Files.delete(err);
        }
    }

    static ProcessBuilder builder(Map<String, String> environment, String... words) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        // a child lives for less time than it would take to compile it well
        command.add("-XX:TieredStopAtLevel=1");
        if (Runtime.version().feature() >= 22) {
            command.add("--enable-native-access=ALL-UNNAMED");
        }
        if (System.getProperty("lapor.binding") != null) {
            command.add("-Dlapor.binding=" + System.getProperty("lapor.binding"));
        }
        command.addAll(List.of(words));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().putAll(environment);
        return builder;
    }

    /** The name of the binding that this Java takes. */
    static String binding() {
        return Runtime.version().feature() < 22 ? "jna" : System.getProperty("lapor.binding", "ffm");
    }

    private static Path placeOf(Class<?> type) {
        try {
            return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
