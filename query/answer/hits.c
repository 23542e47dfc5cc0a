#include "query/answer/hits.h"

#include <assert.h>
#include <stdlib.h>

#include "core/address.h"
#include "core/digest.h"
#include "core/fail.h"
#include "core/view.h"
#include "query/answer/excerpt.h"
#include "query/answer/link.h"
#include "query/answer/sign_marks.h"

/* Marks under construction: in the order of visiting, perhaps overlapping. */
struct marks {
    struct arena *arena;
    const struct query_terms *terms;
    struct sentence_mark *items;
    size_t count;
    size_t room;
    bool failed;
};

static void add_mark(void *user, const struct occurrence *occurrence)
{
    struct marks *marks = user;

    if (marks->failed || !arena_grow(marks->arena, (void **)&marks->items, &marks->room,
                                 marks->count, sizeof *marks->items)) {
        marks->failed = true;
        return;
    }
    const struct query_term *term = &marks->terms->terms[occurrence->wanted];
    /* The user's own words choose the sentence; other names only where these are
     * absent. */
    double idf = term->is_scored ? term->idf : term->idf / 4;
    marks->items[marks->count++] =
            (struct sentence_mark){ { occurrence->offset, occurrence->size },
                occurrence->wanted, idf > 0 ? idf : 0.1 };
}

static int by_offset(const void *left, const void *right)
{
    const struct sentence_mark *a = left;
    const struct sentence_mark *b = right;

    return (a->span.offset > b->span.offset) - (a->span.offset < b->span.offset);
}

/* Sorts, and keeps the first of those that stand at the same place. */
static void settle_marks(struct marks *marks)
{
    size_t kept = 0;

    if (marks->count > 1)
        qsort(marks->items, marks->count, sizeof *marks->items, by_offset);
    for (size_t i = 0; i < marks->count; i++) {
        const struct sentence_mark *last = kept == 0 ? NULL : &marks->items[kept - 1];
        if (last == NULL ||
                marks->items[i].span.offset >= last->span.offset + last->span.size)
            marks->items[kept++] = marks->items[i];
    }
    marks->count = kept;
}

static bool copy_views(palpate_hit *hit, struct arena *arena,
        const struct passage_record *record, const struct article_record *article)
{
    palpate_view *heading = arena_zeroed(arena, RECORD_HEADINGS, sizeof *heading);
    char host[ADDRESS_SITE];
    palpate_view date = article_date(&article->facts);
    const struct {
        palpate_view *to;
        palpate_view from;
    } copies[] = {
        { &hit->url, article->url },
        { &hit->title, record->title },
        { &hit->byline, article->facts.byline },
        { &hit->date, date },
        { &hit->published, article->facts.published },
        { &hit->modified, article->facts.modified },
        { &hit->reviewer, article->facts.reviewer },
        { &hit->reviewed, article->facts.reviewed },
        { &hit->language, article->facts.language },
        { &hit->site, address_site(article->url, host) },
        { &hit->text, record->is_nosnippet ? PALPATE_VIEW("") : record->text },
    };

    for (size_t i = 0; i < sizeof copies / sizeof *copies; i++) {
        *copies[i].to = arena_copy(arena, copies[i].from);
        if (copies[i].to->data == NULL)
            return false;
    }
    for (uint32_t i = 0; heading != NULL && i < record->heading_count; i++) {
        heading[i] = arena_copy(arena, record->heading[i]);
        if (heading[i].data == NULL)
            return false;
    }
    hit->heading = heading;
    hit->heading_count = record->heading_count;
    hit->link = link_make(arena, article->url, record->anchor, record->fragment);
    return heading != NULL && hit->link.data != NULL;
}

/* The size of the hyphen at `place`, or 0. */
static size_t hyphen_size(palpate_view text, size_t place)
{
    static const palpate_view HYPHENS[] = { PALPATE_VIEW_INIT("-"),
        PALPATE_VIEW_INIT("\xE2\x80\x90"), PALPATE_VIEW_INIT("\xE2\x80\x91"),
        PALPATE_VIEW_INIT("\xE2\x80\x93") };

    for (size_t i = 0; i < sizeof HYPHENS / sizeof *HYPHENS; i++)
        if (view_starts_with(view_slice(text, place, text.size), HYPHENS[i]))
            return HYPHENS[i].size;
    return 0;
}

/* A word that is written with a hyphen is one mark.  Returns how many there are. */
static size_t join_marks(palpate_view text, palpate_span *spans, size_t count)
{
    size_t kept = 0;

    for (size_t i = 0; i < count; i++) {
        palpate_span *last = kept == 0 ? NULL : &spans[kept - 1];
        uint32_t end = last == NULL ? 0 : last->offset + last->size;
        if (last != NULL && (spans[i].offset == end ||
                                    spans[i].offset == end + hyphen_size(text, end)))
            last->size = spans[i].offset + spans[i].size - last->offset;
        else
            spans[kept++] = spans[i];
    }
    return kept;
}

static palpate_status add_excerpt(palpate_hit *hit, const struct hit_context *context,
        const struct candidate *candidate, palpate_error *err)
{
    struct marks marks = { .arena = context->arena, .terms = context->terms };
    struct excerpt excerpt = { 0 };

    verify_marks(
            context->tree->root, &candidate->matches, FIELD_TEXT, add_mark, &marks);
    settle_marks(&marks);
    marks.failed |= !sign_marks_keep(
            marks.items, &marks.count, context->arena, hit->text, context->tree->root);
    palpate_span *spans = arena_zeroed(context->arena, marks.count + 1, sizeof *spans);
    if (marks.failed || spans == NULL)
        return fail(err, PALPATE_NO_MEMORY, "out of memory for the marks of a hit");
    for (size_t i = 0; i < marks.count; i++)
        spans[i] = marks.items[i].span;
    hit->marks = spans;
    hit->mark_count = join_marks(hit->text, spans, marks.count);

    const struct excerpt_source source = { .text = hit->text,
        .marks = marks.items,
        .mark_count = marks.count,
        .language = candidate->language,
        .is_definition = candidate->record.kind == KIND_DEFINITION };
    palpate_status status = excerpt_make(&excerpt, context->arena, &source, err);
    hit->snippet = excerpt.text;
    hit->snippet_marks = excerpt.marks;
    hit->snippet_mark_count =
            join_marks(excerpt.text, excerpt.marks, excerpt.mark_count);
    hit->snippet_starts_inside = excerpt.starts_inside;
    hit->snippet_ends_inside = excerpt.ends_inside;
    return status;
}

palpate_status hit_copy(palpate_hit *hit, struct arena *arena,
        const struct passage_record *record, const struct article_record *article,
        palpate_error *err)
{
    *hit = (palpate_hit){ .ordinal = record->ordinal, .kind = kind_word(record->kind) };
    return copy_views(hit, arena, record, article)
                   ? PALPATE_OK
                   : fail(err, PALPATE_NO_MEMORY, "out of memory for a hit");
}

static palpate_status copy_pinned(palpate_hit *hit, struct arena *arena,
        const struct curation_rule *rule, palpate_error *err)
{
    hit->pinned = arena_copy(arena, rule->question);
    return hit->pinned.data == NULL
                   ? fail(err, PALPATE_NO_MEMORY, "out of memory for a hit")
                   : PALPATE_OK;
}

static_assert((int)RANK_PARTS <= (int)PALPATE_SCORE_PARTS,
        "a hit has room for every part of a score");

palpate_status hit_make(palpate_hit *hit, const struct hit_context *context,
        const struct candidate *candidate, const struct article_record *article,
        palpate_error *err)
{
    palpate_status status =
            hit_copy(hit, context->arena, &candidate->record, article, err);

    hit->score = candidate->score.total;
    hit->article = hash_of(article->url);
    hit->same_count = candidate->same;
    hit->is_related = candidate->is_related;
    if (status == PALPATE_OK && candidate->pinned != NULL)
        status = copy_pinned(hit, context->arena, candidate->pinned, err);
    if (status != PALPATE_OK)
        return status;
    for (int part = 0; context->explain && part < RANK_PARTS; part++)
        hit->parts[hit->part_count++] =
                (palpate_score_part){ rank_part_name((enum rank_part)part),
                    candidate->score.part[part] };
    if (candidate->record.is_nosnippet)
        return PALPATE_OK;
    return add_excerpt(hit, context, candidate, err);
}
