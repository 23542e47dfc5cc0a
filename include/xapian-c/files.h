/* Whole databases: merging, checking, naming them in a stub file. */
#ifndef XAPIAN_C_FILES_H
#define XAPIAN_C_FILES_H

#include <xapian-c/base.h>

#ifdef __cplusplus
extern "C" {
#endif

/* Merges databases into a new one at `to`: documents keep their order and get numbers
   from 1 on.  `block_size` in bytes, a power of two from 2048 to 65536, or 0. */
XC_API xc_status xc_compact(const char *to, const char *const *from, size_t count,
        unsigned block_size, xc_error *err);

/* Checks a database (not a stub) for damage: `*problems` counts what was found,
   `*report` (may be NULL; freed by xc_free()) describes it. */
XC_API xc_status xc_check(
        size_t *problems, char **report, const char *path, xc_error *err);

/* Writes a stub file that names databases, a line each: "auto PATH" or "remote
   HOST:PORT". Written beside it and renamed over it, with the folder synced: readers
   see the old one or the new one. */
XC_API xc_status xc_stub_write(
        const char *path, const char *const *lines, size_t count, xc_error *err);

/* Numbers as values that sort: what xc_document_set_number() stores. */
XC_API size_t xc_number_write(char out[9], double number);
XC_API double xc_number_read(xc_bytes value);

#ifdef __cplusplus
}
#endif
#endif
