/* The release of the library that runs. */
#ifndef PALPATE_VERSION_H
#define PALPATE_VERSION_H

#include <palpate/status.h>

#ifdef __cplusplus
extern "C" {
#endif

/* "0.1.0"; static storage.  It may differ from the headers a program was built with. */
PALPATE_API const char *palpate_version(void);

#ifdef __cplusplus
}
#endif
#endif
