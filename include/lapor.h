// lapor: the logic of SP4N-LAPOR!, Indonesia's national public-service complaint system.
//
// Made from lapor-ffi/src by `cargo xtask header`; do not edit.
//
// One engine, one call, one answer:
//
//     lapor_engine *engine;
//     lapor_answer *answer;
//     const char *office;
//     size_t len;
//
//     if (lapor_engine_new(NULL, 0, &engine, &answer) == LAPOR_OK) {
//       if (lapor_call(engine, "triage", 6, request, strlen(request), &answer) == LAPOR_OK &&
//           lapor_answer_str(answer, "/route/lead/name", &office, &len) == LAPOR_OK) {
//         printf("%.*s\n", (int)len, office);
//       }
//     }
//     lapor_answer_free(answer);
//     lapor_engine_free(engine);
//
// ERRORS
//   Every function that can fail returns a lapor_status and gives its results through output pointers. The outputs are always
//   written, with NULL or 0 if there is no result, so they need no initial value and may always be freed. An output pointer
//   itself must not be NULL. Which number goes with which answer:
//
//     an answer without error                                     LAPOR_OK
//     an answer with an error, whatever its code                  LAPOR_ERROR_ANSWER
//     an answer with "internal", made of a caught fault of lapor  LAPOR_PANIC
//     no answer: the arguments break a rule of this header        LAPOR_BAD_ARGUMENT
//
//   A complaint with faults is no error: its findings are in the answer. The place of a caught fault in lapor's source also goes
//   to standard error, never its message: that could quote a complaint.
//
// READING AN ANSWER
//   A getter takes a JSON pointer (RFC 6901), a NUL-terminated string such as "/route/lead/name" or "/findings/0/code", "" for the
//   whole. It addresses the value of "answer", or of "error" if lapor_answer_ok gives 0. What is not there is LAPOR_NOT_FOUND, as
//   is a null: only lapor_answer_raw gives it. A getter walks the text of the answer up to the value; who needs most of a large
//   answer takes lapor_answer_json to a JSON library.
//
// OWNERSHIP
//   What the caller passes in is only read, and only during the call. An engine is freed with lapor_engine_free, an answer with
//   lapor_answer_free, each once; both take NULL. A text that a getter gives belongs to its answer and goes with it; it is
//   not NUL-terminated. An answer outlives its engine. lapor keeps memory for the process only if asked: lapor_engine_shared.
//
// THREADS
//   Any number of threads may call one engine at once and read one answer at once. Freeing is for the last user alone. lapor
//   starts no threads, keeps nothing per thread, and reads no clock, file, network or environment.
//
// COMPATIBILITY
//   Numbers and signatures do not change within one LAPOR_ABI_VERSION; functions may be added. Compare lapor_abi_version() with it
//   after loading the library at run time. The JSON has its own number, LAPOR_WIRE_VERSION: within it members, codes and
//   operations may be added, nothing is removed, renamed or reordered.

#ifndef LAPOR_H
#define LAPOR_H

#include <stddef.h>
#include <stdint.h>

// ABI version of this header. It changes when a program built against the old header would no longer run.
#define LAPOR_ABI_VERSION 1

// Wire version of this header: the JSON shapes of requests and answers.
#define LAPOR_WIRE_VERSION 1

// An answer: the envelope that a call gave. It never changes.
typedef struct lapor_answer lapor_answer;

// An engine: the reference data, checked and compiled. It never changes.
typedef struct lapor_engine lapor_engine;

// What became of a call: one of the LAPOR_ numbers below. A later version may add numbers; treat one you do not know as a failure.
typedef uint32_t lapor_status;

// Bytes of the caller. NULL stands for no bytes if the length is 0.
typedef struct lapor_bytes {
  // The first byte.
  const void *ptr;
  // How many there are.
  size_t len;
} lapor_bytes;

// Done; every output holds its result.
#define LAPOR_OK 0

// The caller broke a rule of this header: a NULL where none may be, a length that cannot be, a JSON pointer that is not one.
#define LAPOR_BAD_ARGUMENT 1

// The answer holds an error: its code, path, parameters and text are at "/code", "/path", "/params" and "/text".
#define LAPOR_ERROR_ANSWER 2

// The JSON pointer leads nowhere, or to a value of another type.
#define LAPOR_NOT_FOUND 3

// A fault of lapor itself, caught. Where the function writes an answer, that holds the error "internal".
#define LAPOR_PANIC 4

#ifdef __cplusplus
extern "C" {
#endif // __cplusplus

// ABI version of the loaded library. Use the library only if it equals LAPOR_ABI_VERSION.
uint32_t lapor_abi_version(void);

// Wire version of the loaded library.
uint32_t lapor_wire_version(void);

// Release of the loaded library, as in "1.2.3": NUL-terminated, valid as long as the library is loaded, not to be freed.
const char *lapor_version(void);

// Makes an engine from the built-in packs and, in this order, the given packs and overlays; the later one wins.
//
// packs may be NULL if n is 0. The bytes are copied and may go afterwards. On LAPOR_OK *engine is to be freed with lapor_engine_free
// and *error is NULL. On LAPOR_ERROR_ANSWER (a pack is refused: "/code", and "/path" as in "/packs/0/offices/3/type") and on
// LAPOR_PANIC *engine is NULL and *error is to be freed with lapor_answer_free. On LAPOR_BAD_ARGUMENT (engine or error is NULL, or packs
// or a pack in it is NULL with a length) both are NULL.
//
// # Safety
// Each pointer is NULL or valid: packs for n elements, each element for its length, engine and error for one write.
lapor_status lapor_engine_new(const struct lapor_bytes *packs,
                              size_t n,
                              struct lapor_engine **engine,
                              struct lapor_answer **error);

// As lapor_engine_new, but the engine is kept for the process: the same packs, byte for byte and in the same order, give it again at once.
//
// For hosts that begin anew with each request, such as PHP under FPM. Each handle is to be freed with lapor_engine_free; the engine
// stays for the next to ask. The eight engines that were asked for last are kept, with a copy of their packs; one that falls out goes
// with its last handle. Any number of threads may ask at once; who asks while an engine is being made waits for it.
//
// # Safety
// As for lapor_engine_new.
lapor_status lapor_engine_shared(const struct lapor_bytes *packs,
                                 size_t n,
                                 struct lapor_engine **engine,
                                 struct lapor_answer **error);

// Frees an engine. NULL is allowed. No call on it may be running; its answers stay valid.
//
// # Safety
// engine is NULL or comes from lapor_engine_new and was not freed yet.
void lapor_engine_free(struct lapor_engine *engine);

// Calls an operation, for example "triage": a JSON object in, an answer out.
//
// op and request are UTF-8 and need no NUL at the end; a NULL with length 0 is an empty text. The bytes are not kept. On LAPOR_OK,
// LAPOR_ERROR_ANSWER (the request is refused) and LAPOR_PANIC *answer is to be freed with lapor_answer_free; it does not depend on the
// engine. On LAPOR_BAD_ARGUMENT (engine or answer is NULL, op or request is NULL with a length) it is NULL.
//
// # Safety
// Each pointer is NULL or valid: engine comes from lapor_engine_new and is not freed during the call, op and request are readable for
// their lengths, answer for one write.
lapor_status lapor_call(const struct lapor_engine *engine,
                        const char *op,
                        size_t op_len,
                        const char *request,
                        size_t request_len,
                        struct lapor_answer **answer);

// 1 if the answer holds an answer, 0 if it holds an error or is NULL.
//
// # Safety
// answer is NULL or a live answer.
int32_t lapor_answer_ok(const struct lapor_answer *answer);

// The whole envelope as JSON: {"ok":true,"answer":{...}} or {"ok":false,"error":{...}}, the same bytes in every host.
//
// *json is UTF-8 of *len bytes without NUL at the end and lives as long as the answer. LAPOR_BAD_ARGUMENT if a pointer is NULL; then
// *json is NULL and *len is 0.
//
// # Safety
// answer is NULL or a live answer; json and len are NULL or valid for one write.
lapor_status lapor_answer_json(const struct lapor_answer *answer,
                               const char **json,
                               size_t *len);

// The string at a JSON pointer, without quotes and escapes.
//
// *text is UTF-8 of *len bytes without NUL at the end (it may contain one) and lives as long as the answer. LAPOR_NOT_FOUND if there is
// no string (null and numbers are none), LAPOR_BAD_ARGUMENT if a pointer is NULL or the JSON pointer is not one; then *text is NULL and
// *len is 0.
//
// # Safety
// answer is NULL or a live answer; pointer is NULL or NUL-terminated; text and len are NULL or valid for one write.
lapor_status lapor_answer_str(const struct lapor_answer *answer,
                              const char *pointer,
                              const char **text,
                              size_t *len);

// The value at a JSON pointer as JSON, as it stands in the envelope: for decimals, for null, for handing a part on.
//
// *json is UTF-8 of *len bytes without NUL at the end and lives as long as the answer. LAPOR_NOT_FOUND if there is no value,
// LAPOR_BAD_ARGUMENT if a pointer is NULL or the JSON pointer is not one; then *json is NULL and *len is 0.
//
// # Safety
// answer is NULL or a live answer; pointer is NULL or NUL-terminated; json and len are NULL or valid for one write.
lapor_status lapor_answer_raw(const struct lapor_answer *answer,
                              const char *pointer,
                              const char **json,
                              size_t *len);

// The whole number at a JSON pointer.
//
// LAPOR_NOT_FOUND if there is no whole number (a decimal is none), LAPOR_BAD_ARGUMENT if a pointer is NULL or the JSON pointer is not
// one; then *number is 0.
//
// # Safety
// answer is NULL or a live answer; pointer is NULL or NUL-terminated; number is NULL or valid for one write.
lapor_status lapor_answer_int(const struct lapor_answer *answer,
                              const char *pointer,
                              int64_t *number);

// The truth value at a JSON pointer: 1 for true, 0 for false.
//
// LAPOR_NOT_FOUND if there is none (null is none), LAPOR_BAD_ARGUMENT if a pointer is NULL or the JSON pointer is not one; then *truth
// is 0.
//
// # Safety
// answer is NULL or a live answer; pointer is NULL or NUL-terminated; truth is NULL or valid for one write.
lapor_status lapor_answer_bool(const struct lapor_answer *answer,
                               const char *pointer,
                               int32_t *truth);

// How many items the list, or members the object, at a JSON pointer has.
//
// LAPOR_NOT_FOUND if there is neither, LAPOR_BAD_ARGUMENT if a pointer is NULL or the JSON pointer is not one; then *len is 0.
//
// # Safety
// answer is NULL or a live answer; pointer is NULL or NUL-terminated; len is NULL or valid for one write.
lapor_status lapor_answer_len(const struct lapor_answer *answer,
                              const char *pointer,
                              size_t *len);

// Frees an answer and every text that its getters gave out. NULL is allowed.
//
// # Safety
// answer is NULL or comes from this library, was not freed yet, and no getter is running on it.
void lapor_answer_free(struct lapor_answer *answer);

#ifdef __cplusplus
}  // extern "C"
#endif  // __cplusplus

#endif  /* LAPOR_H */
