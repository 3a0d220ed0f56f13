/*
 * The conformance vectors as `cargo xtask vectors --flat FILE` writes them: lines of fields with tabs between them. A case line begins a
 * case; the lines up to the next one are what it must meet:
 *
 *     case     id       operation         request, its bytes in hex
 *     expect   pointer  JSON value        the answer has that value there
 *     error    code     path              the request is refused
 *     golden   SHA-256 in hex             of the whole envelope
 *     pending                             only the golden hash is checked
 *
 * What cannot be read ends the program with a reason.
 */
#ifndef LAPOR_TESTS_TABLE_H
#define LAPOR_TESTS_TABLE_H

#include "lapor.h"

enum { FIELDS = 4 };

/* The fields of a line; those that are absent are "". */
typedef struct {
    char *field[FIELDS];
} line;

typedef struct {
    const char *id, *op, *request;
    size_t request_len;
    const line *check; /* what it must meet, without the golden line and the pending one */
    size_t checks;
    const char *golden;
    int pending;
} vector;

typedef struct {
    vector *one;
    size_t count;
    char *text;  /* of the file; the vectors point into it */
    line *lines; /* all of them */
} table;

/* Ends the program. */
_Noreturn void stop(const char *what, const char *which);

/* The bytes of a file with a NUL behind them, to be freed. */
char *read_file(const char *name, size_t *len);

/* The table of a file; it must have that many cases. */
table read_table(const char *name, const char *count);

void free_table(table *t);

/* lapor_engine_new or lapor_engine_shared */
typedef lapor_status maker(const lapor_bytes *packs, size_t n, lapor_engine **engine, lapor_answer **error);

/* An engine of the packs in these files. */
lapor_engine *engine_of(maker *make, int n, char *const *names);

#endif
