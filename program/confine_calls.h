/* A list of calls to the system -> the only ones that fail (seccomp). */
#ifndef PROGRAM_CONFINE_CALLS_H
#define PROGRAM_CONFINE_CALLS_H

#include "confinement.h"

/* NULL, or why this is not in force. */
const char *confine_calls(const struct confinement *allowed);

#endif
