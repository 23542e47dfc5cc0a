#include "indexer/shard/completions.h"

#include <stdio.h>

#include "core/completion.h"
#include "core/schema.h"
#include "core/shim_status.h"
#include "core/view.h"

static palpate_status add_completion(
        xc_document *document, const char *prefix, palpate_view key, palpate_error *err)
{
    char term[COMPLETION_SIZE + 8];
    int size = snprintf(term, sizeof term, "%s%.*s", prefix, (int)key.size, key.data);
    xc_error reason;

    if (xc_document_add_boolean(document, (xc_bytes){ term, (size_t)size }, &reason) !=
            XC_OK)
        return shim_failure(&reason, err);
    return PALPATE_OK;
}

static palpate_view heading_of(const struct passage *passage)
{
    return passage->heading_count == 0 ? (palpate_view){ NULL, 0 }
                                       : passage->heading[passage->heading_count - 1];
}

/* A heading of one word ("Symptoms") completes nothing that a title does not. */
static bool is_telling(palpate_view key)
{
    return view_find(key, PALPATE_VIEW(" ")) < key.size;
}

palpate_status completions_add(xc_document *document, const struct article *article,
        uint32_t ordinal, palpate_error *err)
{
    const struct passage *passage = &article->passages[ordinal];
    palpate_view heading = heading_of(passage);
    palpate_view before = { NULL, 0 };
    char key[COMPLETION_SIZE];
    uint32_t starts[COMPLETION_STARTS];
    palpate_status status = PALPATE_OK;

    if (ordinal == 0) {
        palpate_view title = { key, completion_key(article->title, key) };
        uint32_t count = completion_starts(title, starts);
        for (uint32_t i = 0; status == PALPATE_OK && i < count; i++)
            status = add_completion(document, PREFIX_TITLE,
                    view_slice(title, starts[i], title.size), err);
    } else {
        before = heading_of(&article->passages[ordinal - 1]);
    }
    if (status != PALPATE_OK || passage->is_doubtful || heading.size == 0 ||
            view_equals(heading, before))
        return status;
    palpate_view words = { key, completion_key(heading, key) };
    return is_telling(words) ? add_completion(document, PREFIX_HEADING, words, err)
                             : PALPATE_OK;
}
