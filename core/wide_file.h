/* The text of a wide file -> the shards that it names, here and on other machines.

   A wide file is written by palpate-index --federate for those who have several indexes
   to ask as one.  It stands by itself, never inside an index, and is named itself where
   it is opened: an index that comes from others can bring none that is read. */
#ifndef CORE_WIDE_FILE_H
#define CORE_WIDE_FILE_H

#include <palpate/status.h>
#include <palpate/view.h>
#include <stdbool.h>
#include <stdint.h>
#include <sys/stat.h>

#include "core/index_folder.h"

#ifdef __cplusplus
extern "C" {
#endif

#define WIDE_FIRST_LINE "palpate-shards 1" /* the format and its version */

enum {
    WIDE_FILE_SIZE = 64 * 1024, /* bytes of a file at most */
    WIDE_LINE = 4096,           /* bytes of a line at most */
    WIDE_REPLICAS = 8           /* servers of one shard */
};

/* Where a shard is served. */
struct wide_server {
    const char *host;
    uint16_t port;
};

/* One line: an index in a folder, or servers that all have the same database. */
struct wide_shard {
    const char *line;   /* as it is in the file */
    const char *folder; /* as the file has it, or NULL for one on other machines */
    struct wide_server servers[WIDE_REPLICAS];
    unsigned server_count;
};

struct wide_file {
    struct stat about; /* of the file when it was read */
    unsigned head;     /* generation of its head, 1 to MAX_GENERATION */
    struct wide_shard shards[MAX_SHARDS];
    unsigned count;
    char text[WIDE_FILE_SIZE];  /* of the words above */
    char lines[WIDE_FILE_SIZE]; /* of the lines above */
};

/* Whether `path` names a plain file: then an index at this path is a wide one. */
bool wide_file_is(const char *path);

/* Whether the file at `path`, there or not, is in the folder of an index, or in one of
   its databases. */
bool wide_file_is_inside(const char *path);

/* Reads `text`, which a failure calls `name`.  PALPATE_NO_INDEX where it does not begin
   as a wide file does, PALPATE_VERSION for one of another version, PALPATE_CORRUPT with
   the line that is wrong, PALPATE_NO_MEMORY.  Freed by free(). */
palpate_status wide_file_parse(struct wide_file **out, palpate_view text,
        const char *name, palpate_error *err);

/* The same of a file.  PALPATE_CORRUPT too for one inside an index, PALPATE_IO, and
   PALPATE_NO_INDEX where there is no plain file. */
palpate_status wide_file_read(
        struct wide_file **out, const char *path, palpate_error *err);

/* The path of a folder that the file at `file` names: from the folder that the file is
   in.  False where it is too long. */
bool wide_folder_path(char out[INDEX_PATH], const char *file, const char *folder);

/* The path of the folder in which the head of the file at `file` is. */
bool wide_head_path(char out[INDEX_PATH], const char *file);

#ifdef __cplusplus
}
#endif
#endif
