/* Libraries that are not the one that the package needs: ABI says another number, or the right one without the functions, or none. */
#include <stdint.h>

#ifdef ABI
uint32_t lapor_abi_version(void);

uint32_t lapor_abi_version(void)
{
    return ABI;
}
#else
int unrelated;
#endif
