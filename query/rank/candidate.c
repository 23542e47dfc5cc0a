#include "query/rank/candidate.h"

#include "core/buffer.h"
#include "core/fail.h"

/* Joins the headings of a path with '\n'. */
static palpate_status join_headings(palpate_view *out, struct arena *arena,
        const struct passage_record *record, palpate_error *err)
{
    struct buffer text = { 0 };

    for (uint32_t i = 0; i < record->heading_count; i++) {
        if (i > 0)
            buffer_append_byte(&text, '\n');
        buffer_append(&text, record->heading[i]);
    }
    *out = text.failed ? (palpate_view){ NULL, 0 }
                       : arena_copy(arena, buffer_view(&text));
    buffer_free(&text);
    return out->data == NULL
                   ? fail(err, PALPATE_NO_MEMORY, "out of memory for headings")
                   : PALPATE_OK;
}

palpate_status candidate_article(struct article_record *out, struct engine *engine,
        const struct candidate *candidate, palpate_error *err)
{
    struct passage_record first;
    palpate_view data = candidate->data;
    palpate_status status = PALPATE_OK;

    if (candidate->record.ordinal > 0)
        status = engine_head(
                &data, engine, candidate->document, candidate->record.ordinal, err);
    return status == PALPATE_OK ? record_decode(&first, out, data, err) : status;
}

/* Of an index in one language all articles are in that; else theirs says it, which the
   first passage of it has in `own`. */
static palpate_status read_language(struct candidate *out,
        const struct article_record *own, struct engine *engine, palpate_error *err)
{
    const struct known_languages *known = analyzer_known(engine_analyzer(engine));
    struct article_record article;

    out->language = known->count == 1 ? known->items[0] : NULL;
    if (known->count < 2)
        return PALPATE_OK;
    palpate_status status = PALPATE_OK;
    if (out->record.ordinal > 0) {
        status = candidate_article(&article, engine, out, err);
        own = &article;
    }
    if (status == PALPATE_OK)
        out->language = stemming_of(own->facts.language);
    return status;
}

palpate_status candidate_read(struct candidate *out, struct engine *engine,
        const struct engine_hit *hit, palpate_error *err)
{
    *out = (struct candidate){
        .document = hit->document, .date = hit->date, .data = hit->data
    };
    struct article_record own;
    palpate_status status = record_decode(&out->record, &own, hit->data, err);

    out->first = engine_first(engine, out->document, out->record.ordinal);
    return status == PALPATE_OK ? read_language(out, &own, engine, err) : status;
}

palpate_status candidate_match(struct candidate *candidate, struct matcher *matcher,
        struct arena *arena, palpate_error *err)
{
    palpate_view texts[FIELD_COUNT] = {
        [FIELD_TEXT] = candidate->record.text, [FIELD_TITLE] = candidate->record.title
    };
    const struct stemming *spoken =
            analyzer_speak(matcher->analyzer, candidate->language);
    candidate->matches.language = candidate->language;
    palpate_status status =
            join_headings(&texts[FIELD_HEADING], arena, &candidate->record, err);

    for (int field = 0; status == PALPATE_OK && field < FIELD_COUNT; field++)
        status = matcher_find(
                &candidate->matches.field[field], matcher, arena, texts[field], err);
    (void)analyzer_speak(matcher->analyzer, spoken);
    return status;
}
