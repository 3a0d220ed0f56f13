/*
 * Many threads, one engine: each triages the same complaints in its own order, and all must read the same answers.
 *
 *     threads
 *
 * An engine never changes, so it is shared without a lock. It is freed when the last thread is done with it.
 */
#include <lapor.h>

#include <pthread.h>
#include <stdio.h>
#include <string.h>

enum { THREADS = 4, ROUNDS = 200, TEXTS = 3, MOST = 8192 };

static const char *const REQUESTS[TEXTS] = {
    "{\"now\":\"2026-11-23T09:00:00+07:00\",\"jurisdiction\":\"35.78\",\"complaint\":{"
    "\"title\":\"Sampah menumpuk\",\"content\":\"Sampah di dekat pasar sudah lima hari tidak diangkut.\"}}",
    "{\"now\":\"2026-11-23T09:00:00+07:00\",\"jurisdiction\":\"12.71\",\"complaint\":{"
    "\"title\":\"Jalan berlubang\",\"content\":\"Jalan di depan sekolah berlubang dan tergenang.\"}}",
    "{\"now\":\"2026-11-23T09:00:00+07:00\",\"complaint\":{"
    "\"title\":\"Listrik padam\",\"content\":\"Sejak tadi malam listrik padam di seluruh kampung.\"}}",
};

/* What the first call of each text answered. */
typedef struct {
    const lapor_engine *engine;
    char json[TEXTS][MOST];
    size_t len[TEXTS];
} expected;

typedef struct {
    const expected *expected;
    int number;
    int differing;
} worker;

static int triage(const lapor_engine *engine, int text, lapor_answer **answer, const char **json, size_t *len)
{
    const char *request = REQUESTS[text];
    return lapor_call(engine, "triage", 6, request, strlen(request), answer) == LAPOR_OK &&
           lapor_answer_json(*answer, json, len) == LAPOR_OK;
}

static void *work(void *data)
{
    worker *self = data;
    for (int round = 0; round < ROUNDS; round++) {
        int text = (round * (self->number + 1) + self->number) % TEXTS;
        lapor_answer *answer;
        const char *json;
        size_t len;
        if (!triage(self->expected->engine, text, &answer, &json, &len) || len != self->expected->len[text] ||
            memcmp(json, self->expected->json[text], len) != 0)
            self->differing++;
        lapor_answer_free(answer);
    }
    return NULL;
}

int main(void)
{
    static expected first;
    lapor_engine *engine;
    lapor_answer *answer;
    if (lapor_engine_new(NULL, 0, &engine, &answer) != LAPOR_OK) {
        fputs("threads: no engine\n", stderr);
        lapor_answer_free(answer);
        return 1;
    }

    first.engine = engine;
    for (int text = 0; text < TEXTS; text++) {
        const char *json;
        if (!triage(engine, text, &answer, &json, &first.len[text]) || first.len[text] > MOST) {
            fputs("threads: no answer\n", stderr);
            lapor_answer_free(answer);
            lapor_engine_free(engine);
            return 1;
        }
        memcpy(first.json[text], json, first.len[text]);
        lapor_answer_free(answer);
    }

    pthread_t threads[THREADS];
    worker workers[THREADS];
    int started = 0, differing = 0;
    for (; started < THREADS; started++) {
        workers[started] = (worker){&first, started, 0};
        if (pthread_create(&threads[started], NULL, work, &workers[started]) != 0)
            break;
    }
    for (int i = 0; i < started; i++) {
        pthread_join(threads[i], NULL);
        differing += workers[i].differing;
    }
    lapor_engine_free(engine);
    printf("%d threads, %d answers, %d differing\n", started, started * ROUNDS, differing);
    return started != THREADS || differing != 0;
}
