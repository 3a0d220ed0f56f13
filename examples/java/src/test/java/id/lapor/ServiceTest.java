package id.lapor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The service of the examples, started as its first lines say. */
final class ServiceTest {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private static Process service;
    private static URI address;

    @BeforeAll
    static void start() throws Exception {
        service = Child.builder(Map.of(), "-cp", Child.classPath(Child.jar(), Child.jna()), "examples/TriageService.java",
            "0", "../packs/id.12.71.json").redirectError(ProcessBuilder.Redirect.INHERIT).start();
        String line = new BufferedReader(new InputStreamReader(service.getInputStream(), StandardCharsets.UTF_8)).readLine();
        address = URI.create(String.valueOf(line));
    }

    @AfterAll
    static void stop() throws Exception {
        service.destroy();
        service.waitFor();
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static HttpResponse<String> post(String form) throws Exception {
        return send(HttpRequest.newBuilder(address).POST(BodyPublishers.ofString(form)));
    }

    @Test
    void aDraftIsAskedForWhatMatters() throws Exception {
        String draft = "title=Jalan+berlubang&content=Jalan+Melati+di+Medan+Tembung+berlubang+besar%2C+%22sejak%22+dua+minggu.";
        HttpResponse<String> first = post(draft);
        assertEquals(200, first.statusCode(), first.body());
        assertEquals("application/json", first.headers().firstValue("Content-Type").orElse(""));
        Answer asked = new Answer(Child.utf8(first.body()));
        assertEquals("road_status", asked.string("/route/question/discriminator").orElse("none"));

        Answer answered = new Answer(Child.utf8(post(draft + "&answers.road_status=nasional").body()));
        assertEquals("pusat/kemen-pu", answered.string("/route/lead/id").orElse("none"));
    }

    @Test
    void aDraftIsToldOfThePersonalDataInIt() throws Exception {
        Answer answer = new Answer(Child.utf8(post("title=Lampu+jalan+padam&content=Hubungi+saya+di+0812+0000+4321.").body()));
        assertEquals("advise_redact", answer.string("/privacy/advice/0/code").orElse("none"));
        assertEquals("[NOMOR TELEPON DISENSOR]", answer.string("/privacy/spans/0/replacement").orElse("none"));
        assertEquals(-1, answer.json().indexOf("0000 4321"), "the answer quotes by place, never by words");
    }

    @Test
    void fieldsReachTheirMembers() throws Exception {
        Answer answer = new Answer(Child.utf8(post("title=Lampu+jalan+padam&content=Gelap&region=12.71&address=").body()));
        assertEquals("12.71", answer.string("/place/region/code").orElse("none"));
        HttpResponse<String> unknown = post("title=x&titel=y");
        assertEquals(400, unknown.statusCode());
        assertEquals("/complaint/titel", new Answer(Child.utf8(unknown.body())).string("/path").orElse("none"));
    }

    @Test
    void whatIsNoDraftIsRefused() throws Exception {
        assertEquals(405, send(HttpRequest.newBuilder(address).GET()).statusCode());
        assertEquals(400, post("title=%").statusCode());
        assertEquals(413, post("content=" + "a".repeat(256 << 10)).statusCode());
        assertEquals(200, post("").statusCode());
        assertTrue(service.isAlive());
    }
}
