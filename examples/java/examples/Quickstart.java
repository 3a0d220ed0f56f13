import id.lapor.Answer;
import id.lapor.Engine;
import id.lapor.LaporException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/**
 * A complaint goes in; what comes out is what it is about, who receives it, why, and what is due when.
 *
 * <p>java -cp lapor.jar:jna.jar Quickstart.java OVERLAY
 */
public final class Quickstart {
    private Quickstart() {}

    public static void main(String[] args) throws IOException {
        try (Engine lapor = Engine.builder().pack(Path.of(args[0])).build()) {
            System.out.println(Engine.about() + "\n");

            Answer answer = lapor.call("triage", Map.of(
                "detail", "full", // with reasons
                "now", "2026-11-23T09:00:00+07:00", // in your application: Engine.instant(OffsetDateTime.now())
                "complaint", Map.of(
                    "title", "Lampu jalan padam di Denai",
                    "content", "Lampu jalan umum di Jalan Panglima Denai, Medan Denai, padam sejak Senin.",
                    "date_of_incident", "2026-11-20"))).orThrow();

            String office = answer.string("/route/lead/name")
                .or(() -> answer.string("/route/needs_triage/coordinator/name")).orElseThrow();
            System.out.println("matter    " + answer.string("/matter/name/id").orElse("not known"));
            System.out.println("place     " + answer.string("/place/region/name").orElse("not known"));
            System.out.println("receiver  " + office);
            System.out.println("because   " + answer.string("/route/candidates/0/reasons/0/text/id").orElse("–"));
            System.out.println("question  " + answer.string("/route/question/text/id").orElse("none"));
            for (int at = 0; at < answer.length("/deadlines").orElse(0); at++) {
                String deadline = "/deadlines/" + at;
                System.out.println("due       " + answer.string(deadline + "/due").orElse("not known")
                    + "  " + answer.string(deadline + "/name/id").orElse(""));
            }
        } catch (LaporException wrong) {
            System.err.println(wrong.getMessage());
            System.exit(1);
        }
    }
}
