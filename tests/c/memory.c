/*
 * Memory over very many calls: what a process takes after a tenth of them it still takes at the end.
 *
 *     memory CALLS REQUEST
 *
 * REQUEST is a file with a request of matter.suggest. Fails if the resident memory after CALLS is 1 % or more above that after CALLS / 10.
 */
#define _POSIX_C_SOURCE 200809L

#include "table.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

/* Resident memory, in KiB; counted page by page, while /proc/self/statm is an estimate. */
static long resident(void)
{
    char text[256];
    long size = 0;
    FILE *file = fopen("/proc/self/smaps_rollup", "r");
    while (file != NULL && fgets(text, sizeof text, file) != NULL)
        if (sscanf(text, "Rss: %ld kB", &size) == 1)
            break;
    if (size == 0)
        stop("cannot be read", "/proc/self/smaps_rollup");
    fclose(file);
    return size;
}

static double seconds(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

int main(int argc, char **argv)
{
    static const char op[] = "matter.suggest";
    /* asked once before, because asking brings pages of the C library in */
    long calls = argc == 3 ? strtol(argv[1], NULL, 10) : 0, early = resident();
    size_t len, bytes = 0;
    if (calls < 10)
        stop("usage", "memory CALLS REQUEST");
    char *request = read_file(argv[2], &len);
    lapor_engine *engine = engine_of(lapor_engine_new, 0, NULL);
    double start = seconds();
    for (long i = 1; i <= calls; i++) {
        lapor_answer *answer;
        const char *text;
        size_t text_len;
        /* a string without escapes and one with, which its answer keeps */
        if (lapor_call(engine, op, sizeof op - 1, request, len, &answer) != LAPOR_OK ||
            lapor_answer_str(answer, "/matter/id", &text, &text_len) != LAPOR_OK)
            stop("gives no answer", op);
        bytes += text_len;
        lapor_answer_free(answer);
        if (lapor_call(engine, op, sizeof op - 1, "{\"a\\\"\":1}", 9, &answer) != LAPOR_ERROR_ANSWER ||
            lapor_answer_str(answer, "/path", &text, &text_len) != LAPOR_OK)
            stop("gives no error", op);
        bytes += text_len;
        lapor_answer_free(answer);
        if (i == calls / 10)
            early = resident();
    }
    double spent = seconds() - start;
    long late = resident(), grown = late - early;
    lapor_engine_free(engine);
    free(request);
    int good = bytes > 0 && grown * 100 < early;
    printf("%ld KiB after %ld calls, %ld KiB after %ld (%+.2f %%), %.2f us a pair of calls%s\n", early, calls / 10, late, calls,
           100.0 * (double)grown / (double)early, spent / (double)calls * 1e6, good ? "" : ": FAIL");
    return !good;
}
