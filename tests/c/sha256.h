/* SHA-256 (FIPS 180-4), for the runner. */
#ifndef SHA256_H
#define SHA256_H

#include <stddef.h>

/* Writes the digest of len bytes as 64 hex digits and a NUL. */
void sha256_hex(const void *data, size_t len, char hex[65]);

#endif
