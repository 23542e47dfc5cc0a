/* What a confined program can still do. */
#ifndef PROGRAM_CONFINEMENT_H
#define PROGRAM_CONFINEMENT_H

#include <stdbool.h>
#include <stddef.h>

enum { CONFINE_FOLDERS = 8 };

/* What stays allowed.  A folder is allowed with all that is in it, now and later; one
   that does not exist is passed over.  Strings are borrowed until confine() returns. */
struct confinement {
    /* Folders that can be read; with none, all files can be. */
    const char *readable[CONFINE_FOLDERS];
    size_t readable_count;
    /* Folders in which files can be made, written, read and removed; with none, nothing
       can be written. */
    const char *writable[CONFINE_FOLDERS];
    size_t writable_count;
    bool is_connecting; /* connections can be made: to servers of a wide index */
    bool is_forking;    /* processes of the same program can be made */
};

#endif
