/* Pages in memory -> an index on disk, one after another. */
#ifndef PALPATE_WRITER_H
#define PALPATE_WRITER_H

#include <palpate/indexer.h>
#include <palpate/status.h>
#include <palpate/view.h>

#ifdef __cplusplus
extern "C" {
#endif

/* Pages that are to go into an index, and addresses that are to leave it.  What is not
   named stays as it is.  A handle is for one thread at a time. */
typedef struct palpate_index_writer palpate_index_writer;

/* Makes a writer for the index at `path`, which need not exist yet; nothing there is
   touched before palpate_index_commit().  `options` (or NULL) are those of
   palpate_index_run(), but for rebuild, read_only and deletes, which must be empty;
   what they point to is borrowed until palpate_index_close().  PALPATE_NO_MEMORY,
   PALPATE_BAD_ARGUMENT; then `*out` is NULL. */
PALPATE_API PALPATE_CHECKED palpate_status palpate_index_open(
        palpate_index_writer **out, const char *path,
        const palpate_index_options *options, palpate_error *err);

/* Adds the page at `url`, in the place of one that is at the same address.  `url` is a
   whole address of http or https, or the path of one that starts with a slash; `html`
   are the bytes of the page, in the encoding that it declares, or UTF-8.  Both are
   copied, and stay in memory until the commit: commit now and then where there are
   many. Of two pages of one address the later counts.  PALPATE_BAD_ARGUMENT for another
   address, PALPATE_NO_MEMORY: the page is not added then, and the writer stays usable.
 */
PALPATE_API PALPATE_CHECKED palpate_status palpate_index_page(
        palpate_index_writer *writer, palpate_view url, palpate_view html,
        palpate_error *err);

/* Removes the page at `url`, as the index calls it; also one of an earlier
   palpate_index_page().  An address that no page has is reported at the commit, and is
   no failure.  PALPATE_NO_MEMORY. */
PALPATE_API PALPATE_CHECKED palpate_status palpate_index_delete(
        palpate_index_writer *writer, palpate_view url, palpate_error *err);

/* Puts all that was named into the index, at once: readers see all of it or nothing.
   Builds the index where there is none.  After success the writer is empty, and takes
   pages for the next commit; after a failure nothing is changed, and the same can be
   tried again.  Fails as palpate_index_run() does; PALPATE_REFUSED also for an index of
   another version, or one that is to be read anew as a whole. */
PALPATE_API PALPATE_CHECKED palpate_status palpate_index_commit(
        palpate_index_summary *summary, palpate_index_writer *writer,
        palpate_error *err);

/* Frees the writer; what was not committed is dropped.  Takes NULL. */
PALPATE_API void palpate_index_close(palpate_index_writer *writer);

#ifdef __cplusplus
}
#endif
#endif
