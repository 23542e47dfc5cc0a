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

palpate_status candidate_read(struct candidate *out, const struct engine *engine,
        const struct engine_hit *hit, palpate_error *err)
{
    *out = (struct candidate){
        .document = hit->document, .date = hit->date, .data = hit->data
    };
    palpate_status status = record_decode(&out->record, NULL, hit->data, err);
    out->first = engine_first(engine, out->document, out->record.ordinal);
    return status;
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

palpate_status candidate_match(struct candidate *candidate, struct matcher *matcher,
        struct arena *arena, palpate_error *err)
{
    palpate_view texts[FIELD_COUNT] = {
        [FIELD_TEXT] = candidate->record.text, [FIELD_TITLE] = candidate->record.title
    };
    palpate_status status =
            join_headings(&texts[FIELD_HEADING], arena, &candidate->record, err);

    for (int field = 0; status == PALPATE_OK && field < FIELD_COUNT; field++)
        status = matcher_find(
                &candidate->matches.field[field], matcher, arena, texts[field], err);
    return status;
}
