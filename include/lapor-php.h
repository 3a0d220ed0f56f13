#define FFI_SCOPE "LAPOR"
#define FFI_LIB "liblapor.so.1"
// lapor for PHP's FFI, which reads C but no preprocessor. What the functions do stands in lapor.h; put the whole path of the library
// into FFI_LIB if the system's loader does not find it by that name.
//
// Made from lapor-ffi/src by `cargo xtask header`; do not edit.

typedef struct lapor_answer lapor_answer;

typedef struct lapor_engine lapor_engine;

typedef uint32_t lapor_status;

typedef struct lapor_bytes {
  const void *ptr;
  size_t len;
} lapor_bytes;

uint32_t lapor_abi_version(void);

uint32_t lapor_wire_version(void);

const char *lapor_version(void);

lapor_status lapor_engine_new(const struct lapor_bytes *packs,
                              size_t n,
                              struct lapor_engine **engine,
                              struct lapor_answer **error);

lapor_status lapor_engine_shared(const struct lapor_bytes *packs,
                                 size_t n,
                                 struct lapor_engine **engine,
                                 struct lapor_answer **error);

void lapor_engine_free(struct lapor_engine *engine);

lapor_status lapor_call(const struct lapor_engine *engine,
                        const char *op,
                        size_t op_len,
                        const char *request,
                        size_t request_len,
                        struct lapor_answer **answer);

int32_t lapor_answer_ok(const struct lapor_answer *answer);

lapor_status lapor_answer_json(const struct lapor_answer *answer, const char **json, size_t *len);

lapor_status lapor_answer_str(const struct lapor_answer *answer,
                              const char *pointer,
                              const char **text,
                              size_t *len);

lapor_status lapor_answer_raw(const struct lapor_answer *answer,
                              const char *pointer,
                              const char **json,
                              size_t *len);

lapor_status lapor_answer_int(const struct lapor_answer *answer,
                              const char *pointer,
                              int64_t *number);

lapor_status lapor_answer_bool(const struct lapor_answer *answer,
                               const char *pointer,
                               int32_t *truth);

lapor_status lapor_answer_len(const struct lapor_answer *answer, const char *pointer, size_t *len);

void lapor_answer_free(struct lapor_answer *answer);
