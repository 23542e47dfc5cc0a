/* A glass database -> the blocks that its committed state consists of: for sums of
   them, since glass has none.

   A writer never changes a block that the committed state uses: it writes the new
   content to another place, and commits by replacing the version file.  A block that
   two successive states use is therefore the same in both. */
#ifndef XAPIAN_C_BLOCKS_H
#define XAPIAN_C_BLOCKS_H

#include <xapian-c/read.h>
#include <xapian-c/write.h>

#ifdef __cplusplus
extern "C" {
#endif

enum {
    XC_TABLES = 6,        /* postlist, docdata, termlist, position, spelling, synonym */
    XC_BLOCK_REVISION = 4 /* bytes at the start of a block: the revision that wrote it,
                             the highest byte first */
};

/* The files of a database as its version file described them when this was opened. */
typedef struct xc_blocks xc_blocks;

/* Opens the glass database in the folder `path`.  XC_NO_INDEX where there is none,
   XC_CORRUPT for a version file or a table that cannot be one, XC_IO. */
XC_API xc_status xc_blocks_open(xc_blocks **out, const char *path, xc_error *err);

/* Takes NULL. */
XC_API void xc_blocks_close(xc_blocks *blocks);

/* The revision of the state, which a commit raises by one, and one that fails by two.
 */
XC_API uint64_t xc_blocks_revision(const xc_blocks *blocks);

/* The bytes of the version file.  They live as long as `blocks`. */
XC_API xc_bytes xc_blocks_version(const xc_blocks *blocks);

/* The bytes of the version file without the numbers of revisions: what a commit that
   failed leaves as it was.  They live as long as `blocks`. */
XC_API xc_bytes xc_blocks_state(const xc_blocks *blocks);

/* The name of a table's file, "postlist.glass"; static storage. */
XC_API const char *xc_blocks_name(unsigned table);

/* Blocks of the table that the state knows, used and free; 0 where the state has no
   such table. */
XC_API uint32_t xc_blocks_count(const xc_blocks *blocks, unsigned table);

/* The bytes of one; 0 where the state has no such table. */
XC_API uint32_t xc_blocks_size(const xc_blocks *blocks, unsigned table);

/* The number of the root block of a table that is there. */
XC_API uint32_t xc_blocks_root(const xc_blocks *blocks, unsigned table);

/* Reads a block; the bytes live until the next call with `blocks`.  XC_CORRUPT where
   the file ends before it. */
XC_API xc_status xc_blocks_read(xc_bytes *out, xc_blocks *blocks, unsigned table,
        uint32_t number, xc_error *err);

/* Takes a block that the state uses; false ends the walk with XC_CORRUPT.  Only blocks
   that lead to others (`level` above 0) come with their bytes, and before those that
   they lead to; those at level 0 come with none and can be read by xc_blocks_read(). */
typedef bool xc_block_each(void *user, uint32_t number, unsigned level, xc_bytes bytes);

/* Visits the blocks of a table that the state uses, in the order of their keys.
   XC_CORRUPT where they are no tree. */
XC_API xc_status xc_blocks_walk(xc_blocks *blocks, unsigned table, xc_block_each *each,
        void *user, xc_error *err);

/* Visits the numbers of the blocks that the next writer may overwrite, those of their
   list among them, with level 0 and no bytes.  XC_CORRUPT where the list of them is
   damaged. */
XC_API xc_status xc_blocks_free(xc_blocks *blocks, unsigned table, xc_block_each *each,
        void *user, xc_error *err);

/* Whether a block is as it should be. */
typedef bool xc_block_check(
        void *user, unsigned table, uint32_t number, xc_bytes bytes);

/* From now on asks `check` about each block of postings and metadata of `database`, a
   single one at `path`, before anything in it is used; each block is asked about once.
   Where it answers false, what needs the block fails with XC_CORRUPT.  Data and term
   lists are not looked at, and of values only what xc_database_values() reads. `blocks`
   is of the state that the database is in, and belongs to the database from now on,
   also on failure; NULL ends the checking.  A state that the database comes to later is
   not checked: ask xc_database_is_guarded().
 */
XC_API xc_status xc_database_guard(xc_database *database, xc_blocks *blocks,
        const char *path, xc_block_check *check, void *user, xc_error *err);

/* The same of a writer, which has written nothing yet, up to its next commit.  Blocks
   of term lists, data, values and metadata are checked before what is in them is read:
   where a document is added, those with a term are deleted, or metadata are set.
   Blocks of postings are checked when the commit begins: those in which the postings of
   these documents belong, with the blocks beside them, or all, where that is less or
   where documents were replaced or deleted by their number. */
XC_API xc_status xc_writer_guard(xc_writer *writer, xc_blocks *blocks, const char *path,
        xc_block_check *check, void *user, xc_error *err);

/* The values of a slot that are in whole blocks, found without the blocks that lead to
   them: what a damaged database still has. */
typedef struct xc_values xc_values;

/* Looks through the blocks of postings, where values are kept, for those of `slot`,
   which is below 128; `check` decides which blocks are whole.  `blocks` belongs to the
   values from now on, also on failure. */
XC_API xc_status xc_values_open(xc_values **out, xc_blocks *blocks, uint32_t slot,
        xc_block_check *check, void *user, xc_error *err);

/* Takes NULL. */
XC_API void xc_values_close(xc_values *values);

/* The value of a document; its data is NULL where there is none.  It lives until the
   next call with `values`. */
XC_API xc_status xc_values_find(
        xc_bytes *out, xc_values *values, uint32_t docid, xc_error *err);

/* The metadata of `key`, found likewise, with a NUL after them that their size does not
   count; empty where there are none. Free them with xc_free(). */
XC_API xc_status xc_values_metadata(
        char **out, size_t *size, xc_values *values, xc_bytes key, xc_error *err);

/* Whether the blocks of the state that the database is in are checked. */
XC_API bool xc_database_is_guarded(const xc_database *database);

#ifdef __cplusplus
}
#endif
#endif
