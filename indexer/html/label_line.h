/* A child of an element -> whether it is a line alone that may head what follows it. */
#ifndef INDEXER_LABEL_LINE_H
#define INDEXER_LABEL_LINE_H

#include <stdbool.h>
#include <stdint.h>

#include "indexer/html/folds.h"

/* What lines of one kind have in common. */
struct line_shape {
    palpate_view tag;
    palpate_view class;
    palpate_view emphasis; /* the element that all of its words are in */
};

struct label_line {
    uint32_t node;
    struct line_shape shape;
    bool is_label; /* may be one */
    bool asks;
};

/* Reads a child of `parent`; what cannot be a label has no shape. */
void label_line_read(struct label_line *out, const struct folds *folds, uint32_t parent,
        uint32_t node);

bool label_line_has_shape(
        const struct label_line *line, const struct line_shape *shape);

/* Whether an element says all on one line. */
bool label_line_is_one(const struct folds *folds, uint32_t node);

/* Whether a line has a picture with its caption, or a link, even one without words. */
bool label_line_has_picture(const struct tree *tree, uint32_t node);

/* Whether an element is a line written as names, headings or questions are. */
bool label_line_is_title(const struct folds *folds, uint32_t node);

/* Whether a child of `parent` is a line of bold words alone, written as headings are.
 */
bool label_line_is_bold(const struct folds *folds, uint32_t parent, uint32_t node);

#endif
