package id.lapor;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What the jar must hold wherever it goes. */
final class JarTest {
    @Test
    void licencesAndNoticesTravelWithIt() throws Exception {
        try (JarFile jar = new JarFile(Child.jar().toFile())) {
            for (String name : Set.of("LICENSE-APACHE", "LICENSE-MIT", "NOTICE")) {
                byte[] held = jar.getInputStream(jar.getEntry("META-INF/" + name)).readAllBytes();
                assertArrayEquals(Files.readAllBytes(Path.of("../..", name)), held, name);
            }
        }
    }

    @Test
    void olderJavaMeetsNothingNewer() throws Exception {
        try (JarFile jar = new JarFile(Child.jar().toFile(), false, JarFile.OPEN_READ, Runtime.Version.parse("11"))) {
            assertTrue(jar.isMultiRelease());
            byte[] engine = jar.getInputStream(jar.getJarEntry("id/lapor/Engine.class")).readAllBytes();
            assertEquals(55, engine[7], "class files of Java 11");
            assertEquals(Set.of(), jar.versionedStream().map(entry -> entry.getName()).filter(name -> name.contains("Ffm"))
                .collect(Collectors.toSet()));
        }
    }

    @Test
    void oneModuleWithOnePackage() {
        ModuleDescriptor module = ModuleFinder.of(Child.jar()).findAll().iterator().next().descriptor();
        assertEquals("id.lapor", module.name());
        assertFalse(module.isAutomatic());
        assertEquals(Set.of("id.lapor"), module.exports().stream().map(export -> export.source()).collect(Collectors.toSet()));
        assertEquals(Set.of("java.base", "com.sun.jna"),
            module.requires().stream().map(required -> required.name()).collect(Collectors.toSet()));
    }
}
