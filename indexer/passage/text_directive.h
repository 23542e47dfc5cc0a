/* A text directive and the text of a page -> what a browser finds by it. */
#ifndef INDEXER_TEXT_DIRECTIVE_H
#define INDEXER_TEXT_DIRECTIVE_H

#include <palpate/view.h>
#include <stdbool.h>
#include <stddef.h>

/* `#:~:text=prefix-,start,end,-suffix`, decoded and folded as visible_text_fold() does;
   all but `start` may be empty. */
struct text_directive {
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
   struct visible_text: a '\n' parts blocks, and no term crosses it.  False where there
   is none, and where `*effort`, the bytes that may yet be compared, is used up (0). */
bool text_directive_find(struct directive_match *match, palpate_view folded,
        const struct text_directive *directive, size_t from, size_t *effort);

/* Whether it matches exactly once, and from the start to the end of `there`.  False
   where the effort does not suffice to know. */
bool text_directive_is_sole(palpate_view folded, const struct text_directive *directive,
        const struct directive_match *there, size_t *effort);

#endif
