#include "core/schema.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "core/fail.h"
#include "core/impact.h"
#include "core/kind.h"
#include "core/record.h"
#include "core/view.h"

palpate_view schema_article_term(char out[ARTICLE_TERM_SIZE], uint64_t article)
{
    char text[ARTICLE_TERM_SIZE + 1];

    (void)snprintf(text, sizeof text, PREFIX_ARTICLE "%016" PRIx64, article);
    memcpy(out, text, ARTICLE_TERM_SIZE);
    return (palpate_view){ out, ARTICLE_TERM_SIZE };
}

palpate_view schema_capitals_term(char out[CAPITALS_TERM_SIZE], palpate_view folded)
{
    const palpate_view prefix = PALPATE_VIEW(PREFIX_CAPITALS);
    size_t size = folded.size < MAX_CAPITALS ? folded.size : MAX_CAPITALS;

    memcpy(out, prefix.data, prefix.size);
    memcpy(out + prefix.size, folded.data, size);
    return (palpate_view){ out, prefix.size + size };
}

palpate_view schema_article_value(char out[ARTICLE_VALUE_SIZE], uint64_t article)
{
    for (unsigned i = 0; i < ARTICLE_VALUE_SIZE; i++)
        out[i] = (char)(article >> (56 - 8 * i) & 0xFF);
    return (palpate_view){ out, ARTICLE_VALUE_SIZE };
}

uint64_t schema_article_key(palpate_view value)
{
    uint64_t article = 0;

    for (size_t i = 0; value.size == ARTICLE_VALUE_SIZE && i < ARTICLE_VALUE_SIZE; i++)
        article = article << 8 | (unsigned char)value.data[i];
    return article;
}

void schema_stamp(struct buffer *out, struct analyzer *analyzer)
{
    buffer_append_format(out,
            "schema=%d extraction=%d kinds=%d record=%d tokenizer=%d impact=%d "
            "terms=%016" PRIx64,
            SCHEMA_VERSION, EXTRACTION_VERSION, KIND_COUNT, RECORD_VERSION,
            TOKENIZER_VERSION, IMPACT_VERSION, analyzer_fingerprint(analyzer));
}

/* The next word of a stamp. */
static palpate_view next_word(palpate_view *stamp)
{
    size_t end = view_find(*stamp, PALPATE_VIEW(" "));
    palpate_view word = view_slice(*stamp, 0, end);

    *stamp = view_slice(*stamp, end + 1, stamp->size);
    return word;
}

palpate_status schema_check(
        palpate_view stamp, struct analyzer *analyzer, palpate_error *err)
{
    struct buffer own = { 0 };
    palpate_status status = PALPATE_OK;

    if (stamp.size == 0)
        return fail(err, PALPATE_NO_INDEX,
                "this is a database, but none of palpate's: build one with "
                "palpate-index");
    schema_stamp(&own, analyzer);
    if (own.failed) {
        buffer_free(&own);
        return fail(err, PALPATE_NO_MEMORY, "out of memory for the stamp of the index");
    }
    palpate_view left = buffer_view(&own);
    while (status == PALPATE_OK && (left.size > 0 || stamp.size > 0)) {
        palpate_view here = next_word(&left);
        palpate_view there = next_word(&stamp);
        if (view_equals(here, there))
            continue;
        status = fail(err, PALPATE_VERSION,
                "the index was written by another version (it has %.*s, this "
                "program "
                "%.*s): rebuild it with palpate-index --rebuild",
                (int)there.size, there.data, (int)here.size, here.data);
    }
    buffer_free(&own);
    return status;
}
