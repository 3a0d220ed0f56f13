#include "table.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void stop(const char *what, const char *which)
{
    fprintf(stderr, "%s: %s\n", which, what);
    puts("0 passed, 1 failed");
    exit(1);
}

/* Never NULL: a table of nothing is one byte. */
static void *room_for(size_t count, size_t size)
{
    void *room = calloc(count + 1, size);
    if (room == NULL)
        stop("no memory", "table");
    return room;
}

char *read_file(const char *name, size_t *len)
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

/* Turns hex digits into bytes, in place; how many there are. */
static size_t from_hex(char *text, const char *id)
{
    size_t n = strlen(text);
    if (n % 2 != 0)
        stop("the request is not hex", id);
    for (size_t i = 0; i < n; i += 2) {
        int high = digit(text[i]), low = digit(text[i + 1]);
        if (high < 0 || low < 0)
            stop("the request is not hex", id);
        text[i / 2] = (char)(high * 16 + low);
    }
    return n / 2;
}

/* A line that belongs to a case; 1 if it takes the room. */
static int add(vector *v, line *room, line cells)
{
    if (strcmp(cells.field[0], "golden") == 0) {
        v->golden = cells.field[1];
        return 0;
    }
    if (strcmp(cells.field[0], "pending") == 0) {
        v->pending = 1;
        return 0;
    }
    *room = cells;
    v->check = v->checks == 0 ? room : v->check;
    v->checks++;
    return 1;
}

table read_table(const char *name, const char *count)
{
    size_t len, lines = 0, used = 0;
    table t = {.text = read_file(name, &len)};
    for (const char *c = t.text; *c != 0; c++)
        lines += *c == '\n';
    t.lines = room_for(lines + 1, sizeof *t.lines);
    t.one = room_for(lines + 1, sizeof *t.one);
    for (char *text = t.text, *next; text != NULL; text = next) {
        if ((next = strchr(text, '\n')) != NULL)
            *next++ = 0;
        if (*text == 0)
            continue;
        line cells = cut(text);
        if (strcmp(cells.field[0], "case") == 0) {
            vector v = {.id = cells.field[1], .op = cells.field[2], .request = cells.field[3], .golden = ""};
            v.request_len = from_hex(cells.field[3], v.id);
            t.one[t.count++] = v;
        } else if (t.count == 0) {
            stop("a line without a case", cells.field[0]);
        } else {
            used += (size_t)add(&t.one[t.count - 1], &t.lines[used], cells);
        }
    }
    if (t.count != strtoul(count, NULL, 10))
        stop("has another number of cases than", count);
    return t;
}

void free_table(table *t)
{
    free(t->one);
    free(t->lines);
    free(t->text);
}

lapor_engine *engine_of(maker *make, int n, char *const *names)
{
    lapor_bytes *packs = room_for((size_t)n, sizeof *packs);
    char **bytes = room_for((size_t)n, sizeof *bytes);
    lapor_engine *engine;
    lapor_answer *error;
    for (int i = 0; i < n; i++) {
        bytes[i] = read_file(names[i], &packs[i].len);
        packs[i].ptr = bytes[i];
    }
    if (make(packs, (size_t)n, &engine, &error) != LAPOR_OK) {
        const char *json;
        size_t len;
        if (lapor_answer_json(error, &json, &len) == LAPOR_OK)
            fprintf(stderr, "%.*s\n", (int)len, json);
        stop("refused", "packs");
    }
    for (int i = 0; i < n; i++)
        free(bytes[i]);
    free(bytes);
    free(packs);
    return engine;
}
