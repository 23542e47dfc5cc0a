/* The folder of an index -> the database that its stub names.  An index is data:
   nothing that stands in the folder starts a program, opens a connection or leads out
   of it. */
#ifndef CORE_INDEX_FOLDER_H
#define CORE_INDEX_FOLDER_H

#include <palpate/status.h>
#include <stdbool.h>
#include <sys/stat.h>
#include <xapian-c/read.h>

#ifdef __cplusplus
extern "C" {
#endif

#define INDEX_STUB "XAPIANDB" /* the file that names the live generation */

/* The usual name of a list of shards (core/wide_file.h), which no index may have. */
#define INDEX_WIDE "palpate.shards"

enum {
    INDEX_PATH = 4096,         /* bytes of a path at most */
    GENERATION_NAME = 16,      /* bytes of "gen-000012" at most */
    MAX_SHARDS = 64,           /* databases of a generation */
    STUB_LINE = 40,            /* bytes of a line of the stub at most */
    MAX_GENERATION = 999999999 /* the highest number */
};

/* What the stub of a folder names. */
struct index_folder {
    char database[INDEX_PATH]; /* path of the live database; of several, the first */
    unsigned shards;           /* how many there are: 1 to MAX_SHARDS */
    unsigned number;           /* of its generation, 1 to MAX_GENERATION */
    struct stat stub;          /* of the stub file when it was read */
};

/* The name of a generation, "gen-000012". */
void generation_name(char out[GENERATION_NAME], unsigned number);

/* The number of a generation's name, or 0 where it is none.  Each has one name. */
unsigned generation_number(const char *name);

/* The line of a stub that names a database of a generation, without its end. */
void index_stub_line(char out[STUB_LINE], unsigned number, unsigned place);

/* The path of another database of the generation whose first one is at `database`, or
   of what stands beside each database likewise; false where it is too long.  The first,
   at place 0, has the path itself. */
bool index_shard_path(char out[INDEX_PATH], const char *database, unsigned place);

/* "folder/name"; false, and nothing, where it is too long. */
bool index_path(char out[INDEX_PATH], const char *folder, const char *name);

/* How many databases stand where those of a generation do, whose first one is at
   `database`: at least 1. */
unsigned index_shard_count(const char *database);

/* Reads the stub of the folder `root`.  PALPATE_NO_INDEX where there is no folder or no
   stub, PALPATE_CORRUPT for one that is anything but a small plain file with the line
   "auto gen-NNNNNN/shard", and after it those of the other shards if there are any, and
   for a folder that also has a list of shards, PALPATE_IO.  It never waits, whatever
   stands there. */
palpate_status index_folder_read(
        struct index_folder *folder, const char *root, palpate_error *err);

/* Opens the database at `path`, a folder of plain files of which none is a stub or a
   list of shards;
   whatever else stands in it, that `path` or the folder around it is a link, or that a
   table is missing, cut short or another one, is PALPATE_CORRUPT.  `*out` is NULL on
   failure. */
palpate_status index_database_open(
        xc_database **out, const char *path, palpate_error *err);

/* The same of a database whose tables may be damaged, to save what can still be read:
   each entry may fail or be another one. */
palpate_status index_database_salvage(
        xc_database **out, const char *path, palpate_error *err);

#ifdef __cplusplus
}
#endif
#endif
