package id.lapor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.api.io.TempDir;

/** Where the library is looked for, in which order, and what is said if it is not there or not the right one. */
final class LibraryTest {
    private static final String NAME = "liblapor.so.1";
    private static final String PLACE = "the jar's /native/linux-";

    @TempDir
    Path folder;

    /** The library beside the classes, on a class path with everything. */
    private static String probe(String... flags) throws Exception {
        return probe(Map.of(), Child.classPath(Child.tests(), Child.jar(), Child.jna()), flags);
    }

    private static String probe(Map<String, String> environment, String classPath, String... flags) throws Exception {
        List<String> words = new ArrayList<>(Arrays.asList(flags));
        words.addAll(List.of("-cp", classPath, "id.lapor.Probe"));
        Child child = Child.run(environment, words.toArray(new String[0]));
        assertEquals(0, child.exit, child.err);
        String[] lines = child.out.split("\n");
        assertEquals(2, lines.length, child.out);
        assertEquals(lines[0].split(" ")[0], lines[1].split(" ")[0], child.out);
        return lines[0];
    }

    /** The library of the jar in a folder of its own. */
    private Path laid(String name) throws Exception {
        Path copy = Files.createDirectories(folder.resolve(name)).resolve(NAME);
        try (ZipFile jar = new ZipFile(Child.jar().toFile())) {
            ZipEntry library = jar.stream().filter(entry -> entry.getName().endsWith("/" + NAME)).findFirst().orElseThrow();
            try (InputStream bytes = jar.getInputStream(library)) {
                Files.copy(bytes, copy);
            }
        }
        return copy;
    }

    /** The jar as it is where no library was put into it. */
    private Path bareJar() throws Exception {
        Path bare = folder.resolve("bare.jar");
        try (ZipFile jar = new ZipFile(Child.jar().toFile()); OutputStream file = Files.newOutputStream(bare);
            ZipOutputStream out = new ZipOutputStream(file)) {
            for (ZipEntry entry : (Iterable<ZipEntry>) jar.stream().map(ZipEntry.class::cast)::iterator) {
                if (!entry.getName().startsWith("native/")) {
                    out.putNextEntry(new ZipEntry(entry.getName()));
                    jar.getInputStream(entry).transferTo(out);
                }
            }
        }
        return bare;
    }

    private static void starts(String expected, String found) {
        assertTrue(found.startsWith(expected), found);
    }

    private static void contains(String expected, String found) {
        assertTrue(found.contains(expected), found);
    }

    @Test
    void theJarComesLastAndLeavesNothingBehind() throws Exception {
        starts("true lapor 0.1.0, " + Child.binding() + ", " + PLACE, probe("-Djava.io.tmpdir=" + folder));
        try (Stream<Path> left = Files.list(folder)) {
            assertEquals(List.of(), left.filter(path -> path.getFileName().toString().startsWith("lapor")).toList());
        }
    }

    @Test
    void thePropertyComesFirst() throws Exception {
        Path first = laid("first");
        String second = "-Djava.library.path=" + laid("second").getParent();
        contains(", lapor.library " + first, probe("-Dlapor.library=" + first, second));
        contains(", lapor.library " + first, probe("-Dlapor.library=" + first.getParent(), second));
    }

    @Test
    void thenTheSystem() throws Exception {
        Path second = laid("second");
        Path third = laid("third");
        String nowhere = "-Djava.library.path=" + folder.resolve("nowhere");
        String jna = "-Djna.library.path=" + third.getParent();
        contains(", java.library.path " + second, probe("-Djava.library.path=" + second.getParent(), jna));
        contains(", jna.library.path " + third, probe(nowhere, jna));
        Map<String, String> environment = Map.of("LD_LIBRARY_PATH", third.getParent().toString());
        String all = Child.classPath(Child.tests(), Child.jar(), Child.jna());
        contains(", the system's loader, " + NAME, probe(environment, all, nowhere));
        // what Java says of itself has them by default
        contains(", java.library.path " + third, probe(environment, all));
    }

    @Test
    void theWorkingFolderIsNotSearched() throws Exception {
        starts("true lapor 0.1.0, " + Child.binding() + ", " + PLACE, probe("-Djava.library.path=.:"));
    }

    @Test
    void whatThePropertyNamesIsNotReplaced() throws Exception {
        String missing = probe("-Dlapor.library=" + folder.resolve("none.so"));
        starts("LibraryNotFound", missing);
        contains("lapor.library " + folder.resolve("none.so") + ": no such file", missing);
        starts("LibraryNotFound", probe("-Dlapor.library=" + folder));
        Path text = Files.writeString(folder.resolve("text.so"), "no library");
        starts("LibraryNotFound", probe("-Dlapor.library=" + text));
    }

    @Test
    void everyPlaceIsNamed() throws Exception {
        String classPath = Child.classPath(Child.tests(), bareJar(), Child.jna());
        String said = probe(Map.of(), classPath, "-Djava.library.path=" + folder, "-Djna.library.path=/nowhere");
        starts("LibraryNotFound", said);
        for (String place : List.of("java.library.path " + folder + ": no " + NAME + " or liblapor.so",
            "jna.library.path /nowhere", "the system's loader, " + NAME, "the system's loader, liblapor.so",
            "the jar: no /native/linux-", "-Dlapor.library=")) {
            contains(place, said);
        }
    }

    @Test
    void aTemporaryFolderThatIsNoneIsNamed() throws Exception {
        // JNA needs one as well, for itself
        String said = probe("-Djava.io.tmpdir=" + folder.resolve("none"), "-Djna.tmpdir=" + folder);
        starts("LibraryNotFound", said);
        contains("java.io.tmpdir", said);
    }

    @Test
    void anotherLibraryIsRefused() throws Exception {
        starts("AbiMismatch 1 99 ", probe("-Dlapor.library=" + Child.made("other-abi.so")));
        starts("AbiMismatch 1 1 ", probe("-Dlapor.library=" + Child.made("lacking.so")));
        starts("AbiMismatch 1 -1 ", probe("-Dlapor.library=" + Child.made("unrelated.so")));
    }

    @Test
    void withoutJna() throws Exception {
        String said = probe(Map.of(), Child.classPath(Child.tests(), Child.jar()));
        if (Child.binding().equals("ffm")) {
            starts("true lapor 0.1.0, ffm, ", said);
        } else {
            starts("LibraryNotFound", said);
            contains("JNA is not on the class path", said);
        }
    }

    @Test
    @EnabledForJreRange(min = JRE.JAVA_24)
    void deniedNativeAccessIsSaid() throws Exception {
        List<String> words = new ArrayList<>(Child.builder(Map.of(), "--illegal-native-access=deny", "-cp",
            Child.classPath(Child.tests(), Child.jar(), Child.jna()), "id.lapor.Probe").command());
        words.removeIf(word -> word.startsWith("--enable-native-access"));
        Process process = new ProcessBuilder(words).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes());
        assertFalse(said.startsWith("true"), said);
        contains("NativeAccessDenied", said);
        contains("--enable-native-access=ALL-UNNAMED", said);
    }
}
