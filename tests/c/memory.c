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
#include <unistd.h>

/* Resident memory, in KiB. */
static long resident(void)
{
    long size, pages = 0;
    FILE *file = fopen("/proc/self/statm", "r");
    if (file == NULL || fscanf(file, "%ld %ld", &size, &pages) != 2)
        stop("cannot be read", "/proc/self/statm");
    fclose(file);
    return pages * (sysconf(_SC_PAGESIZE) / 1024);
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
    long calls = argc == 3 ? strtol(argv[1], NULL, 10) : 0, early = 0;
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
    int good = bytes > 0 && early > 0 && grown * 100 < early;
    printf("%ld KiB after %ld calls, %ld KiB after %ld (%+.2f %%), %.2f us a pair of calls%s\n", early, calls / 10, late, calls,
           100.0 * (double)grown / (double)early, spent / (double)calls * 1e6, good ? "" : ": FAIL");
    return !good;
}
