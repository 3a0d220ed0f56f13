package id.lapor.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The numbers and functions that were copied by hand, beside the header that they were copied from. */
final class BindingTest {
    private final String header = Files.readString(Path.of("../../include/lapor.h"));

    BindingTest() throws Exception {}

    private int number(String name) {
        Matcher line = Pattern.compile("#define " + name + " ([0-9]+)\n").matcher(header);
        assertTrue(line.find(), name);
        return Integer.parseInt(line.group(1));
    }

    @Test
    void theNumbersAreThoseOfTheHeader() {
        assertEquals(number("LAPOR_ABI_VERSION"), Binding.ABI);
        assertEquals(number("LAPOR_OK"), Binding.OK);
    }

    @Test
    void theFunctionsAreThoseOfTheHeader() {
        int functions = 0;
        for (Method method : JnaBinding.class.getDeclaredMethods()) {
            if (Modifier.isNative(method.getModifiers())) {
                functions++;
                Matcher declared = Pattern.compile("\\*?\\b" + method.getName() + "\\(([^)]*)\\);").matcher(header);
                assertTrue(declared.find(), method.getName());
                String arguments = declared.group(1).trim();
                int count = arguments.equals("void") ? 0 : arguments.split(",").length;
                assertEquals(count, method.getParameterCount(), method.getName());
            }
        }
        assertEquals(7, functions);
    }
}
