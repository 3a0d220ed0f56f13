/*
 * Makes one fault on purpose, so that each tool is proved to see it: what cannot fail proves nothing.
 *
 *     fault none|leak|leak-engine|use-after-free|double-free|out-of-bounds|overread|overflow|race|free-race
 *
 * `cargo xtask c` and `cargo xtask sanitize` demand that the tool ends each with its own complaint, and "none" without one.
 */
#define _POSIX_C_SOURCE 200809L

#include "table.h"

#include <limits.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

typedef struct {
    lapor_engine *engine;
    lapor_answer *answer;
} both;

static volatile int sum; /* what is read is used */

static lapor_answer *info(const lapor_engine *engine)
{
    lapor_answer *answer;
    if (lapor_call(engine, "engine.info", 11, "{}", 2, &answer) != LAPOR_OK)
        stop("does not answer", "engine.info");
    return answer;
}

static void none(both *b) { lapor_answer_free(info(b->engine)); }

/* An answer that nobody frees. */
static void leak(both *b) { info(b->engine); }

/* An engine that nobody frees: the tables behind it are lost with it. */
static void leak_engine(both *b)
{
    (void)b;
    engine_of(lapor_engine_new, 0, NULL);
}

/* A text of an answer, read after the answer went. */
static void use_after_free(both *b)
{
    const char *json;
    size_t len;
    lapor_answer *answer = info(b->engine);
    lapor_answer_json(answer, &json, &len);
    lapor_answer_free(answer);
    sum += json[0];
}

static void double_free(both *b)
{
    lapor_answer *answer = info(b->engine);
    lapor_answer_free(answer);
    lapor_answer_free(answer);
}

/* The host reads a byte behind its own. */
static void out_of_bounds(both *b)
{
    (void)b;
    char *request = malloc(2);
    if (request == NULL)
        stop("no memory", "fault");
    memcpy(request, "{}", 2);
    volatile size_t behind = 2;
    sum += request[behind];
    free(request);
}

/* The host promises more bytes than it has: it is lapor that reads too far. */
static void overread(both *b)
{
    char *request = malloc(2);
    lapor_answer *answer;
    if (request == NULL)
        stop("no memory", "fault");
    memcpy(request, "{}", 2);
    lapor_call(b->engine, "engine.info", 11, request, 64, &answer);
    lapor_answer_free(answer);
    free(request);
}

static void overflow(both *b)
{
    (void)b;
    volatile int most = INT_MAX;
    sum = most + 1;
}

/* Runs two bodies beside each other, with nothing that orders them but time, which counts for nothing. */
static void beside(void *(*one)(void *), void *(*two)(void *), both *b)
{
    pthread_t first, second;
    if (pthread_create(&first, NULL, one, b) != 0 || pthread_create(&second, NULL, two, b) != 0)
        stop("cannot be started", "a thread");
    pthread_join(first, NULL);
    pthread_join(second, NULL);
}

static int counter;

static void *count(void *b)
{
    (void)b;
    for (int i = 0; i < 1000; i++)
        counter++;
    return NULL;
}

/* Two threads write one number of the host. */
static void race(both *b) { beside(count, count, b); }

static void *reads(void *argument)
{
    both *b = argument;
    size_t len;
    lapor_answer_len(b->answer, "/packs", &len);
    return NULL;
}

static void *frees_later(void *argument)
{
    both *b = argument;
    nanosleep(&(struct timespec){.tv_nsec = 300000000}, NULL);
    lapor_answer_free(b->answer);
    return NULL;
}

/* One thread reads an answer, another frees it: the race is inside lapor. */
static void free_race(both *b)
{
    b->answer = info(b->engine);
    beside(reads, frees_later, b);
}

int main(int argc, char **argv)
{
    static const struct {
        const char *name;
        void (*make)(both *);
    } faults[] = {
        {"none", none},
        {"leak", leak},
        {"leak-engine", leak_engine},
        {"use-after-free", use_after_free},
        {"double-free", double_free},
        {"out-of-bounds", out_of_bounds},
        {"overread", overread},
        {"overflow", overflow},
        {"race", race},
        {"free-race", free_race},
    };
    both b = {.engine = engine_of(lapor_engine_new, 0, NULL)};
    for (size_t i = 0; i < sizeof faults / sizeof *faults; i++) {
        if (argc == 2 && strcmp(argv[1], faults[i].name) == 0) {
            faults[i].make(&b);
            lapor_engine_free(b.engine);
            return 0;
        }
    }
    stop("no such fault", argc == 2 ? argv[1] : "usage");
}
