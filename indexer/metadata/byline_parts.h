/* A line of text near a title -> its parts: who, what, when. */
#ifndef INDEXER_BYLINE_PARTS_H
#define INDEXER_BYLINE_PARTS_H

#include <palpate/view.h>
#include <stdbool.h>

/* The first part of `*line`, trimmed; moves `*line` after it.  Parts end at bars, dots
   in mid-line, dashes between spaces and line breaks, and before "by", "reviewed by",
   "updated on" and the like where a sentence, a bracket or a number ends: "Medically
   reviewed by A. By B, updated 9 March 2024 by C" has four.  Empty at the end. */
palpate_view byline_part_next(palpate_view *line);

/* Whether a text ends in a colon, also the wide one of Chinese: it is the label of what
   follows. */
bool byline_is_label(palpate_view text);

/* What the words before a date make of it. */
enum date_kind { DATE_NONE, DATE_PUBLISHED, DATE_BARE, DATE_UPDATED, DATE_REVIEWED };

/* The kind of a date after `label`; DATE_BARE where the label says nothing. */
enum date_kind date_kind_of(palpate_view label);

#endif
