/*
 * Runs every conformance vector over the C ABI and reads the answers through the public getters.
 *
 *     runner FLAT COUNT PACK...
 *
 * FLAT is the table of vectors (table.h), COUNT the number of cases in it; the PACKs are overlays, in order.
 */
#include "same.h"
#include "sha256.h"
#include "table.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void blame(const vector *v, const lapor_answer *answer, const char *what, const char *pointer, const char *expected)
{
    const char *found;
    size_t len;
    printf("FAIL %s: %s %s %s", v->id, what, pointer, expected);
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
    const char *kind = check->field[0];
    if (strcmp(kind, "expect") == 0)
        return status == LAPOR_OK && lapor_answer_ok(answer) == 1 && same(answer, check->field[1], check->field[2]) == 1;
    if (strcmp(kind, "error") == 0)
        return status == LAPOR_ERROR_ANSWER && lapor_answer_ok(answer) == 0 && is_text(answer, "/code", check->field[1]) &&
               is_text(answer, "/path", check->field[2]);
    return 0; /* a kind of line that this runner does not know */
}

/* Runs one case; 1 if it met everything. */
static int run(const lapor_engine *engine, const vector *v)
{
    lapor_answer *answer;
    const char *json;
    char hex[65] = "";
    size_t len;
    int good = 1;
    lapor_status status = lapor_call(engine, v->op, strlen(v->op), v->request, v->request_len, &answer);
    for (size_t i = 0; i < v->checks && !v->pending; i++) {
        const line *check = &v->check[i];
        if (!meets(answer, status, check)) {
            int of_error = strcmp(check->field[0], "error") == 0;
            blame(v, answer, check->field[0], of_error ? "" : check->field[1], check->field[of_error ? 1 : 2]);
            good = 0;
        }
    }
    if (lapor_answer_json(answer, &json, &len) == LAPOR_OK)
        sha256_hex(json, len, hex);
    if (strcmp(hex, v->golden) != 0) {
        blame(v, answer, "golden", "", v->golden);
        good = 0;
    }
    lapor_answer_free(answer);
    return good;
}

int main(int argc, char **argv)
{
    long passed = 0, failed = 0;
    if (argc < 3)
        stop("usage", "runner FLAT COUNT PACK...");
    if (lapor_abi_version() != LAPOR_ABI_VERSION || lapor_wire_version() != LAPOR_WIRE_VERSION)
        stop("the library is not the one of the header", lapor_version());

    table t = read_table(argv[1], argv[2]);
    lapor_engine *engine = engine_of(lapor_engine_new, argc - 3, argv + 3);
    for (size_t i = 0; i < t.count; i++)
        *(run(engine, &t.one[i]) ? &passed : &failed) += 1;
    lapor_engine_free(engine);
    free_table(&t);

    printf("%ld passed, %ld failed\n", passed, failed);
    return failed > 0;
}
