/**
 * One engine, one call, one answer.
 *
 * <pre>{@code
 * try (Engine lapor = Engine.builder().pack(Path.of("id.12.71.json")).build()) {
 *     Answer answer = lapor.call("triage", Map.of(
 *         "now", Engine.instant(OffsetDateTime.now()),
 *         "complaint", Map.of("title", title, "content", content)));
 *     answer.string("/route/lead/name").ifPresent(System.out::println);
 * }
 * }</pre>
 *
 * <p>Operations, and the members of their requests and answers, stand in {@code docs/wire.md} and {@code docs/operations.md}. What is
 * wrong with a <em>complaint</em> is in {@code /findings} of its answer; an error says that the <em>request</em> cannot be read. No
 * exception and no error repeats a value of a complaint; paths have the names of members as they were sent.
 *
 * <p>Native access: Java 22 and newer calls the library by {@code java.lang.foreign}, older Java by JNA. From Java 24 on the program is
 * to be started with {@code --enable-native-access=ALL-UNNAMED} (on the module path {@code --enable-native-access=id.lapor}, by JNA
 * {@code com.sun.jna} besides); without it Java prints a warning today, and will refuse one day.
 */
package id.lapor;
