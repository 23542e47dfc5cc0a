#include <palpate/version.h>

const char *palpate_version(void)
{
    return PALPATE_RELEASE;
}
