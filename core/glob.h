/* A pattern of paths, as .gitignore files have it -> whether a path matches. */
#ifndef CORE_GLOB_H
#define CORE_GLOB_H

#include <palpate/status.h>
#include <palpate/view.h>
#include <stdbool.h>

#include "core/arena.h"

/* "*" is any run of bytes but "/", "**" one with "/", and "**" between slashes may be
   no folder at all; "?" is a character, "[a-z]" and "[!a-z]" one of a set, and a
   backslash takes the meaning of what follows.  A pattern with a slash that is not its
   last byte starts at the root, any other one at every folder; with a slash at its end
   it is of folders alone.  What matches a folder matches all that lies in it.  With
   "://" in it a pattern is of whole addresses. */
struct glob {
    const char *text; /* as it was given */
    struct glob_step *steps;
    size_t count;
    bool is_folder;
    bool is_address;
};

/* Borrows `text`; the rest lives in `arena`.  PALPATE_BAD_ARGUMENT for what is no
   pattern, with the reason. */
palpate_status glob_read(
        struct glob *out, struct arena *arena, const char *text, palpate_error *err);

/* Whether the path of a file or folder without a slash at its start, or an address,
   matches.  The time it takes is at most their sizes multiplied. */
bool glob_matches(const struct glob *glob, palpate_view path, bool is_folder);

#endif
