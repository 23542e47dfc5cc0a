/* The words around the title of a page -> who wrote it, and when. */
#ifndef INDEXER_BYLINE_AREA_H
#define INDEXER_BYLINE_AREA_H

#include "indexer/html/text_nodes.h"
#include "indexer/html/tree.h"
#include "indexer/metadata/byline_parts.h"
#include "indexer/metadata/dates.h"
#include "indexer/metadata/other_parts.h"
#include "indexer/metadata/statements.h"

enum {
    BYLINE_BEFORE = 16, /* parts of lines that are read before the title */
    BYLINE_AFTER = 60   /* and after it */
};

/* The few lines after the title of a page and the very few before it. */
struct byline_area {
    struct statements *statements;
    const struct tree *tree;
    const struct other_parts *others;
    struct text_node parts[BYLINE_BEFORE + BYLINE_AFTER];
    size_t count;
    size_t title; /* parts before it */
};

/* Collects the lines around the heading `title` (TREE_NONE: from the start of the
   body), without those of other parts of the page, and takes dates that stand alone and
   those after "Published on" and the like. */
void byline_area_read(struct byline_area *area, struct statements *statements,
        const struct tree *tree, const struct other_parts *others, uint32_t title);

/* Appends the parts of a line, unless another part of the page holds it. */
void byline_area_append(struct byline_area *area, const struct text_node *line);

/* Takes names: after "By …", "Reviewed by …", or beside a date. */
void byline_names_read(struct byline_area *area);

/* The name `first` of part `number`, and those that commas or "and" join to it. */
palpate_view byline_names_from(
        const struct byline_area *area, size_t number, palpate_view first);

/* Takes what the rest of the page says with a label: "Page last reviewed: …". */
void byline_foot_read(struct byline_area *area);

/* Whether a node is amid a sentence, so that a date there is of what the sentence is
   about, unless the sentence says that it is of the page. */
bool byline_is_in_prose(
        struct statements *statements, const struct tree *tree, uint32_t node);

/* The kind of the date that a part says, beside little else, with the words before it
   as label; DATE_NONE where it says none. */
enum date_kind byline_read_date(
        const struct byline_area *area, size_t number, struct date *date);

#endif
