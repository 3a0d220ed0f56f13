package id.lapor.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PlatformTest {
    @ParameterizedTest
    @CsvSource({
        "Linux,      amd64,   false, native/linux-x86_64,       liblapor.so.1 liblapor.so",
        "Linux,      amd64,   true,  native/linux-x86_64-musl,  liblapor.so.1 liblapor.so",
        "Linux,      aarch64, false, native/linux-aarch64,      liblapor.so.1 liblapor.so",
        "Linux,      aarch64, true,  native/linux-aarch64-musl, liblapor.so.1 liblapor.so",
        "Linux,      riscv64, false, native/linux-riscv64,      liblapor.so.1 liblapor.so",
        "Mac OS X,   aarch64, false, native/macos-aarch64,      liblapor.1.dylib liblapor.dylib",
        "Mac OS X,   x86_64,  true,  native/macos-x86_64,       liblapor.1.dylib liblapor.dylib",
        "Windows 11, amd64,   false, native/windows-x86_64,     lapor.dll",
        "Windows 11, arm64,   true,  native/windows-aarch64,    lapor.dll",
        "FreeBSD,    amd64,   false, native/freebsd-x86_64,     liblapor.so.1 liblapor.so",
    })
    void isNamed(String os, String arch, boolean musl, String folder, String names) {
        Platform platform = new Platform(os, arch, musl);
        assertEquals(folder, platform.folder());
        assertEquals(List.of(names.split(" ")), platform.names());
    }
}
