package id.lapor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the READMEs say of the code. The steps of the module's own are run by `cargo xtask java`. */
final class ReadmeTest {
    private static final String IMPORTS = "import id.lapor.*;\nimport java.nio.file.*;\nimport java.time.*;\nimport java.util.*;\n";

    @TempDir
    Path folder;

    /** Runs the text of a README's Java block beside the overlay that it names. */
    private void runs(Path readme, String before) throws Exception {
        String code = Stream.of(Files.readString(readme).split("```")).filter(block -> block.startsWith("java\n"))
            .map(block -> block.substring("java\n".length())).collect(Collectors.joining());
        assertTrue(code.contains("Engine"), readme + " shows nothing");
        String pack = Path.of("../packs/id.12.71.json").toAbsolutePath().toString();
        Path source = folder.resolve("Shown.java");
        Files.writeString(source, IMPORTS + "class Shown { public static void main(String[] args) throws Exception {\n" + before
            + code.replace("\"id.12.71.json\"", "\"" + pack + "\"") + "System.out.println(\"done\"); } }\n");
        Child child = Child.run(Map.of(), "-cp", Child.classPath(Child.jar(), Child.jna()), source.toString());
        assertTrue(child.out.endsWith("done\n"), child.err);
    }

    @Test
    void itsCodeRuns() throws Exception {
        runs(Path.of("README.md"), "");
    }

    @Test
    void theCodeOfTheProjectsReadmeRuns() throws Exception {
        runs(Path.of("../../README.md"), "var complaint = Map.of(\"title\", \"Jalan berlubang\");\n");
    }

    @Test
    void itNamesEveryException() throws Exception {
        String readme = Files.readString(Path.of("README.md"));
        try (Stream<Path> files = Files.list(Path.of("src/main/java/id/lapor"))) {
            List<String> names = files.filter(Files::isRegularFile).map(file -> file.getFileName().toString().replace(".java", ""))
                .filter(ReadmeTest::isThrown).collect(Collectors.toList());
            assertEquals(5, names.size(), names.toString());
            names.forEach(name -> assertTrue(readme.contains("| `" + name + "` |"), name));
        }
    }

    private static boolean isThrown(String name) {
        try {
            Class<?> type = Class.forName("id.lapor." + name);
            return Throwable.class.isAssignableFrom(type) && !Modifier.isAbstract(type.getModifiers());
        } catch (ClassNotFoundException noClass) {
            return false;
        }
    }
}
