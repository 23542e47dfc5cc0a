/* A source as it is named -> what it is. */
#ifndef INDEXER_SOURCE_KIND_H
#define INDEXER_SOURCE_KIND_H

#include <stdbool.h>
#include <sys/stat.h>

/* Whether the source is standard input, by its name or by that of its device where that
   is no file. */
bool source_is_standard_input(const char *source);

/* Whether a file holds a stream of pages: by its name, or by its first bytes. */
bool source_is_stream(const char *path, mode_t mode);

#endif
