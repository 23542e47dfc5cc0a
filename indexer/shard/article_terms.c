#include "indexer/shard/article_terms.h"

#include <string.h>

#include "core/fail.h"
#include "core/items.h"
#include "core/schema.h"
#include "core/shim_status.h"
#include "core/token.h"
#include "core/view.h"

/* How many headings of a path `after` has in common with the one before it. */
static uint32_t shared_headings(
        const struct passage *passage, const struct passage *before)
{
    uint32_t shared = 0;

    while (before != NULL && shared < passage->heading_count &&
            shared < before->heading_count &&
            view_equals(passage->heading[shared], before->heading[shared]))
        shared++;
    return shared;
}

/* Counts the words of an article, each heading once, for all that stands below it. */
static palpate_status count_words(struct postings *postings, struct passage_runs *runs,
        const struct article *article, palpate_error *err)
{
    const struct passage *before = NULL;
    palpate_status status = postings_count(postings, article->title, FIELD_TITLE, err);

    for (uint32_t i = 0; status == PALPATE_OK && i < article->passage_count; i++) {
        const struct passage *passage = &article->passages[i];
        if (!items_grow((void **)&runs->items, &runs->room, i, sizeof *runs->items))
            return fail(
                    err, PALPATE_NO_MEMORY, "out of memory for the terms of a page");
        runs->items[i] = (struct postings_run){ .length = 0 };
        if (passage->is_doubtful)
            continue;
        status = postings_count(postings, passage->text, FIELD_TEXT, err);
        runs->items[i] = postings_last_run(postings);
        for (uint32_t h = shared_headings(passage, before);
                status == PALPATE_OK && h < passage->heading_count; h++)
            status = postings_count(postings, passage->heading[h], FIELD_HEADING, err);
        before = passage;
    }
    return status;
}

static palpate_status add_term(
        void *user, palpate_view term, uint32_t impact, palpate_error *err)
{
    static const size_t PREFIX_SIZE = sizeof PREFIX_ARTICLE_WORD - 1;
    char name[sizeof PREFIX_ARTICLE_WORD + WORD_SIZE] = PREFIX_ARTICLE_WORD;
    xc_error reason;

    if (term.size > 0)
        memcpy(name + PREFIX_SIZE, term.data, term.size);
    const xc_bytes bytes = { name, PREFIX_SIZE + term.size };
    if (xc_document_add_term(user, bytes, impact, &reason) != XC_OK)
        return shim_failure(&reason, err);
    return PALPATE_OK;
}

palpate_status article_terms_add(bool *title_tells, xc_document *document,
        struct postings *postings, struct passage_runs *runs,
        const struct article *article, palpate_error *err)
{
    postings_clear(postings);
    palpate_status status = count_words(postings, runs, article, err);
    if (status != PALPATE_OK)
        return status;
    *title_tells = postings_title_tells(postings);
    if (!*title_tells)
        postings_drop_title(postings);
    /* How many articles have it is how many there are. */
    status = add_term(document, PALPATE_VIEW(""), 1, err);
    return status == PALPATE_OK
                   ? postings_each_of_article(postings, add_term, document, err)
                   : status;
}
