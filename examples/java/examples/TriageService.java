import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import id.lapor.Answer;
import id.lapor.Engine;
import id.lapor.LaporException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Executors;

/**
 * A web service without a framework: the draft of a complaint goes in as a form sends it, the triage comes out as JSON.
 *
 * <p>java -cp lapor.jar:jna.jar TriageService.java PORT OVERLAY...
 *
 * <p>POST /triage has the fields title, content, classification, date_of_incident, region, address, and answers.NAME for an answer to the
 * question that came with the triage before. 200 is an answer, 400 a request that was refused, with the error as JSON. Where personal data
 * stand in the draft, what the form should say of it is under {@code /privacy}. Nothing that was sent is kept or logged.
 */
public final class TriageService {
    /** Largest request, as the library's. */
    private static final int LIMIT = 256 << 10;

    /** Waktu Indonesia Barat, that of the office that runs this service. */
    private static final ZoneOffset ZONE = ZoneOffset.ofHours(7);

    private final Engine lapor;

    private TriageService(Engine lapor) {
        this.lapor = lapor;
    }

    public static void main(String[] args) throws IOException {
        Engine.Builder builder = Engine.builder();
        for (int at = 1; at < args.length; at++) {
            builder.pack(Path.of(args[at]));
        }
        Engine lapor;
        try {
            // one engine for all threads, for as long as the service runs
            lapor = builder.build();
        } catch (LaporException wrong) {
            System.err.println(wrong.getMessage());
            System.exit(1);
            return;
        }
        InetAddress here = InetAddress.getLoopbackAddress();
        HttpServer server = HttpServer.create(new InetSocketAddress(here, Integer.parseInt(args[0])), 0);
        server.setExecutor(Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors()));
        server.createContext("/triage", new TriageService(lapor)::handle);
        server.start();
        System.out.println("http://" + here.getHostAddress() + ":" + server.getAddress().getPort() + "/triage");
    }

    private void handle(HttpExchange exchange) throws IOException {
        try {
            answer(exchange);
        } finally {
            exchange.close();
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        if (!exchange.getRequestMethod().equals("POST")) {
            exchange.getResponseHeaders().set("Allow", "POST");
            exchange.sendResponseHeaders(405, -1);
            return;
        }
        byte[] body = exchange.getRequestBody().readNBytes(LIMIT + 1);
        if (body.length > LIMIT) {
            exchange.sendResponseHeaders(413, -1);
            return;
        }
        Map<String, Object> complaint;
        try {
            complaint = complaint(new String(body, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException noForm) {
            exchange.sendResponseHeaders(400, -1);
            return;
        }
        Answer answer = lapor.call("triage", Map.of(
            "now", Engine.instant(OffsetDateTime.now(ZONE)),
            "complaint", complaint));
        byte[] json = answer.bytes();
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(answer.isOk() ? 200 : 400, json.length);
        exchange.getResponseBody().write(json);
    }

    /** The members of a complaint out of title=…&content=…; a field that there is not is one that the library refuses by name. */
    private static Map<String, Object> complaint(String form) {
        Map<String, Object> complaint = new HashMap<>();
        Map<String, Object> location = new HashMap<>();
        Map<String, Object> answers = new HashMap<>();
        for (String field : form.split("&")) {
            String[] parts = field.split("=", 2);
            String name = URLDecoder.decode(parts[0], StandardCharsets.UTF_8);
            String value = parts.length < 2 ? "" : URLDecoder.decode(parts[1], StandardCharsets.UTF_8);
            if (name.isEmpty()) {
                continue;
            }
            if (name.startsWith("answers.")) {
                answers.put(name.substring("answers.".length()), value);
            } else if (name.equals("region") || name.equals("address")) {
                location.put(name, value);
            } else {
                complaint.put(name, value);
            }
        }
        complaint.put("location", location);
        complaint.put("answers", answers);
        return complaint;
    }
}
