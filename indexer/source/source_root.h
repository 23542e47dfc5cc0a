/* The folders that sources lie in -> the one from which the paths of pages start. */
#ifndef INDEXER_SOURCE_ROOT_H
#define INDEXER_SOURCE_ROOT_H

#include <palpate/status.h>
#include <palpate/view.h>
#include <stdbool.h>

#include "core/arena.h"

struct source_root {
    palpate_view folder; /* absolute, without a slash at its end */
    const char *given;   /* as it was asked for, or NULL */
    bool is_known;
};

/* Takes the root that is asked for, or NULL.  PALPATE_REFUSED where it is no folder. */
palpate_status source_root_open(struct source_root *root, struct arena *arena,
        const char *given, palpate_error *err);

/* The folder of a file. */
palpate_view source_root_folder(palpate_view file);

/* Takes up the folder (absolute) of the source that people call `source`: what is
   common to all of them is the root.  PALPATE_REFUSED where it lies outside of a root
   that was asked for.  Borrows `folder`. */
palpate_status source_root_take(struct source_root *root, const char *source,
        palpate_view folder, palpate_error *err);

/* Whether a file lies below the root. */
bool source_root_holds(const struct source_root *root, palpate_view file);

/* The path of a file, relative to the root. */
palpate_view source_root_path(const struct source_root *root, palpate_view file);

#endif
