/* The native side of cost.php: calls in a loop, timed here, in the process and with the library that PHP has loaded. */
#include "lapor.h"
#include <time.h>

/* Nanoseconds of n calls, each read as a host reads it, and freed; below 0 if one fails. */
double native(const lapor_engine *engine, const char *op, size_t op_len, const char *request, size_t request_len, int n);

double native(const lapor_engine *engine, const char *op, size_t op_len, const char *request, size_t request_len, int n)
{
    struct timespec from, to;
    clock_gettime(CLOCK_MONOTONIC, &from);
    for (int call = 0; call < n; call++) {
        lapor_answer *answer;
        const char *json;
        size_t len;
        if (lapor_call(engine, op, op_len, request, request_len, &answer) != LAPOR_OK)
            return -1.0;
        if (lapor_answer_json(answer, &json, &len) != LAPOR_OK)
            return -1.0;
        lapor_answer_free(answer);
    }
    clock_gettime(CLOCK_MONOTONIC, &to);
    return (double)(to.tv_sec - from.tv_sec) * 1e9 + (double)(to.tv_nsec - from.tv_nsec);
}
