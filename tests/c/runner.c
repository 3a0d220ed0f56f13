/*
 * Runs every conformance vector over the C ABI and reads the answers through the public getters.
 *
 *     runner FLAT COUNT PACK...
 *
 * FLAT is made by `cargo xtask vectors --flat FLAT`: lines of fields with tabs between them. A case line begins a case; the lines up to the
 * next one are what it must meet:
 *
 *     case     id       operation         request, its bytes in hex
 *     expect   pointer  JSON value        the answer has that value there
 *     error    code     path              the request is refused
 *     golden   SHA-256 in hex             of the whole envelope
 *     pending                             only the golden hash is checked
 *
 * COUNT is the number of cases that must run; the PACKs are overlays, in order.
 */
#include "lapor.h"
#include "same.h"
#include "sha256.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { FIELDS = 4, CHECKS = 512 };

typedef struct {
    char *field[FIELDS];
} line;

/* A case: its own line and what it must meet. */
typedef struct {
    line head;
    line check[CHECKS];
    int checks;
    int pending;
} vector;

static void stop(const char *what, const char *which)
{
    fprintf(stderr, "runner: %s: %s\n", what, which);
    puts("0 passed, 1 failed");
    exit(1);
}

/* The bytes of a file with a NUL behind them. */
static char *read_file(const char *name, size_t *len)
{
    FILE *file = fopen(name, "rb");
    size_t room = 1 << 16, used = 0, got;
    if (file == NULL)
        stop("cannot be opened", name);
    char *bytes = malloc(room);
    while (bytes != NULL && (got = fread(bytes + used, 1, room - used - 1, file)) > 0) {
        used += got;
        if (room - used < 2)
            bytes = realloc(bytes, room *= 2);
    }
    if (bytes == NULL || ferror(file))
        stop("cannot be read", name);
    fclose(file);
    bytes[used] = 0;
    *len = used;
    return bytes;
}

/* Cuts a line into its fields; those that are absent are "". */
static line cut(char *text)
{
    static char nothing[] = "";
    line cells;
    for (int i = 0; i < FIELDS; i++) {
        cells.field[i] = text == NULL ? nothing : text;
        if (text != NULL && i + 1 < FIELDS && (text = strchr(text, '\t')) != NULL)
            *text++ = 0;
    }
    return cells;
}

static int digit(char c)
{
    const char *digits = "0123456789abcdef", *at = c == 0 ? NULL : strchr(digits, c);
    return at == NULL ? -1 : (int)(at - digits);
}

/* Turns hex digits into bytes, in place. */
static int from_hex(char *text, size_t *len)
{
    size_t n = strlen(text);
    for (size_t i = 0; i + 1 < n; i += 2) {
        int high = digit(text[i]), low = digit(text[i + 1]);
        if (high < 0 || low < 0)
            return 0;
        text[i / 2] = (char)(high * 16 + low);
    }
    *len = n / 2;
    return n % 2 == 0;
}

static void blame(const vector *v, const lapor_answer *answer, const line *check)
{
    const char *found;
    size_t len;
    int of_error = strcmp(check->field[0], "error") == 0;
    const char *pointer = of_error ? "" : check->field[1];
    printf("FAIL %s: %s %s %s", v->head.field[1], check->field[0], check->field[1], check->field[2]);
    if (lapor_answer_raw(answer, pointer, &found, &len) == LAPOR_OK)
        printf("\n     found %.*s\n", len > 500 ? 500 : (int)len, found);
    else
        puts("\n     found nothing there");
}

/* 1 if the string at the pointer is that text. */
static int is_text(const lapor_answer *answer, const char *pointer, const char *text)
{
    const char *found;
    size_t len;
    return lapor_answer_str(answer, pointer, &found, &len) == LAPOR_OK && len == strlen(text) &&
           memcmp(found, text, len) == 0;
}

static int meets(const lapor_answer *answer, lapor_status status, const line *check)
{
    const char *kind = check->field[0], *json;
    size_t len;
    if (strcmp(kind, "expect") == 0)
        return status == LAPOR_OK && lapor_answer_ok(answer) == 1 && same(answer, check->field[1], check->field[2]) == 1;
    if (strcmp(kind, "error") == 0)
        return status == LAPOR_ERROR_ANSWER && lapor_answer_ok(answer) == 0 && is_text(answer, "/code", check->field[1]) &&
               is_text(answer, "/path", check->field[2]);
    if (strcmp(kind, "golden") == 0) {
        char hex[65];
        if (lapor_answer_json(answer, &json, &len) != LAPOR_OK)
            return 0;
        sha256_hex(json, len, hex);
        return strcmp(hex, check->field[1]) == 0;
    }
    return 0; /* a kind of line that this runner does not know */
}

/* Runs one case; 1 if it met everything. */
static int run(const lapor_engine *engine, const vector *v)
{
    lapor_answer *answer;
    char *op = v->head.field[2], *request = v->head.field[3];
    size_t len;
    int good = 1;
    if (!from_hex(request, &len)) {
        printf("FAIL %s: the request is not hex\n", v->head.field[1]);
        return 0;
    }
    lapor_status status = lapor_call(engine, op, strlen(op), request, len, &answer);
    if (v->checks == 0) {
        printf("FAIL %s: there is nothing to check\n", v->head.field[1]);
        good = 0;
    }
    for (int i = 0; i < v->checks; i++) {
        const line *check = &v->check[i];
        if (v->pending && strcmp(check->field[0], "golden") != 0)
            continue;
        if (!meets(answer, status, check)) {
            blame(v, answer, check);
            good = 0;
        }
    }
    lapor_answer_free(answer);
    return good;
}

static lapor_engine *load(int n, char **names)
{
    lapor_bytes *packs = calloc((size_t)n + 1, sizeof *packs);
    char **bytes = calloc((size_t)n + 1, sizeof *bytes);
    lapor_engine *engine;
    lapor_answer *error;
    if (packs == NULL || bytes == NULL)
        stop("no memory", "packs");
    for (int i = 0; i < n; i++) {
        bytes[i] = read_file(names[i], &packs[i].len);
        packs[i].ptr = bytes[i];
    }
    if (lapor_engine_new(packs, (size_t)n, &engine, &error) != LAPOR_OK) {
        const char *json = "";
        size_t len;
        lapor_answer_json(error, &json, &len);
        fprintf(stderr, "%.*s\n", (int)len, len > 0 ? json : "");
        stop("refused", "packs");
    }
    for (int i = 0; i < n; i++)
        free(bytes[i]);
    free(bytes);
    free(packs);
    return engine;
}

int main(int argc, char **argv)
{
    static vector v;
    long passed = 0, failed = 0, cases = 0;
    if (argc < 3)
        stop("usage", "runner FLAT COUNT PACK...");
    if (lapor_abi_version() != LAPOR_ABI_VERSION || lapor_wire_version() != LAPOR_WIRE_VERSION)
        stop("the library is not the one of the header", lapor_version());

    size_t len;
    char *flat = read_file(argv[1], &len), *next;
    lapor_engine *engine = load(argc - 3, argv + 3);
    for (char *text = flat; text != NULL; text = next) {
        if ((next = strchr(text, '\n')) != NULL)
            *next++ = 0;
        if (*text == 0 && next != NULL)
            continue;
        line cells = cut(text);
        int begins = strcmp(cells.field[0], "case") == 0;
        if ((begins || next == NULL) && cases > 0)
            *(run(engine, &v) ? &passed : &failed) += 1;
        if (begins) {
            v.head = cells;
            v.checks = v.pending = 0;
            cases++;
        } else if (strcmp(cells.field[0], "pending") == 0) {
            v.pending = 1;
        } else if (*cells.field[0] != 0) {
            if (cases == 0 || v.checks == CHECKS)
                stop("a line without a case, or too many of one case", cells.field[0]);
            v.check[v.checks++] = cells;
        }
    }
    lapor_engine_free(engine);
    free(flat);

    if (cases != strtol(argv[2], NULL, 10)) {
        printf("FAIL %ld cases ran instead of %s\n", cases, argv[2]);
        failed++;
    }
    printf("%ld passed, %ld failed\n", passed, failed);
    return failed > 0;
}
