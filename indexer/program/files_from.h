/* A file that lists sources or patterns -> a list of them. */
#ifndef PALPATE_INDEX_FILES_FROM_H
#define PALPATE_INDEX_FILES_FROM_H

#include <stdbool.h>
#include <stddef.h>

struct source_names {
    const char **items; /* of the command line, or in `text` */
    size_t count;
    size_t room;
    char *text; /* of the file that was read, or NULL */
};

/* Adds a name, which is not copied; false when memory is out. */
bool source_names_add(struct source_names *names, const char *name);

/* Adds the names that the file at `path` lists, "-" for standard input: one a line,
   where lines that are blank or start with # are skipped; or, where the file holds
   NULs, whatever stands between them.  Once for each `names`.  False, and said why on
   standard error with the name of the option, where it cannot be read. */
bool source_names_read(
        struct source_names *names, const char *option, const char *path);

void source_names_free(struct source_names *names);

#endif
