/*
 * Triages one complaint and prints who receives it, why, and what is due when, with getters alone: no JSON library.
 *
 *     quickstart [PACK...]
 *
 * The PACKs are files of packs and overlays, for example share/lapor/packs/id.12.71.json of the installation.
 */
#include <lapor.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { MOST_PACKS = 16 };

/* lapor has no clock: the host says what time it is. A real one puts its own here. */
static const char REQUEST[] =
    "{\"now\":\"2026-11-23T09:00:00+07:00\",\"jurisdiction\":\"12.71\",\"detail\":\"full\",\"complaint\":{"
    "\"title\":\"Lampu jalan padam\","
    "\"content\":\"Lampu jalan di Jalan Denai, Medan Denai, padam sejak seminggu. Gelap sekali kalau malam.\"}}";

/* The bytes of a file; its ptr is NULL if it cannot be read. */
static lapor_bytes read_file(const char *name)
{
    lapor_bytes bytes = {NULL, 0};
    FILE *file = fopen(name, "rb");
    if (file == NULL)
        return bytes;
    if (fseek(file, 0, SEEK_END) == 0) {
        long size = ftell(file);
        char *room = size < 0 ? NULL : malloc((size_t)size + 1);
        rewind(file);
        if (room != NULL && fread(room, 1, (size_t)size, file) == (size_t)size) {
            bytes.ptr = room;
            bytes.len = (size_t)size;
        } else {
            free(room);
        }
    }
    fclose(file);
    return bytes;
}

/* Prints the string at a JSON pointer after a label; 0 if there is none. A text has a length and no NUL at its end. */
static int print(const lapor_answer *answer, const char *label, const char *pointer)
{
    const char *text;
    size_t len;
    if (lapor_answer_str(answer, pointer, &text, &len) != LAPOR_OK)
        return 0;
    printf("%s%.*s\n", label, (int)len, text);
    return 1;
}

/* Prints the string at LIST/index/MEMBER of every item of a list. */
static void print_each(const lapor_answer *answer, const char *label, const char *list, const char *member)
{
    size_t count;
    lapor_answer_len(answer, list, &count);
    for (size_t i = 0; i < count; i++) {
        char pointer[128];
        snprintf(pointer, sizeof pointer, "%s/%zu%s", list, i, member);
        print(answer, label, pointer);
    }
}

static void print_triage(const lapor_answer *answer)
{
    print(answer, "matter    ", "/matter/name/id");
    print(answer, "place     ", "/place/region/name");

    /* Exactly one of lead and needs_triage is there: lapor never shows a guess as the competent office. */
    if (print(answer, "receiver  ", "/route/lead/name")) {
        print_each(answer, "because   ", "/route/candidates/0/reasons", "/text/id");
    } else {
        print(answer, "decides   ", "/route/needs_triage/coordinator/name");
        print(answer, "because   ", "/route/needs_triage/reason/text/id");
    }
    print(answer, "question  ", "/route/question/text/id");

    size_t deadlines;
    lapor_answer_len(answer, "/deadlines", &deadlines);
    for (size_t i = 0; i < deadlines; i++) {
        char due[64], name[64];
        snprintf(due, sizeof due, "/deadlines/%zu/due", i);
        snprintf(name, sizeof name, "/deadlines/%zu/name/id", i);
        if (print(answer, "due       ", due))
            print(answer, "          ", name);
    }
}

int main(int argc, char **argv)
{
    lapor_bytes packs[MOST_PACKS];
    size_t count = 0;
    lapor_engine *engine = NULL;
    lapor_answer *answer = NULL;
    int failed = 1;

    if (lapor_abi_version() != LAPOR_ABI_VERSION || argc - 1 > MOST_PACKS) {
        fputs("quickstart: another lapor than that of the header, or too many packs\n", stderr);
        return 1;
    }
    for (; count < (size_t)(argc - 1); count++) {
        packs[count] = read_file(argv[count + 1]);
        if (packs[count].ptr == NULL) {
            fprintf(stderr, "quickstart: %s cannot be read\n", argv[count + 1]);
            goto done;
        }
    }

    if (lapor_engine_new(packs, count, &engine, &answer) == LAPOR_OK &&
        lapor_call(engine, "triage", strlen("triage"), REQUEST, strlen(REQUEST), &answer) == LAPOR_OK) {
        print_triage(answer);
        failed = 0;
    } else {
        /* An error is an answer too: its code and where it is. */
        print(answer, "error     ", "/code");
        print(answer, "at        ", "/path");
        print(answer, "          ", "/text/en");
    }

done:
    lapor_answer_free(answer);
    lapor_engine_free(engine);
    while (count > 0)
        free((void *)packs[--count].ptr);
    return failed;
}
