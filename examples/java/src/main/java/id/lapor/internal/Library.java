package id.lapor.internal;

import id.lapor.LibraryNotFound;
import id.lapor.NativeAccessDenied;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds the library, once for the process: the property {@code lapor.library}, a file or a folder; the system, that is the folders of
 * {@code java.library.path} and {@code jna.library.path} and what the system's loader knows; the jar, whose resource is laid into a file
 * of its own for as long as loading takes.
 */
public final class Library {
    /** Names the file or folder of the library. */
    private static final String PROPERTY = "lapor.library";

    private static Library found;

    private final Binding binding;
    private final String place;

    private Library(Binding binding, String place) {
        this.binding = binding;
        this.place = place;
    }

    /** The library of this process; each call tries again until one is found. */
    public static synchronized Library get() {
        if (found == null) {
            try {
                found = new Search(Platform.here()).run();
            } catch (IllegalCallerException denied) {
                throw new NativeAccessDenied(denied);
            }
        }
        return found;
    }

    /** How to call it. */
    public Binding binding() {
        return binding;
    }

    /** Release, way of calling and place, for logs. */
    public String about() {
        return "lapor " + binding.version() + ", " + binding.name() + ", " + place;
    }

    /** One search, and what it has tried so far. */
    private static final class Search {
        private final Platform platform;
        private final List<String> tried = new ArrayList<>();
        private Throwable last;

        Search(Platform platform) {
            this.platform = platform;
        }

        Library run() {
            String told = System.getProperty(PROPERTY, "");
            Library library = told.isEmpty() ? bySystem() : byProperty(told);
            if (library == null && told.isEmpty()) {
                library = byJar();
            }
            if (library == null) {
                throw new LibraryNotFound(tried, last);
            }
            return library;
        }

        /** What the property names, and nothing else: who names a library wants that one. */
        private Library byProperty(String told) {
            Path path = Path.of(told).toAbsolutePath();
            return Files.isDirectory(path) ? inFolder(path, PROPERTY + " ") : atFile(path, PROPERTY + " ");
        }

        private Library bySystem() {
            for (String property : List.of("java.library.path", "jna.library.path")) {
                for (String folder : System.getProperty(property, "").split(File.pathSeparator)) {
                    // the working folder is no place to load a program from
                    if (!folder.isEmpty() && !folder.equals(".")) {
                        Library library = inFolder(Path.of(folder).toAbsolutePath(), property + " ");
                        if (library != null) {
                            return library;
                        }
                    }
                }
            }
            for (String name : platform.names()) {
                Library library = open(name, "the system's loader, " + name);
                if (library != null) {
                    return library;
                }
            }
            return null;
        }

        private Library inFolder(Path folder, String by) {
            for (String name : platform.names()) {
                if (Files.isRegularFile(folder.resolve(name))) {
                    return atFile(folder.resolve(name), by);
                }
            }
            tried.add(by + folder + ": no " + String.join(" or ", platform.names()));
            return null;
        }

        private Library atFile(Path file, String by) {
            if (!Files.isRegularFile(file)) {
                tried.add(by + file + ": no such file");
                return null;
            }
            return open(file.toString(), by + file);
        }

        private Library byJar() {
            String resource = "/" + platform.folder() + "/" + platform.names().get(0);
            try (InputStream bytes = Library.class.getResourceAsStream(resource)) {
                if (bytes == null) {
                    tried.add("the jar: no " + resource);
                    return null;
                }
                return fromCopy(bytes, resource);
            } catch (IOException unwritten) {
                last = unwritten;
                tried.add("the jar: " + resource + " cannot be laid into java.io.tmpdir: " + unwritten.getMessage());
                return null;
            }
        }

        private Library fromCopy(InputStream bytes, String resource) throws IOException {
            // a folder that its owner alone may enter: nobody else can put another file in the library's place
            Path folder = Files.createTempDirectory("lapor-");
            Path file = folder.resolve(platform.names().get(0));
            try {
                Files.copy(bytes, file);
                return open(file.toString(), "the jar's " + resource);
            } finally {
                remove(file);
                remove(folder);
            }
        }

        /** Where a library in use cannot be removed (Windows), when Java ends. */
        private static void remove(Path path) {
            try {
                Files.deleteIfExists(path);
            } catch (IOException inUse) {
                path.toFile().deleteOnExit();
            }
        }

        private Library open(String name, String place) {
            try {
                return new Library(Bindings.open(name), place);
            } catch (UnsatisfiedLinkError refused) {
                last = refused;
                tried.add(place + ": " + firstLine(refused));
            } catch (NoClassDefFoundError noJna) {
                last = noJna;
                tried.add(place + ": " + (String.valueOf(noJna.getMessage()).startsWith("com/sun/jna/")
                    ? "JNA is not on the class path; add net.java.dev.jna:jna, or run on Java 22 or newer"
                    : firstLine(noJna)));
            } catch (ExceptionInInitializerError inJna) {
                // JNA loads a library of its own as soon as it is touched
                if (inJna.getCause() instanceof IllegalCallerException) {
                    throw new NativeAccessDenied(inJna.getCause());
                }
                throw inJna;
            }
            return null;
        }

        private static String firstLine(Throwable thrown) {
            return String.valueOf(thrown.getMessage()).split("\n")[0];
        }
    }
}
