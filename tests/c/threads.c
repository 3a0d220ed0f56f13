/*
 * Many threads on one engine: whatever runs beside it, a call gives the same bytes.
 *
 *     threads FLAT COUNT CALLS PACK...
 *
 * Each vector is answered once, alone, and its hash compared with the golden one. Then eight threads call the same engine CALLS times in
 * all: each goes through the whole set again and again, shuffled by its own seed, and compares every byte. They read the first answers,
 * which are shared, and an answer whose text has to be unescaped while others ask for it. Beside that they ask lapor_engine_shared for more
 * sets of packs than it keeps, so that engines fall out of its store while they are in use.
 */
#define _POSIX_C_SOURCE 200809L

#include "sha256.h"
#include "table.h"

#include <pthread.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { THREADS = 8, SETS_MAX = 16, READ_EACH = 8 };

/* What all threads use and none writes. */
typedef struct {
    table vectors;
    lapor_engine *engine;
    lapor_answer **first; /* one for each vector */
    lapor_answer *escaped;
    const char *unescaped;
    int packs;
    char **names;
    int sets, shared_rounds;
    lapor_answer *info[SETS_MAX]; /* of engine.info, for each set of packs */
    pthread_barrier_t start;
} common;

typedef struct {
    common *all;
    uint64_t seed;
    long calls, done, shared, failed;
    const char *blame; /* the first vector that gave other bytes */
} worker;

/* SplitMix64 */
static uint64_t next(uint64_t *seed)
{
    uint64_t z = *seed += 0x9e3779b97f4a7c15u;
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
    return z ^ (z >> 31);
}

static void shuffle(size_t *order, size_t n, uint64_t *seed)
{
    for (size_t i = n; i > 1; i--) {
        size_t other = next(seed) % i, kept = order[i - 1];
        order[i - 1] = order[other];
        order[other] = kept;
    }
}

static int same_bytes(const lapor_answer *a, const lapor_answer *b)
{
    const char *one, *two;
    size_t one_len, two_len;
    return lapor_answer_json(a, &one, &one_len) == LAPOR_OK && lapor_answer_json(b, &two, &two_len) == LAPOR_OK &&
           one_len == two_len && memcmp(one, two, one_len) == 0 && lapor_answer_ok(a) == lapor_answer_ok(b);
}

/* Packs i, or i and the next one, or none at all: each set another engine. */
static lapor_engine *engine_of_set(const common *all, maker *make, int set)
{
    if (set == 0)
        return engine_of(make, 0, NULL);
    int first = (set - 1) % all->packs, count = set > all->packs && first + 1 < all->packs ? 2 : 1;
    return engine_of(make, count, all->names + first);
}

static lapor_answer *info_of(lapor_engine *engine)
{
    lapor_answer *info;
    lapor_call(engine, "engine.info", 11, "{}", 2, &info);
    return info;
}

/* Reads the answer that all threads share. */
static int reads(const common *all)
{
    const char *text, *again;
    size_t len, again_len;
    for (int i = 0; i < READ_EACH; i++) {
        if (lapor_answer_str(all->escaped, "/path", &text, &len) != LAPOR_OK || len != strlen(all->unescaped) ||
            memcmp(text, all->unescaped, len) != 0 ||
            lapor_answer_str(all->escaped, "/path", &again, &again_len) != LAPOR_OK || again != text)
            return 0;
    }
    return 1;
}

static void ask_shared(worker *w, int set)
{
    lapor_engine *engine = engine_of_set(w->all, lapor_engine_shared, set);
    lapor_answer *info = info_of(engine);
    w->failed += !same_bytes(info, w->all->info[set]);
    w->shared++;
    lapor_engine_free(engine);
    lapor_answer_free(info);
}

static void *work(void *argument)
{
    worker *w = argument;
    common *all = w->all;
    size_t n = all->vectors.count, *order = malloc(n * sizeof *order);
    if (order == NULL)
        stop("no memory", "threads");
    for (size_t i = 0; i < n; i++)
        order[i] = i;
    pthread_barrier_wait(&all->start);
    w->failed += !reads(all);
    for (int i = 0; i < all->shared_rounds; i++)
        ask_shared(w, (int)(next(&w->seed) % (uint64_t)all->sets));
    for (; w->done < w->calls; w->done++) {
        size_t at = (size_t)w->done % n;
        if (at == 0)
            shuffle(order, n, &w->seed);
        const vector *v = &all->vectors.one[order[at]];
        lapor_answer *answer;
        lapor_call(all->engine, v->op, strlen(v->op), v->request, v->request_len, &answer);
        if (!same_bytes(answer, all->first[order[at]])) {
            w->failed++;
            w->blame = v->id;
        }
        lapor_answer_free(answer);
    }
    free(order);
    return NULL;
}

/* Answers each vector once; how many are not what they should be. */
static long answer_all(common *all)
{
    long wrong = 0;
    for (size_t i = 0; i < all->vectors.count; i++) {
        const vector *v = &all->vectors.one[i];
        const char *json;
        char hex[65] = "";
        size_t len;
        lapor_call(all->engine, v->op, strlen(v->op), v->request, v->request_len, &all->first[i]);
        if (lapor_answer_json(all->first[i], &json, &len) == LAPOR_OK)
            sha256_hex(json, len, hex);
        wrong += strcmp(hex, v->golden) != 0;
    }
    return wrong;
}

int main(int argc, char **argv)
{
    static const char request[] = "{\"a\\\"b\\nc\":1}";
    common all = {.unescaped = "/a\"b\nc", .shared_rounds = 4};
    worker workers[THREADS];
    pthread_t threads[THREADS];
    if (argc < 5)
        stop("usage", "threads FLAT COUNT CALLS PACK...");
    long calls = strtol(argv[3], NULL, 10), done = 0, shared = 0, failed;
    all.vectors = read_table(argv[1], argv[2]);
    all.engine = engine_of(lapor_engine_new, argc - 4, argv + 4);
    all.first = calloc(all.vectors.count + 1, sizeof *all.first);
    if (all.first == NULL || all.vectors.count == 0)
        stop("nothing to do", "threads");
    failed = answer_all(&all);
    if (failed > 0)
        printf("FAIL %ld answers are not the golden ones, before any thread runs\n", failed);
    /* the first pack is that of the villages: too large to be compiled again and again */
    all.packs = argc - 5;
    all.names = argv + 5;
    all.sets = 2 * all.packs < SETS_MAX ? 2 * all.packs : SETS_MAX;
    for (int set = 0; set < all.sets; set++) {
        lapor_engine *engine = engine_of_set(&all, lapor_engine_new, set);
        all.info[set] = info_of(engine);
        lapor_engine_free(engine);
    }
    lapor_call(all.engine, "engine.info", 11, request, sizeof request - 1, &all.escaped);

    pthread_barrier_init(&all.start, NULL, THREADS);
    for (int i = 0; i < THREADS; i++) {
        workers[i] = (worker){.all = &all, .seed = (uint64_t)i + 1, .calls = calls / THREADS + (i < calls % THREADS)};
        if (pthread_create(&threads[i], NULL, work, &workers[i]) != 0)
            stop("cannot be started", "a thread");
    }
    for (int i = 0; i < THREADS; i++) {
        pthread_join(threads[i], NULL);
        done += workers[i].done;
        shared += workers[i].shared;
        failed += workers[i].failed;
        if (workers[i].blame != NULL)
            printf("FAIL thread %d: other bytes for %s\n", i, workers[i].blame);
    }
    pthread_barrier_destroy(&all.start);

    for (size_t i = 0; i < all.vectors.count; i++)
        lapor_answer_free(all.first[i]);
    for (int set = 0; set < all.sets; set++)
        lapor_answer_free(all.info[set]);
    lapor_answer_free(all.escaped);
    lapor_engine_free(all.engine);
    free(all.first);
    free_table(&all.vectors);
    printf("%ld calls by %d threads on one engine, %ld engines shared, %ld failed\n", done, THREADS, shared, failed);
    return failed > 0 || done != calls;
}
