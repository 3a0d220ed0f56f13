package id.lapor.internal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** What this Java runs on, and what the library is called there. */
final class Platform {
    private final String os;
    private final String arch;
    private final boolean musl;

    /** From the values of {@code os.name} and {@code os.arch}. */
    Platform(String osName, String osArch, boolean musl) {
        String name = osName.toLowerCase(Locale.ROOT);
        this.os = name.startsWith("windows") ? "windows" : name.startsWith("mac") ? "macos" : name.split(" ")[0];
        this.arch = arch(osArch.toLowerCase(Locale.ROOT));
        this.musl = musl && os.equals("linux");
    }

    static Platform here() {
        return new Platform(System.getProperty("os.name"), System.getProperty("os.arch"), hasMusl());
    }

    /** The folder of a jar that has the library for it: {@code native/linux-x86_64}, on Alpine {@code native/linux-x86_64-musl}. */
    String folder() {
        return "native/" + os + "-" + arch + (musl ? "-musl" : "");
    }

    /** The file names of the library, the one with its ABI number first. */
    List<String> names() {
        switch (os) {
            case "windows":
                return List.of("lapor.dll");
            case "macos":
                return List.of("liblapor." + Binding.ABI + ".dylib", "liblapor.dylib");
            default:
                return List.of("liblapor.so." + Binding.ABI, "liblapor.so");
        }
    }

    private static String arch(String name) {
        switch (name) {
            case "amd64":
            case "x86-64":
            case "x64":
                return "x86_64";
            case "arm64":
                return "aarch64";
            default:
                return name;
        }
    }

    /** True if this process has musl as its C library: Alpine. Its loader is in the memory of every process. */
    private static boolean hasMusl() {
        try {
            // a path in it may be no UTF-8
            return Files.readString(Path.of("/proc/self/maps"), StandardCharsets.ISO_8859_1).contains("/ld-musl-");
        } catch (IOException | RuntimeException noProc) {
            return false;
        }
    }
}
