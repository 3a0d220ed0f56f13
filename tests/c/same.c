#include "same.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* A JSON pointer that grows and shrinks at its end. */
enum { POINTER_MAX = 4096 };
typedef struct {
    const lapor_answer *answer;
    const char *at; /* where we are in the expected JSON */
    char pointer[POINTER_MAX];
    size_t len;
    int broken; /* the expectation is not JSON, or too deep a path */
} walk;

static int value(walk *w);

static int broken(walk *w)
{
    w->broken = 1;
    return 0;
}

static void blanks(walk *w) { w->at += strspn(w->at, " "); }

/* Takes one character if it comes next. */
static int take(walk *w, char c)
{
    blanks(w);
    if (*w->at != c)
        return 0;
    w->at++;
    return 1;
}

static void push(walk *w, char c)
{
    if (w->len + 1 < POINTER_MAX) {
        w->pointer[w->len++] = c;
        w->pointer[w->len] = 0;
    } else {
        w->broken = 1;
    }
}

static void pop_to(walk *w, size_t len)
{
    w->len = len;
    w->pointer[len] = 0;
}

static long hex4(const char *p)
{
    char digits[5] = {0};
    if (strspn(p, "0123456789abcdefABCDEF") < 4)
        return -1;
    memcpy(digits, p, 4);
    return strtol(digits, NULL, 16);
}

static size_t utf8(char *out, long c)
{
    if (c < 0x80) {
        out[0] = (char)c;
        return 1;
    }
    size_t n = c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
    static const unsigned char lead[] = {0, 0, 0xc0, 0xe0, 0xf0};
    for (size_t i = n - 1; i > 0; i--, c >>= 6)
        out[i] = (char)(0x80 | (c & 0x3f));
    out[0] = (char)(lead[n] | c);
    return n;
}

/* Reads a string, to be freed; its length goes to *len. NULL if there is none. */
static char *string(walk *w, size_t *len)
{
    static const char names[] = "\"\\/bfnrt", meant[] = "\"\\/\b\f\n\r\t";
    if (!take(w, '"'))
        return NULL;
    char *out = malloc(strlen(w->at) + 1);
    size_t n = 0;
    while (out != NULL && *w->at != 0 && *w->at != '"') {
        const char *name;
        if (*w->at != '\\') {
            out[n++] = *w->at++;
        } else if (w->at[1] == 'u' && hex4(w->at + 2) >= 0) {
            long c = hex4(w->at + 2);
            w->at += 6;
            if (c >= 0xd800 && c < 0xdc00 && w->at[0] == '\\' && w->at[1] == 'u' && hex4(w->at + 2) >= 0xdc00) {
                c = 0x10000 + ((c - 0xd800) << 10) + (hex4(w->at + 2) - 0xdc00);
                w->at += 6;
            }
            n += utf8(out + n, c);
        } else if (w->at[1] != 0 && (name = strchr(names, w->at[1])) != NULL) {
            out[n++] = meant[name - names];
            w->at += 2;
        } else {
            break;
        }
    }
    if (out != NULL && *w->at != '"') {
        free(out);
        return NULL;
    }
    if (out != NULL) {
        w->at++;
        out[n] = 0;
        *len = n;
    }
    return out;
}

static int same_string(walk *w)
{
    const char *found;
    size_t len = 0, found_len;
    char *expected = string(w, &len);
    if (expected == NULL)
        return broken(w);
    int equal = lapor_answer_str(w->answer, w->pointer, &found, &found_len) == LAPOR_OK && found_len == len &&
                memcmp(found, expected, len) == 0;
    free(expected);
    return equal;
}

/* true, false and null */
static int same_word(walk *w, const char *word)
{
    const char *raw;
    size_t len;
    int32_t truth;
    if (strncmp(w->at, word, strlen(word)) != 0)
        return broken(w);
    w->at += strlen(word);
    if (*word == 'n')
        return lapor_answer_raw(w->answer, w->pointer, &raw, &len) == LAPOR_OK && len == 4 && memcmp(raw, "null", 4) == 0;
    return lapor_answer_bool(w->answer, w->pointer, &truth) == LAPOR_OK && truth == (*word == 't');
}

static int same_number(walk *w)
{
    const char *raw;
    size_t len;
    int64_t whole;
    char text[64], *end;
    double expected = strtod(w->at, &end);
    if (end == w->at)
        return broken(w);
    int is_whole = strcspn(w->at, ".eE") >= (size_t)(end - w->at);
    long long expected_whole = strtoll(w->at, NULL, 10);
    w->at = end;
    if (is_whole && lapor_answer_int(w->answer, w->pointer, &whole) == LAPOR_OK)
        return whole == expected_whole;
    /* 5 and 5.0 are the same number */
    if (lapor_answer_raw(w->answer, w->pointer, &raw, &len) != LAPOR_OK || len >= sizeof text)
        return 0;
    memcpy(text, raw, len);
    text[len] = 0;
    double found = strtod(text, &end);
    return end == text + len && found == expected;
}

/* A list or an object; open tells which. */
static int same_group(walk *w, char open)
{
    char close = open == '[' ? ']' : '}';
    size_t here = w->len, count = 0, found_count;
    const char *raw;
    size_t raw_len;
    int equal = 1;
    take(w, open);
    if (!take(w, close)) {
        do {
            push(w, '/');
            if (open == '[') {
                char number[24];
                snprintf(number, sizeof number, "%zu", count);
                for (const char *p = number; *p != 0; p++)
                    push(w, *p);
            } else {
                size_t len = 0;
                char *name = string(w, &len);
                if (name == NULL || !take(w, ':')) {
                    free(name);
                    return broken(w);
                }
                for (const char *p = name; *p != 0; p++) {
                    if (*p == '~' || *p == '/') {
                        push(w, '~');
                        push(w, *p == '~' ? '0' : '1');
                    } else {
                        push(w, *p);
                    }
                }
                free(name);
            }
            equal &= value(w);
            pop_to(w, here);
            count++;
        } while (!w->broken && take(w, ','));
        if (w->broken || !take(w, close))
            return broken(w);
    }
    return equal && lapor_answer_len(w->answer, w->pointer, &found_count) == LAPOR_OK && found_count == count &&
           lapor_answer_raw(w->answer, w->pointer, &raw, &raw_len) == LAPOR_OK && *raw == open;
}

static int value(walk *w)
{
    blanks(w);
    switch (*w->at) {
    case '"': return same_string(w);
    case '[':
    case '{': return same_group(w, *w->at);
    case 't': return same_word(w, "true");
    case 'f': return same_word(w, "false");
    case 'n': return same_word(w, "null");
    default: return same_number(w);
    }
}

int same(const lapor_answer *answer, const char *pointer, const char *expected)
{
    walk w = {.answer = answer, .at = expected};
    for (; *pointer != 0; pointer++)
        push(&w, *pointer);
    int equal = value(&w);
    blanks(&w);
    return w.broken || *w.at != 0 ? -1 : equal;
}
