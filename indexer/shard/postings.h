/* A passage -> the terms of its index document, with their impacts. */
#ifndef INDEXER_POSTINGS_H
#define INDEXER_POSTINGS_H

#include <palpate/status.h>
#include <palpate/view.h>
#include <stddef.h>
#include <stdint.h>

#include "core/impact.h"
#include "core/term.h"

struct postings;

/* A table that is filled again for every passage.  Borrows the analyzer. */
palpate_status postings_open(
        struct postings **out, struct analyzer *analyzer, palpate_error *err);
void postings_close(struct postings *postings);

void postings_clear(struct postings *postings);

/* Counts the words of `text` but for stop words.  PALPATE_NO_MEMORY. */
palpate_status postings_count(struct postings *postings, palpate_view text,
        enum passage_field field, palpate_error *err);

/* What one call of postings_count() counted, up to the next postings_clear(). */
struct postings_run {
    size_t first; /* its terms among all that were counted, */
    size_t end;
    uint32_t length; /* … and its indexed words */
};

struct postings_run postings_last_run(const struct postings *postings);

/* Counts in a field what `other` counted in a run, without reading the text again.
   PALPATE_NO_MEMORY. */
palpate_status postings_count_run(struct postings *postings,
        const struct postings *other, struct postings_run run, enum passage_field field,
        palpate_error *err);

/* Indexed words of each field so far; 0 for a title that was dropped. */
struct field_counts postings_lengths(const struct postings *postings);

/* Whether the title that was counted has a word of the text or of the headings. */
bool postings_title_tells(const struct postings *postings);

/* From here on the title counts as none, though its words stay. */
void postings_drop_title(struct postings *postings);

/* Calls `each` for every term with its quantised impact, in the order of first use. */
typedef palpate_status posting_visit(
        void *user, palpate_view term, uint32_t impact, palpate_error *err);
palpate_status postings_each(const struct postings *postings, bool is_doubtful,
        posting_visit *each, void *user, palpate_error *err);

/* The same where a whole article was counted, with the impacts in the article. */
palpate_status postings_each_of_article(const struct postings *postings,
        posting_visit *each, void *user, palpate_error *err);

#endif
