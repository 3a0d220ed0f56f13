package id.lapor;

/** Started by the tests as a program, over the library in which {@code test.panic} panics: prints the answers. */
public final class Fault {
    private Fault() {}

    public static void main(String[] args) {
        try (Engine engine = Engine.open()) {
            for (int time = 0; time < 3; time++) {
                System.out.println(engine.call("test.panic", "{\"secret\":\"Jalan rusak\"}").json());
                System.out.println(engine.call("engine.info", "{}").isOk());
            }
        }
    }
}
