/* A text directive and the text of a page -> what a browser finds by it. */
#ifndef INDEXER_DIRECTIVE_H
#define INDEXER_DIRECTIVE_H

#include <palpate/view.h>
#include <stdbool.h>
#include <stddef.h>

/* `#:~:text=prefix-,start,end,-suffix`, decoded and folded as shown_fold() does; all
   but `start` may be empty. */
struct directive {
    palpate_view prefix;
    palpate_view start;
    palpate_view end;
    palpate_view suffix;
};

struct directive_match {
    size_t start; /* bytes of the folded text */
    size_t end;
    size_t next; /* where to look for the next match */
};

/* The first match that starts at `from` or later, by "find a range from a text
   directive" of the specification (WICG, URL Fragment Text Directives).  `folded` is of
   struct shown: a '\n' parts blocks, and no term crosses it.  False where there is
   none, and where `*effort`, the bytes that may yet be compared, is used up (0). */
bool directive_find(struct directive_match *match, palpate_view folded,
        const struct directive *directive, size_t from, size_t *effort);

/* Whether it matches exactly once, and from the start to the end of `there`.  False
   where the effort does not suffice to know. */
bool directive_is_sole(palpate_view folded, const struct directive *directive,
        const struct directive_match *there, size_t *effort);

#endif
