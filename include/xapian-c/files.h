/* Whole databases: merging, checking, naming them in a stub file. */
#ifndef XAPIAN_C_FILES_H
#define XAPIAN_C_FILES_H

#include <xapian-c/read.h>

#ifdef __cplusplus
extern "C" {
#endif

/* Merges databases into a new one at `to`: documents keep their order and get numbers
   from 1 on.  `block_size` in bytes, a power of two from 2048 to 65536, or 0. */
XC_API xc_status xc_compact(const char *to, const char *const *from, size_t count,
        unsigned block_size, xc_error *err);

/* How xc_compact_as() merges; combined by |. */
enum xc_compact_flag {
    XC_KEEP_DOCIDS = 1 << 0, /* no renumbering; the databases may not overlap */
    XC_FULLER = 1 << 1       /* smaller still, for what is never written again */
};

/* The same with flags. */
XC_API xc_status xc_compact_as(const char *to, const char *const *from, size_t count,
        unsigned flags, unsigned block_size, xc_error *err);

/* Checks a database (not a stub) for damage: `*problems` counts what was found,
   `*report` (may be NULL; freed by xc_free()) describes it. */
XC_API xc_status xc_check(
        size_t *problems, char **report, const char *path, xc_error *err);

/* Looks whether the files of the glass database in the folder `path` are those that its
   committed state needs: plain files, large enough, each with its root block in place.
   Takes a read of each table, and never waits, whatever is there.  XC_CORRUPT says
   which file is not so; damage inside a table is for xc_check().  XC_OK for what is no
   glass database: opening it says so. */
XC_API xc_status xc_files_check(const char *path, xc_error *err);

/* Cuts from the tables of the glass database in the folder `path` what follows
   its committed state: blocks of a batch that was not committed.  No writer may have it
   open; readers may. */
XC_API xc_status xc_files_cut(const char *path, xc_error *err);

/* Writes a stub file that names databases, a line each: "auto PATH" or "remote
   HOST:PORT".  Written beside it (PATH.new) and renamed over it, with the folder
   synced: readers see the old one or the new one.  XC_IO also where only the syncing of
   the folder failed: the new one is in place then, and xc_stub_read() tells. */
XC_API xc_status xc_stub_write(
        const char *path, const char *const *lines, size_t count, xc_error *err);

/* The lines of a stub file, or of XAPIANDB in a folder; XC_NO_INDEX where there is
   none. */
XC_API xc_status xc_stub_read(xc_list **out, const char *path, xc_error *err);

/* Writes a number as a value that sorts as numbers do, as xc_document_set_number()
   stores it; its size in bytes. */
XC_API size_t xc_number_write(char out[9], double number);

/* The number of such a value. */
XC_API double xc_number_read(xc_bytes value);

#ifdef __cplusplus
}
#endif
#endif
