/* Folders -> the only ones whose files the program can reach (Landlock). */
#ifndef PROGRAM_CONFINE_FILES_H
#define PROGRAM_CONFINE_FILES_H

#include "confinement.h"

/* NULL, or why this is not in force. */
const char *confine_files(const struct confinement *allowed);

#endif
