/* index.html and what it is asked -> the page, around its answer. */
#ifndef SERVER_PAGE_TEMPLATE_H
#define SERVER_PAGE_TEMPLATE_H

#include "server/options.h"
#include "server/page_files.h"
#include "server/text.h"
#include "server/topics.h"

/* What the marks of index.html, which its head explains, stand for. */
struct page_marks {
    const struct page_files *files;
    const struct options *options;
    palpate_view query;
    const struct topics *topics;  /* or NULL */
    palpate_view topics_language; /* of which they are to be; empty for all */
    bool is_asked;                /* there is an answer, or a problem, to show */
};

/* What the page is called: by the operator, else as its wording has it. */
void page_name(struct text *text, const struct options *options, enum phrase otherwise);

/* Writes the page up to the mark of the answer, and gives what comes after that. */
palpate_view page_template_start(struct text *text, const struct page_marks *marks);

/* Writes `rest` of the page. */
void page_template_end(
        struct text *text, const struct page_marks *marks, palpate_view rest);

#endif
