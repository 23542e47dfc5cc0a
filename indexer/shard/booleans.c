#include "indexer/shard/booleans.h"

#include <string.h>

#include "core/address.h"
#include "core/label.h"
#include "core/schema.h"
#include "core/shim_status.h"
#include "core/view.h"

static palpate_status add_boolean(xc_document *document, palpate_view prefix,
        palpate_view value, palpate_error *err)
{
    char term[XC_TERM_SIZE];
    xc_error reason;

    if (value.data == NULL || value.size == 0 || value.size > sizeof term - prefix.size)
        return PALPATE_OK;
    memcpy(term, prefix.data, prefix.size);
    memcpy(term + prefix.size, value.data, value.size);
    if (xc_document_add_boolean(document, (xc_bytes){ term, prefix.size + value.size },
                &reason) != XC_OK)
        return shim_failure(&reason, err);
    return PALPATE_OK;
}

static palpate_status add_byline(
        xc_document *document, palpate_view byline, palpate_error *err)
{
    struct tokenizer tokens = tokens_of(byline);
    struct token token;
    palpate_status status = PALPATE_OK;

    while (status == PALPATE_OK && token_next(&tokens, &token)) {
        char folded[WORD_SIZE];
        size_t size = word_fold(view_slice(byline, token.offset, token.size), folded);
        status = add_boolean(document, PALPATE_VIEW(PREFIX_AUTHOR),
                (palpate_view){ folded, size }, err);
    }
    return status;
}

static palpate_status add_language(
        xc_document *document, palpate_view language, palpate_error *err)
{
    size_t hyphen = view_find(language, PALPATE_VIEW("-"));
    palpate_status status =
            add_boolean(document, PALPATE_VIEW(PREFIX_LANGUAGE), language, err);

    if (status == PALPATE_OK && hyphen < language.size)
        status = add_boolean(document, PALPATE_VIEW(PREFIX_LANGUAGE),
                view_slice(language, 0, hyphen), err);
    return status;
}

/* Each label by its name, and by its value alone. */
static palpate_status add_labels(
        xc_document *document, palpate_view labels, palpate_error *err)
{
    palpate_status status = PALPATE_OK;
    struct label label;

    while (status == PALPATE_OK && label_next(&label, &labels)) {
        char key[LABEL_KEY_SIZE];
        size_t size = label_key(&label, key);
        status = add_boolean(
                document, PALPATE_VIEW(PREFIX_LABEL), (palpate_view){ key, size }, err);
        label.name = (palpate_view){ NULL, 0 };
        size = label_key(&label, key);
        if (status == PALPATE_OK)
            status = add_boolean(document, PALPATE_VIEW(PREFIX_LABEL),
                    (palpate_view){ key, size }, err);
    }
    return status;
}

palpate_status booleans_add(xc_document *document, const struct article *article,
        const struct passage *passage, struct article_place place, palpate_error *err)
{
    char term[ARTICLE_TERM_SIZE];
    char host[ADDRESS_SITE];

    palpate_status status = add_boolean(
            document, PALPATE_VIEW(""), schema_article_term(term, place.key), err);
    if (status == PALPATE_OK)
        status = add_boolean(
                document, PALPATE_VIEW(PREFIX_KIND), kind_word(passage->kind), err);
    if (status == PALPATE_OK)
        status = add_boolean(document, PALPATE_VIEW(PREFIX_SITE),
                address_site(place.url, host), err);
    if (status == PALPATE_OK)
        status = add_language(document, article->facts.language, err);
    if (status == PALPATE_OK)
        status = add_labels(document, article->facts.labels, err);
    return status == PALPATE_OK ? add_byline(document, article->facts.byline, err)
                                : status;
}
