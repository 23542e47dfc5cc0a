#include <string.h>
#include <xapian-c/xapian-c.h>

#include "core/digest.h"
#include "core/fail.h"
#include "core/schema.h"
#include "core/shim_status.h"
#include "core/view.h"
#include "query/index/engine.h"
#include "query/index/engine_inside.h"

/* A value of the metadata, which is given to xc_free(). */
struct metadata {
    char *value;
    size_t size;
};

static palpate_view view_of_metadata(const struct metadata *metadata)
{
    return (palpate_view){ metadata->value, metadata->size };
}

static palpate_status read_metadata(struct metadata *out, const struct engine *engine,
        const char *key, palpate_error *err)
{
    xc_error reason;
    palpate_view name = view_of(key);

    if (xc_database_metadata(&out->value, &out->size, engine->head,
                (xc_bytes){ name.data, name.size }, &reason) != XC_OK)
        return shim_failure(&reason, err);
    return PALPATE_OK;
}

/* Reads the rules with the words of their questions in a language. */
static palpate_status read_rules(struct curation *out, struct engine *engine,
        const struct stemming *language, palpate_error *err)
{
    const struct stemming *spoken = analyzer_speak(engine->analyzer, language);
    palpate_status status = curation_read(out, &engine->curated,
            PALPATE_VIEW("the curation"), engine->rules, engine->analyzer, err);

    (void)analyzer_speak(engine->analyzer, spoken);
    return status;
}

/* Takes up rules that are not those that are known. */
static palpate_status take_rules(struct engine *engine, palpate_view rules,
        palpate_view base, palpate_error *err)
{
    palpate_error why = { PALPATE_OK, "" };

    arena_clear(&engine->curated);
    engine->rules = arena_copy(&engine->curated, rules);
    engine->base = arena_copy(&engine->curated, base);
    if (engine->rules.data == NULL || engine->base.data == NULL)
        return fail(err, PALPATE_NO_MEMORY, "out of memory for the curation");
    memset(engine->foreign_curation, 0, sizeof engine->foreign_curation);
    palpate_status status = read_rules(&engine->curation, engine, NULL, &why);
    if (status == PALPATE_OK)
        return status;
    engine->rules.data = NULL;
    if (status == PALPATE_BAD_INPUT)
        return fail(err, PALPATE_CORRUPT,
                "%s: %s: give palpate-index the file again with --curation",
                engine->path, why.message);
    return fail(err, status, "%s", why.message);
}

/* Reads the rules of the state that is open, if it has not; they are seldom others. */
static palpate_status read_curation(struct engine *engine, palpate_error *err)
{
    struct metadata rules = { NULL, 0 };
    struct metadata base = { NULL, 0 };

    if (engine->knows_curation)
        return PALPATE_OK;
    palpate_status status = read_metadata(&rules, engine, META_CURATION, err);
    if (status == PALPATE_OK)
        status = read_metadata(&base, engine, META_BASE, err);
    bool is_known = engine->rules.data != NULL &&
                    view_equals(view_of_metadata(&rules), engine->rules) &&
                    view_equals(view_of_metadata(&base), engine->base);
    if (status == PALPATE_OK && !is_known)
        status = take_rules(
                engine, view_of_metadata(&rules), view_of_metadata(&base), err);
    engine->knows_curation = status == PALPATE_OK;
    xc_free(base.value);
    xc_free(rules.value);
    return status;
}

palpate_status engine_curation(
        const struct curation **out, struct engine *engine, palpate_error *err)
{
    *out = &engine->curation;
    return read_curation(engine, err);
}

palpate_status engine_curation_in(const struct curation **out, struct engine *engine,
        const struct stemming *language, palpate_error *err)
{
    palpate_status status = engine_curation(out, engine, err);

    if (status != PALPATE_OK || language == NULL || engine->curation.count == 0)
        return status;
    struct curation *curation = &engine->foreign_curation[stemming_number(language)];
    *out = curation;
    if (curation->count > 0)
        return PALPATE_OK;
    status = read_rules(curation, engine, language, err);
    if (status == PALPATE_OK)
        return status;
    /* Stop words of English only are words here: a question may have too many then. */
    bool is_long = status == PALPATE_BAD_INPUT;
    *curation = is_long ? engine->curation : (struct curation){ .count = 0 };
    return is_long ? PALPATE_OK : status;
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
        if (xc_database_metadata(&value, &size, engine->head,
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
