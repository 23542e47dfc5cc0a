#include <xapian-c/xapian-c.h>

#include "core/digest.h"
#include "core/fail.h"
#include "core/schema.h"
#include "core/shim_status.h"
#include "core/view.h"
#include "query/index/engine.h"
#include "query/index/engine_inside.h"

/* Reads a value of the metadata, copied into what lives as long as the curation. */
static palpate_status read_metadata(
        palpate_view *out, struct engine *engine, const char *key, palpate_error *err)
{
    char *value = NULL;
    size_t size = 0;
    xc_error reason;
    palpate_view name = view_of(key);

    if (xc_database_metadata(&value, &size, engine->database,
                (xc_bytes){ name.data, name.size }, &reason) != XC_OK)
        return shim_failure(&reason, err);
    *out = arena_copy(&engine->curated, (palpate_view){ value, size });
    xc_free(value);
    return out->data == NULL
                   ? fail(err, PALPATE_NO_MEMORY, "out of memory for the curation")
                   : PALPATE_OK;
}

/* Reads the rules of the state that is open, if it has not. */
static palpate_status read_curation(struct engine *engine, palpate_error *err)
{
    palpate_error why = { PALPATE_OK, "" };
    palpate_view text = { NULL, 0 };

    if (engine->knows_curation)
        return PALPATE_OK;
    arena_clear(&engine->curated);
    palpate_status status = read_metadata(&text, engine, META_CURATION, err);
    if (status == PALPATE_OK)
        status = read_metadata(&engine->base, engine, META_BASE, err);
    if (status != PALPATE_OK)
        return status;
    status = curation_read(&engine->curation, &engine->curated,
            PALPATE_VIEW("the curation"), text, engine->analyzer, &why);
    engine->knows_curation = status == PALPATE_OK;
    if (status == PALPATE_BAD_INPUT)
        return fail(err, PALPATE_CORRUPT,
                "%s: %s: give palpate-index the file again with --curation",
                engine->path, why.message);
    return status == PALPATE_OK ? status : fail(err, status, "%s", why.message);
}

palpate_status engine_curation(
        const struct curation **out, struct engine *engine, palpate_error *err)
{
    *out = &engine->curation;
    return read_curation(engine, err);
}

palpate_status engine_append_rules(
        struct buffer *out, struct engine *engine, palpate_error *err)
{
    static const char *const KEYS[] = { META_THESAURUS, META_CURATION };
    palpate_status status = PALPATE_OK;

    for (size_t i = 0; status == PALPATE_OK && i < sizeof KEYS / sizeof *KEYS; i++) {
        palpate_view key = view_of(KEYS[i]);
        char *value = NULL;
        size_t size = 0;
        xc_error reason;
        if (xc_database_metadata(&value, &size, engine->database,
                    (xc_bytes){ key.data, key.size }, &reason) != XC_OK)
            status = shim_failure(&reason, err);
        buffer_append_format(out, "%zu:", size);
        buffer_append(out, (palpate_view){ value, size });
        xc_free(value);
    }
    return status;
}

static palpate_status find_key(
        uint32_t *first, struct engine *engine, palpate_view url, palpate_error *err)
{
    char bytes[ARTICLE_TERM_SIZE];
    palpate_view term = schema_article_term(bytes, hash_of(url));
    uint32_t *documents = NULL;
    size_t count = 0;
    xc_error reason;

    if (xc_database_postings(&documents, &count, engine->database,
                (xc_bytes){ term.data, term.size }, 1, &reason) != XC_OK)
        return shim_failure(&reason, err);
    *first = count > 0 ? documents[0] : 0;
    xc_free(documents);
    return PALPATE_OK;
}

palpate_status engine_whole_url(palpate_view *out, struct engine *engine,
        struct arena *arena, palpate_view url, palpate_error *err)
{
    struct buffer whole = { 0 };
    palpate_status status = read_curation(engine, err);

    *out = url;
    if (status != PALPATE_OK || !view_starts_with(url, PALPATE_VIEW("/")))
        return status;
    bool has_slash = view_ends_with(engine->base, PALPATE_VIEW("/"));
    buffer_append(&whole, engine->base);
    buffer_append(&whole, view_slice(url, has_slash, url.size));
    *out = whole.failed ? (palpate_view){ NULL, 0 }
                        : arena_copy(arena, buffer_view(&whole));
    buffer_free(&whole);
    return out->data == NULL
                   ? fail(err, PALPATE_NO_MEMORY, "out of memory for an address")
                   : PALPATE_OK;
}

palpate_status engine_find_url(
        uint32_t *first, struct engine *engine, palpate_view url, palpate_error *err)
{
    struct buffer address = { 0 };
    palpate_status status = read_curation(engine, err);

    *first = 0;
    for (unsigned place = 0;
            status == PALPATE_OK && *first == 0 &&
            curation_append_address(&address, engine->base, url, place);
            place++) {
        status = address.failed
                         ? fail(err, PALPATE_NO_MEMORY, "out of memory for an address")
                         : find_key(first, engine, buffer_view(&address), err);
        buffer_clear(&address);
    }
    buffer_free(&address);
    return status;
}
