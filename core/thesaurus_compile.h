/* A list of names that mean the same -> for each name, what else it is called. */
#ifndef CORE_THESAURUS_COMPILE_H
#define CORE_THESAURUS_COMPILE_H

#include <palpate/status.h>
#include <palpate/view.h>
#include <stddef.h>

#include "core/term.h"
#include "core/thesaurus_lines.h"

/* Takes one entry: the other names of `key`. */
typedef palpate_status thesaurus_sink(
        void *user, palpate_view key, palpate_view value, palpate_error *err);

/* Compiles files into entries, given to `sink` in the order of their keys.  All names
   of a concept lead to one another.  PALPATE_BAD_INPUT names the file and line that
   cannot be read; PALPATE_NO_MEMORY; or what `sink` returns. */
palpate_status thesaurus_compile(const struct thesaurus_file *files, size_t count,
        struct analyzer *analyzer, thesaurus_sink *sink, void *user,
        palpate_error *err);

#endif
