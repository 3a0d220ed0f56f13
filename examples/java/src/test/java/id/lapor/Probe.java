package id.lapor;

/** Started by the tests as a program: says which library it got, or what is thrown. */
public final class Probe {
    private Probe() {}

    public static void main(String[] args) {
        say();
        // the second try says the same: nothing is left half loaded
        say();
    }

    private static void say() {
        try (Engine engine = Engine.open()) {
            System.out.println(engine.call("engine.info", "{}").isOk() + " " + Engine.about());
        } catch (LaporException wrong) {
            String numbers = "";
            if (wrong instanceof AbiMismatch) {
                AbiMismatch mismatch = (AbiMismatch) wrong;
                numbers = " " + mismatch.expected() + " " + mismatch.found().orElse(-1);
            }
            System.out.println(wrong.getClass().getSimpleName() + numbers + " " + wrong.getMessage());
        }
    }
}
