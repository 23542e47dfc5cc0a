/* A program that has opened what it needs -> one that can do little else.  What it
   reads comes from others: if a mistake let them run code of theirs, that code could
   start no program, reach no network, and write nothing but what is named here. */
#ifndef PROGRAM_CONFINE_H
#define PROGRAM_CONFINE_H

#include "confinement.h"

enum { CONFINE_PATH = 4096 };

/* What is in force.  A reason is static, and NULL where there is none. */
struct confinement_report {
    const char *files_free; /* why files are not confined to the folders (Landlock) */
    const char *calls_free; /* why calls are not confined (seccomp): sockets, programs,
                               other processes and, without writable folders, writing */
};

/* Writes the folder that a file or folder is in, whether it exists or not, and returns
   it. A path that is too long is in no folder. */
const char *confine_folder_of(char folder[CONFINE_PATH], const char *path);

/* Confines the calling thread, and what it starts later, for good; called before it
   starts others.  A part that the system lacks is left out, and the report says why;
   so are both where PALPATE_UNCONFINED is set, for valgrind and its like. */
void confine(struct confinement_report *report, const struct confinement *allowed);

#endif
