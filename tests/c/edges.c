/*
 * Whatever a host may hand over by mistake is answered, never a crash.
 *
 *     edges panic|plain PACK
 *
 * "panic" says that the library has the operation test.panic (feature test-panic of lapor-ffi), "plain" that it must not. PACK is a pack
 * to cut short. Under valgrind and the sanitizers the same rows prove that each answer is freed and no byte is read that was not given.
 */
#define _POSIX_C_SOURCE 200809L

#include "table.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* Words of a reporter: they must never come out in an error or on standard error. */
#define SECRET "sandi rahasia pelapor"

/* What outputs hold before a call: each must be written. */
#define POISON ((void *)(uintptr_t)0x5a5a5a5a)

enum { REQUEST_LIMIT = 256 << 10, PACK_LIMIT = 16 << 20, DEPTH_LIMIT = 32 };

static long passed, failed;

static void row(const char *name, int good)
{
    if (!good)
        printf("FAIL %s\n", name);
    *(good ? &passed : &failed) += 1;
}

/* 1 if the text, which has no NUL at its end, holds the words. */
static int holds(const char *text, size_t len, const char *words)
{
    size_t n = strlen(words);
    for (size_t i = 0; i + n <= len; i++)
        if (memcmp(text + i, words, n) == 0)
            return 1;
    return 0;
}

/* 1 if the error says that code, carries a text and none of the reporter's words. */
static int says(const lapor_answer *answer, const char *code)
{
    const char *found, *whole;
    size_t len, whole_len, text_len;
    return lapor_answer_ok(answer) == 0 && lapor_answer_str(answer, "/code", &found, &len) == LAPOR_OK &&
           len == strlen(code) && memcmp(found, code, len) == 0 &&
           lapor_answer_str(answer, "/text/id", &found, &text_len) == LAPOR_OK && text_len > 0 &&
           lapor_answer_json(answer, &whole, &whole_len) == LAPOR_OK && !holds(whole, whole_len, SECRET);
}

/* A text of that length out of pieces. */
static char *text_of(const char *begin, char fill, size_t fills, const char *end)
{
    size_t first = strlen(begin), last = strlen(end);
    char *text = malloc(first + fills + last + 1);
    if (text == NULL)
        stop("no memory", "edges");
    memcpy(text, begin, first);
    memset(text + first, fill, fills);
    memcpy(text + first + fills, end, last + 1);
    return text;
}

/* ---- what is asked ---- */

typedef struct {
    const char *name, *op;
    size_t op_len;
    const char *request;
    size_t request_len;
    lapor_status status;
    const char *code; /* of the error; NULL for an answer */
} question;

#define TEXT(text) text, sizeof(text) - 1
#define REFUSED(code) LAPOR_ERROR_ANSWER, code

static const question QUESTIONS[] = {
    {"an operation", TEXT("engine.info"), TEXT("{}"), LAPOR_OK, NULL},
    {"blanks around the request", TEXT("engine.info"), TEXT(" \r\n\t{ } "), LAPOR_OK, NULL},
    {"no operation, NULL", NULL, 0, TEXT("{}"), REFUSED("unknown_op")},
    {"no operation", TEXT(""), TEXT("{}"), REFUSED("unknown_op")},
    {"an operation that is not there", TEXT("triage2"), TEXT("{}"), REFUSED("unknown_op")},
    {"the words of a reporter as operation", TEXT(SECRET), TEXT("{}"), REFUSED("unknown_op")},
    {"an operation in capitals", TEXT("Triage"), TEXT("{}"), REFUSED("unknown_op")},
    {"an operation cut short", "triage", 5, TEXT("{}"), REFUSED("unknown_op")},
    {"an operation with its NUL", TEXT("triage\0"), TEXT("{}"), REFUSED("unknown_op")},
    {"an operation that is not UTF-8", TEXT("tri\xff" "age"), TEXT("{}"), REFUSED("bad_utf8")},
    {"no request, NULL", TEXT("triage"), NULL, 0, REFUSED("bad_json")},
    {"no request", TEXT("triage"), TEXT(""), REFUSED("bad_json")},
    {"blanks alone", TEXT("triage"), TEXT("  \n"), REFUSED("bad_json")},
    {"JSON cut in a name", TEXT("triage"), TEXT("{\"now"), REFUSED("bad_json")},
    {"JSON cut in a text", TEXT("triage"), TEXT("{\"complaint\":{\"title\":\"" SECRET), REFUSED("bad_json")},
    {"JSON cut in an escape", TEXT("triage"), TEXT("{\"now\":\"\\u12"), REFUSED("bad_json")},
    {"JSON cut behind a colon", TEXT("triage"), TEXT("{\"now\":"), REFUSED("bad_json")},
    {"JSON cut before the last brace", TEXT("triage"), TEXT("{\"complaint\":{}"), REFUSED("bad_json")},
    {"JSON and more", TEXT("engine.info"), TEXT("{}{}"), REFUSED("bad_json")},
    {"JSON and its NUL", TEXT("engine.info"), TEXT("{}\0"), REFUSED("bad_json")},
    {"a comma too many", TEXT("engine.info"), TEXT("{\"wire\":1,}"), REFUSED("bad_json")},
    {"a byte order mark", TEXT("engine.info"), TEXT("\xef\xbb\xbf{}"), REFUSED("bad_json")},
    {"a character cut short", TEXT("triage"), TEXT("{\"now\":\"\xc3"), REFUSED("bad_utf8")},
    {"Latin-1", TEXT("triage"), TEXT("{\"now\":\"caf\xe9\"}"), REFUSED("bad_utf8")},
    {"a surrogate as UTF-8", TEXT("triage"), TEXT("{\"now\":\"\xed\xa0\x80\"}"), REFUSED("bad_utf8")},
    {"a list", TEXT("triage"), TEXT("[1]"), REFUSED("wrong_type")},
    {"an empty list, which is an object to PHP", TEXT("triage"), TEXT("[]"), REFUSED("missing_field")},
    {"null", TEXT("triage"), TEXT("null"), REFUSED("wrong_type")},
    {"a member that is not there", TEXT("engine.info"), TEXT("{\"nowhere\":\"" SECRET "\"}"), REFUSED("unknown_field")},
    {"a member missing", TEXT("triage"), TEXT("{}"), REFUSED("missing_field")},
    {"a day that is none", TEXT("triage"), TEXT("{\"now\":\"" SECRET "\",\"complaint\":{}}"), REFUSED("bad_value")},
    {"a text that is a number", TEXT("text.normalize"), TEXT("{\"text\":5}"), REFUSED("wrong_type")},
};

static int answers(const lapor_engine *engine, const question *q)
{
    lapor_answer *answer = POISON;
    lapor_status status = lapor_call(engine, q->op, q->op_len, q->request, q->request_len, &answer);
    int good = status == q->status && answer != POISON && answer != NULL &&
               (q->code == NULL ? lapor_answer_ok(answer) == 1 : says(answer, q->code));
    lapor_answer_free(answer);
    return good;
}

static void questions(const lapor_engine *engine)
{
    for (size_t i = 0; i < sizeof QUESTIONS / sizeof *QUESTIONS; i++) {
        /* the bytes alone on the heap, so that one read too many is seen */
        question q = QUESTIONS[i];
        char *op = q.op_len == 0 ? NULL : malloc(q.op_len), *request = q.request_len == 0 ? NULL : malloc(q.request_len);
        if (op != NULL)
            q.op = memcpy(op, q.op, q.op_len);
        if (request != NULL)
            q.request = memcpy(request, q.request, q.request_len);
        row(q.name, answers(engine, &q));
        free(op);
        free(request);
    }
}

static void asked(const lapor_engine *engine, const char *name, const char *op, char *request, lapor_status status, const char *code)
{
    question q = {name, op, strlen(op), request, strlen(request), status, code};
    row(name, answers(engine, &q));
    free(request);
}

static void limits(const lapor_engine *engine)
{
    asked(engine, "a request as long as the limit", "engine.info", text_of("{", ' ', REQUEST_LIMIT - 2, "}"), LAPOR_OK, NULL);
    asked(engine, "a request a byte longer", "engine.info", text_of("{", ' ', REQUEST_LIMIT - 1, "}"), REFUSED("too_large"));
    asked(engine, "a request of 64 MiB", "engine.info", text_of("{", ' ', 64 << 20, "}"), REFUSED("too_large"));
    asked(engine, "lists in lists without end", "engine.info", text_of("", '[', 100000, ""), REFUSED("too_deep"));
    char *op = text_of("", 'a', 1 << 20, "");
    asked(engine, "an operation of a megabyte", op, text_of("{}", 0, 0, ""), REFUSED("unknown_op"));
    free(op);
}

/* ---- NULL, and lengths that cannot be ---- */

static void nulls_of_call(const lapor_engine *engine)
{
    static const char op[] = "engine.info";
    lapor_answer *answer;
#define BAD(name, asks) (answer = POISON, row(name, (asks) == LAPOR_BAD_ARGUMENT && answer == NULL))
    BAD("lapor_call: engine NULL", lapor_call(NULL, op, 11, "{}", 2, &answer));
    BAD("lapor_call: op NULL with a length", lapor_call(engine, NULL, 11, "{}", 2, &answer));
    BAD("lapor_call: request NULL with a length", lapor_call(engine, op, 11, NULL, 2, &answer));
    BAD("lapor_call: op longer than memory", lapor_call(engine, op, SIZE_MAX, "{}", 2, &answer));
    BAD("lapor_call: request longer than memory", lapor_call(engine, op, 11, "{}", (size_t)PTRDIFF_MAX + 1, &answer));
#undef BAD
    row("lapor_call: answer NULL", lapor_call(engine, op, 11, "{}", 2, NULL) == LAPOR_BAD_ARGUMENT);
    row("lapor_call: all NULL", lapor_call(NULL, NULL, 0, NULL, 0, NULL) == LAPOR_BAD_ARGUMENT);
}

static void frees(void)
{
    lapor_engine_free(NULL);
    lapor_answer_free(NULL);
    row("lapor_engine_free, lapor_answer_free: NULL", 1);
}

/* ---- what is given as a pack ---- */

static int refuses(maker *make, const void *bytes, size_t len, const char *code)
{
    lapor_bytes pack = {bytes, len};
    lapor_engine *engine = POISON;
    lapor_answer *error = POISON;
    const char *path;
    size_t path_len;
    int good = make(&pack, 1, &engine, &error) == LAPOR_ERROR_ANSWER && engine == NULL && error != POISON && says(error, code) &&
               lapor_answer_str(error, "/path", &path, &path_len) == LAPOR_OK && path_len >= 8 && memcmp(path, "/packs/0", 8) == 0;
    lapor_engine_free(engine);
    lapor_answer_free(error);
    return good;
}

static void packs(maker *make, const char *name)
{
    size_t len;
    char *pack = read_file(name, &len), *large = text_of("", ' ', PACK_LIMIT + 1, "");
    row("a pack of no bytes, NULL", refuses(make, NULL, 0, "pack_invalid"));
    row("a pack of no bytes", refuses(make, "", 0, "pack_invalid"));
    row("a pack that is no pack", refuses(make, TEXT(SECRET), "pack_invalid"));
    row("a pack that is not UTF-8", refuses(make, TEXT("{\"pack\":\"\xff\"}"), "pack_invalid"));
    row("an empty object as a pack", refuses(make, TEXT("{}"), "pack_invalid"));
    row("a pack beyond the limit", refuses(make, large, PACK_LIMIT + 1, "too_large"));
    for (size_t part = 1; part < 8; part++) {
        size_t cut = len * part / 8;
        char *bytes = malloc(cut);
        row("a pack cut short", bytes != NULL && refuses(make, memcpy(bytes, pack, cut), cut, "pack_invalid"));
        free(bytes);
    }
    free(large);

    lapor_bytes bad = {NULL, 1}, long_one = {pack, SIZE_MAX}, good = {pack, len};
    lapor_bytes second_bad[] = {good, bad};
    lapor_engine *engine;
    lapor_answer *error;
#define BAD(name, asks) (engine = POISON, error = POISON, row(name, (asks) == LAPOR_BAD_ARGUMENT && engine == NULL && error == NULL))
    BAD("packs NULL with a number", make(NULL, 1, &engine, &error));
    BAD("more packs than memory", make(&good, SIZE_MAX, &engine, &error));
    BAD("a pack NULL with a length", make(&bad, 1, &engine, &error));
    BAD("the second pack NULL with a length", make(second_bad, 2, &engine, &error));
    BAD("a pack longer than memory", make(&long_one, 1, &engine, &error));
#undef BAD
    engine = POISON, error = POISON;
    row("engine NULL", make(NULL, 0, NULL, &error) == LAPOR_BAD_ARGUMENT && error == NULL);
    row("error NULL", make(NULL, 0, &engine, NULL) == LAPOR_BAD_ARGUMENT && engine == NULL);
    row("engine and error NULL", make(NULL, 0, NULL, NULL) == LAPOR_BAD_ARGUMENT);
    engine = POISON, error = POISON;
    row("no packs", make(NULL, 0, &engine, &error) == LAPOR_OK && engine != POISON && engine != NULL && error == NULL);
    lapor_engine_free(engine);
    free(pack);
}

/* ---- what an answer is asked ---- */

/* What each getter says of a pointer; what it did not find must be written as nothing. */
static int gives(const lapor_answer *a, const char *pointer, lapor_status str, lapor_status raw, lapor_status whole, lapor_status truth, lapor_status count)
{
    const char *text = POISON, *json = POISON;
    size_t text_len = 99, json_len = 99, len = 99;
    int64_t number = 99;
    int32_t flag = 99;
    return lapor_answer_str(a, pointer, &text, &text_len) == str && (str == LAPOR_OK || (text == NULL && text_len == 0)) &&
           lapor_answer_raw(a, pointer, &json, &json_len) == raw && (raw == LAPOR_OK || (json == NULL && json_len == 0)) &&
           lapor_answer_int(a, pointer, &number) == whole && (whole == LAPOR_OK || number == 0) &&
           lapor_answer_bool(a, pointer, &flag) == truth && (truth == LAPOR_OK || flag == 0) &&
           lapor_answer_len(a, pointer, &len) == count && (count == LAPOR_OK || len == 0);
}

static void getters(const lapor_engine *engine)
{
    enum { OK = LAPOR_OK, NO = LAPOR_NOT_FOUND, BAD = LAPOR_BAD_ARGUMENT };
    static const struct {
        const char *pointer;
        lapor_status str, raw, whole, truth, count;
    } rows[] = {
        {"", NO, OK, NO, NO, OK},
        {"/regions", NO, OK, NO, NO, OK},
        {"/regions/0/name", OK, OK, NO, NO, NO},
        {"/regions/0/level", NO, OK, OK, NO, NO},
        {"/regions/0/lat", NO, OK, NO, NO, NO},
        {"/nowhere", NO, NO, NO, NO, NO},
        {"/", NO, NO, NO, NO, NO},
        {"//", NO, NO, NO, NO, NO},
        {"/regions/", NO, NO, NO, NO, NO},
        {"/regions/1", NO, NO, NO, NO, NO},
        {"/regions/-1", NO, NO, NO, NO, NO},
        {"/regions/+0", NO, NO, NO, NO, NO},
        {"/regions/00", NO, NO, NO, NO, NO},
        {"/regions/-", NO, NO, NO, NO, NO},
        {"/regions/0x0", NO, NO, NO, NO, NO},
        {"/regions/18446744073709551616", NO, NO, NO, NO, NO},
        {"/regions/0/name/0", NO, NO, NO, NO, NO},
        {"/regions/0/level/0", NO, NO, NO, NO, NO},
        {"/regions/0/na~1me", NO, NO, NO, NO, NO},
        {"regions", BAD, BAD, BAD, BAD, BAD},
        {" /regions", BAD, BAD, BAD, BAD, BAD},
        {"/regions~", BAD, BAD, BAD, BAD, BAD},
        {"/regions~2", BAD, BAD, BAD, BAD, BAD},
        {"/\xff", BAD, BAD, BAD, BAD, BAD},
        {"/regions/0/name\xc3", BAD, BAD, BAD, BAD, BAD},
        {NULL, BAD, BAD, BAD, BAD, BAD},
    };
    static const char op[] = "region.lookup", request[] = "{\"code\":\"12.71\"}";
    lapor_answer *a;
    row("an answer to read", lapor_call(engine, TEXT(op), TEXT(request), &a) == LAPOR_OK);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        const char *pointer = rows[i].pointer;
        row(pointer == NULL ? "a JSON pointer NULL" : pointer,
            gives(a, pointer, rows[i].str, rows[i].raw, rows[i].whole, rows[i].truth, rows[i].count));
    }
    row("each getter: answer NULL", gives(NULL, "", BAD, BAD, BAD, BAD, BAD) && lapor_answer_ok(NULL) == 0);
    char *deep = text_of("/regions/0", '/', 1 << 20, "x");
    row("a JSON pointer of a megabyte", gives(a, deep, NO, NO, NO, NO, NO));
    free(deep);

    const char *text = POISON;
    size_t len = 99;
    row("lapor_answer_json: answer NULL", lapor_answer_json(NULL, &text, &len) == BAD && text == NULL && len == 0);
    text = POISON, len = 99;
    row("lapor_answer_json: json NULL", lapor_answer_json(a, NULL, &len) == BAD && len == 0);
    row("lapor_answer_json: len NULL", lapor_answer_json(a, &text, NULL) == BAD && text == NULL);
    text = POISON, len = 99;
    row("lapor_answer_str: text NULL", lapor_answer_str(a, "/matched", NULL, &len) == BAD && len == 0);
    row("lapor_answer_str: len NULL", lapor_answer_str(a, "/matched", &text, NULL) == BAD && text == NULL);
    text = POISON, len = 99;
    row("lapor_answer_raw: json NULL", lapor_answer_raw(a, "/matched", NULL, &len) == BAD && len == 0);
    row("lapor_answer_raw: len NULL", lapor_answer_raw(a, "/matched", &text, NULL) == BAD && text == NULL);
    row("lapor_answer_int: number NULL", lapor_answer_int(a, "/regions/0/level", NULL) == BAD);
    row("lapor_answer_bool: truth NULL", lapor_answer_bool(a, "/matched", NULL) == BAD);
    row("lapor_answer_len: len NULL", lapor_answer_len(a, "/regions", NULL) == BAD);
    lapor_answer_free(a);
}

/* ---- faults of lapor itself ---- */

/* What a call puts on standard error. */
static size_t noise(const lapor_engine *engine, const question *q, int *good, char *said, size_t room)
{
    FILE *caught = tmpfile();
    int before = dup(STDERR_FILENO);
    if (caught == NULL || before < 0 || dup2(fileno(caught), STDERR_FILENO) < 0)
        stop("cannot be read", "standard error");
    *good = answers(engine, q);
    dup2(before, STDERR_FILENO);
    close(before);
    rewind(caught);
    size_t len = fread(said, 1, room - 1, caught);
    said[len] = 0;
    fclose(caught);
    return len;
}

static void panics(const lapor_engine *engine, int has_panic)
{
    question q = {"test.panic", TEXT("test.panic"), TEXT("{\"complaint\":\"" SECRET "\"}"), LAPOR_PANIC, "internal"};
    question info = {"engine.info", TEXT("engine.info"), TEXT("{}"), LAPOR_OK, NULL};
    char said[4096];
    int good;
    if (!has_panic) {
        q.status = LAPOR_ERROR_ANSWER;
        q.code = "unknown_op";
        row("the library has no test.panic", answers(engine, &q));
        return;
    }
    for (int i = 0; i < 3; i++) {
        size_t len = noise(engine, &q, &good, said, sizeof said);
        row("a panic is the error internal", good);
        row("a panic says where it was", len > 0 && strstr(said, "lapor: a fault of lapor itself at ") != NULL);
        row("a panic says nothing else", strstr(said, SECRET) == NULL && strstr(said, "asked for") == NULL);
        row("the engine answers after a panic", noise(engine, &info, &good, said, sizeof said) == 0 && good);
    }
}

int main(int argc, char **argv)
{
    if (argc != 3 || (strcmp(argv[1], "panic") != 0 && strcmp(argv[1], "plain") != 0))
        stop("usage", "edges panic|plain PACK");
    lapor_engine *engine = engine_of(lapor_engine_new, 0, NULL);
    row("lapor_abi_version", lapor_abi_version() == LAPOR_ABI_VERSION);
    row("lapor_wire_version", lapor_wire_version() == LAPOR_WIRE_VERSION);
    row("lapor_version", strlen(lapor_version()) > 0);
    questions(engine);
    limits(engine);
    nulls_of_call(engine);
    frees();
    packs(lapor_engine_new, argv[2]);
    packs(lapor_engine_shared, argv[2]);
    getters(engine);
    panics(engine, argv[1][1] == 'a');
    lapor_engine_free(engine);
    printf("%ld passed, %ld failed\n", passed, failed);
    return failed > 0;
}
