/* Documents -> a database: building documents, and the one writer. */
#ifndef XAPIAN_C_WRITE_H
#define XAPIAN_C_WRITE_H

#include <xapian-c/read.h>

#ifdef __cplusplus
extern "C" {
#endif

/* What is to be stored: data, values in slots, terms.  Reusable after
 * xc_document_clear(). */
typedef struct xc_document xc_document;

/* Makes an empty document.  XC_NO_MEMORY. */
XC_API xc_status xc_document_open(xc_document **out, xc_error *err);

/* Takes NULL.  What was stored of it stays stored. */
XC_API void xc_document_close(xc_document *document);

/* Takes everything out of it, for the next one. */
XC_API xc_status xc_document_clear(xc_document *document, xc_error *err);

/* Sets the data, any bytes, copied; hits bring them back. */
XC_API xc_status xc_document_set_data(
        xc_document *document, xc_bytes data, xc_error *err);

/* Sets the value in a slot, any bytes, copied; an empty one takes it out. */
XC_API xc_status xc_document_set_value(
        xc_document *document, uint32_t slot, xc_bytes value, xc_error *err);

/* Stores a number so that slots sort and range as numbers do.  XC_BAD_ARGUMENT for what
   is not a number. */
XC_API xc_status xc_document_set_number(
        xc_document *document, uint32_t slot, double number, xc_error *err);

/* Adds `wdf` to the within-document frequency of a term.  A term that is empty or too
   long for a database is refused here, by XC_BAD_ARGUMENT, and does no harm. */
XC_API xc_status xc_document_add_term(
        xc_document *document, xc_bytes term, uint32_t wdf, xc_error *err);

/* Adds a term that filters but does not count: its wdf is 0. */
XC_API xc_status xc_document_add_boolean(
        xc_document *document, xc_bytes term, xc_error *err);

/* Adds a term at a position, which counts `wdf` times. */
XC_API xc_status xc_document_add_posting(xc_document *document, xc_bytes term,
        uint32_t position, uint32_t wdf, xc_error *err);

/* The one writer of a database. */
typedef struct xc_writer xc_writer;

/* How xc_writer_open() opens; combined by |. */
enum xc_writer_flag {
    XC_CREATE = 1 << 0, /* fail if a database exists */
    XC_CREATE_OR_OPEN = 1 << 1,
    XC_CREATE_OR_OVERWRITE = 1 << 2, /* without any of these three: open */
    XC_NO_SYNC = 1 << 3,             /* faster, but damaged if the machine fails */
    XC_NO_TERMLIST = 1 << 4, /* smaller; nothing can be deleted or replaced later */
    XC_RETRY_LOCK = 1 << 5,  /* wait for another writer */
    XC_GLASS = 1 << 6        /* a glass database in this folder: no stub file is read */
};

/* Opens a database for writing.  XC_LOCKED if another writer has it. */
XC_API xc_status xc_writer_open(
        xc_writer **out, const char *path, unsigned flags, xc_error *err);

/* Closes; what was not committed is dropped. */
XC_API void xc_writer_close(xc_writer *writer);

/* Stores a document; `*docid` (may be NULL) gets its number. */
XC_API xc_status xc_writer_add(
        xc_writer *writer, const xc_document *document, uint32_t *docid, xc_error *err);

/* Stores a document in the place of the one with this number, or as a new one with it.
 */
XC_API xc_status xc_writer_replace(
        xc_writer *writer, uint32_t docid, const xc_document *document, xc_error *err);

/* Stores a document of a database under this number, with all that it has: terms,
   values, data.  XC_NOT_FOUND, and XC_UNSUPPORTED if the database has no term lists. */
XC_API xc_status xc_writer_copy(xc_writer *writer, uint32_t docid, xc_database *from,
        uint32_t from_docid, xc_error *err);

/* Replaces all documents that `unique` indexes by this one, or adds it. */
XC_API xc_status xc_writer_replace_term(xc_writer *writer, xc_bytes unique,
        const xc_document *document, uint32_t *docid, xc_error *err);

/* Deletes the document of this number.  XC_NOT_FOUND. */
XC_API xc_status xc_writer_delete(xc_writer *writer, uint32_t docid, xc_error *err);

/* Deletes all documents that `term` indexes; none is no failure. */
XC_API xc_status xc_writer_delete_term(xc_writer *writer, xc_bytes term, xc_error *err);

/* An empty value removes the key. */
XC_API xc_status xc_writer_set_metadata(
        xc_writer *writer, xc_bytes key, xc_bytes value, xc_error *err);

/* The value, with what this writer has not committed yet; copied, freed by
   xc_free(). */
XC_API xc_status xc_writer_metadata(
        char **out, size_t *size, xc_writer *writer, xc_bytes key, xc_error *err);

/* All that is written between two commits is one transaction: published together by
   xc_writer_commit(), or dropped by xc_writer_cancel() and xc_writer_close().  A write
   that fails by anything but XC_BAD_ARGUMENT and XC_NOT_FOUND may have dropped what was
   written before it, so that every write after it fails, the commit too, with
   XC_UNSUPPORTED until xc_writer_cancel() starts a new transaction.  On a full disk
   libxapian may end the process in a commit, by SIGABRT: it writes blocks where it
   cannot fail.  xc_writer_commit_apart() is safe from that. */
XC_API xc_status xc_writer_commit(xc_writer *writer, xc_error *err);

/* Drops what was written since the last commit. */
XC_API xc_status xc_writer_cancel(xc_writer *writer, xc_error *err);

/* The same in a process of its own, for a full disk: libxapian ends the process that
   commits where it fails at some places, and here the caller lives on and gets XC_IO.
   Whatever it returns, the writer can only be closed after it.  Threads of the caller
   do not run in that process, which does nothing but commit. */
XC_API xc_status xc_writer_commit_apart(xc_writer *writer, xc_error *err);

/* The highest number that a document ever had, with what is not committed yet; 0 for
   none. */
XC_API xc_status xc_writer_last_docid(
        uint32_t *docid, xc_writer *writer, xc_error *err);

/* Documents, with what is not committed yet. */
XC_API xc_status xc_writer_count(uint32_t *count, xc_writer *writer, xc_error *err);

#ifdef __cplusplus
}
#endif
#endif
