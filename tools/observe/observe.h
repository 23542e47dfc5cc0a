/* Page files -> lines that say what the indexer observes of them, for fitting. */
#ifndef TOOLS_OBSERVE_H
#define TOOLS_OBSERVE_H

#include <palpate/status.h>
#include <palpate/view.h>

#include "core/arena.h"
#include "core/buffer.h"

/* Appends to `out` what is observed of one page; lives in `arena`.  */
typedef palpate_status observe_page(
        struct buffer *out, struct arena *arena, palpate_view html, palpate_error *err);

/* Appends the lines that name what is observed, each with its line feed. */
typedef void observe_names(struct buffer *out);

/* The main function of a program: prints the lines of `names`, then a line "page TAB id
   TAB lines" for each page of the files and folders that `argv` names, and after it the
   `lines` lines that `observe` appends.  The id is the file's name up to its first dot.
   What cannot be read is named on standard error and left out.  Returns the exit
   status. */
int observe_main(int argc, char **argv, observe_names *names, observe_page *observe);

/* Appends names, separated by spaces. */
void observe_append_name(struct buffer *out, const char *name);

/* Appends `text` with every control character as a space, so that it fits a column. */
void observe_append_text(struct buffer *out, palpate_view text);

#endif
