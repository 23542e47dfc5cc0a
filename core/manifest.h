/* The manifest of a generation -> what its database should be, block by block.

   It stands beside the database, is written before the stub names the generation, and
   is replaced after each update.  Between the commit of an update and its new manifest
   the database is one revision ahead: the update is unfinished then, and all blocks
   that the manifest knows are as it says still.  docs/INDEX_FORMAT.md has the layout.
 */
#ifndef CORE_MANIFEST_H
#define CORE_MANIFEST_H

#include <palpate/status.h>
#include <stdbool.h>
#include <stdint.h>
#include <xapian-c/blocks.h>

#include "core/buffer.h"
#include "core/index_folder.h"

#ifdef __cplusplus
extern "C" {
#endif

enum { MANIFEST_VERSION = 2 };

struct manifest_table {
    uint32_t count; /* blocks, used and free; 0 where there is no such table */
    uint32_t size;  /* bytes of a block */
    size_t sums;    /* where they stand in the bytes */
};

struct manifest {
    struct buffer bytes; /* as they are in the file */
    uint64_t revision;
    uint64_t state_sum;  /* of what iamglass says without its revisions */
    size_t version;      /* where its bytes stand in the bytes, */
    size_t version_size; /* and how many they are */
    struct manifest_table tables[XC_TABLES];
    struct buffer checked; /* a byte a block: 1 where it was found to be so; or empty */
};

/* The sum of a block or of a state; never 0. */
uint64_t manifest_sum_of(const char *bytes, size_t size);

/* What the manifest says of a block; 0 where the state does not use it. */
uint64_t manifest_sum(const struct manifest *manifest, unsigned table, uint32_t number);
void manifest_set_sum(
        struct manifest *manifest, unsigned table, uint32_t number, uint64_t sum);

/* Notes that a block was found to have the bytes that the manifest gives it, and says
   whether that was noted.  Where memory is out nothing is. */
void manifest_note_checked(struct manifest *manifest, unsigned table, uint32_t number);
bool manifest_is_checked(
        const struct manifest *manifest, unsigned table, uint32_t number);

/* The bytes of iamglass. */
palpate_view manifest_iamglass(const struct manifest *manifest);

/* An empty manifest of the state that `blocks` is of: it knows no block yet. */
palpate_status manifest_start(
        struct manifest *manifest, const xc_blocks *blocks, palpate_error *err);

/* Writes the sum of the manifest's own bytes into them: now they can be stored. */
void manifest_finish(struct manifest *manifest);

/* Path of the manifest of the database at `database`: it stands beside it, "manifest"
   beside "shard" and "manifest-1" beside "shard-1". */
void manifest_path(char out[INDEX_PATH], const char *database);

/* Reads the manifest beside `database`.  PALPATE_CORRUPT where it is missing or not as
   it was written, PALPATE_VERSION, PALPATE_IO. */
palpate_status manifest_read(
        struct manifest *manifest, const char *database, palpate_error *err);
void manifest_free(struct manifest *manifest);

/* Opens the blocks of `database` and its manifest, of which both belong together, and
   checks what takes a few reads: that iamglass, the sizes and the root of each table
   are as the manifest says.  `*blocks` may be asked for or NULL; `*is_unfinished` says
   that an update was committed whose manifest is not there yet.  PALPATE_CORRUPT. */
palpate_status manifest_open(struct manifest *manifest, xc_blocks **blocks,
        bool *is_unfinished, const char *database, palpate_error *err);

/* Whether a commit has led from the state of the manifest to that of `blocks`.  One
   that failed raises the revision and changes nothing else. */
bool manifest_is_behind(const struct manifest *manifest, const xc_blocks *blocks);

/* Whether the manifest gives a block of the state `blocks` is of, which the manifest
   knows, other bytes than are there. */
bool manifest_differs(const struct manifest *manifest, unsigned table, uint32_t number,
        xc_bytes bytes);

#ifdef __cplusplus
}
#endif
#endif
