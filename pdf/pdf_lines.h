/* A PDF as lines of text: what each says, where it stands and how large it is. */
#ifndef PDF_LINES_H
#define PDF_LINES_H

#include <palpate/view.h>
#include <stdbool.h>
#include <stddef.h>

#include "core/arena.h"

struct pdf_line {
    palpate_view text; /* UTF-8, trimmed, not empty */
    unsigned page;     /* from 1 */
    double left;       /* in points from the top left corner of the page */
    double right;
    double top;
    double bottom;
    double height; /* of the page */
    double size;   /* of most of its letters, in points */
    bool is_bold;
};

struct pdf_lines {
    struct pdf_line *items; /* in the order in which they are read */
    size_t count;
    size_t room;
    palpate_view title;   /* as the file states it; or empty */
    palpate_view changed; /* the day of its last change, ISO 8601; or empty */
};

#endif
