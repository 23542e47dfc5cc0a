#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

#include "core/view.h"
#include "query/render/json_writer.h"
#include "query/render/renderers.h"

static void add_if_any(struct json_writer *writer, const char *key, palpate_view text)
{
    if (text.size > 0)
        json_add_text(writer, key, text);
}

/* The name by which the passage can be looked up. */
static void add_name(struct json_writer *writer, const palpate_hit *hit)
{
    char name[40];

    (void)snprintf(
            name, sizeof name, "%016" PRIx64 "-%" PRIu32, hit->article, hit->ordinal);
    json_add_text(writer, "passage", view_of(name));
}

static void add_snippet(struct json_writer *writer, const palpate_hit *hit)
{
    struct buffer html = { 0 };

    render_marked_html(
            &html, hit->snippet, hit->snippet_marks, hit->snippet_mark_count);
    json_add_text(writer, "snippet", buffer_view(&html));
    writer->out->failed |= html.failed;
    buffer_free(&html);
}

static void add_heading(struct json_writer *writer, const palpate_hit *hit)
{
    json_begin_array(writer, "heading");
    for (size_t i = 0; i < hit->heading_count; i++)
        json_add_text(writer, NULL, hit->heading[i]);
    json_end_array(writer);
}

static void add_parts(struct json_writer *writer, const palpate_hit *hit)
{
    if (hit->part_count == 0)
        return;
    json_begin_object(writer, "explain");
    for (size_t i = 0; i < hit->part_count; i++)
        json_add_real(writer, hit->parts[i].name, hit->parts[i].value);
    json_end_object(writer);
}

/* Another passage of the same article: what differs from the hit. */
static void add_passage(
        struct json_writer *writer, const char *key, const palpate_hit *other)
{
    json_begin_object(writer, key);
    add_name(writer, other);
    json_add_real(writer, "score", other->score);
    json_add_text(writer, "link", other->link);
    add_heading(writer, other);
    json_add_text(writer, "kind", other->kind);
    add_snippet(writer, other);
    json_end_object(writer);
}

static void add_others(struct json_writer *writer, const palpate_hit *hit)
{
    json_begin_array(writer, "more");
    for (size_t i = 0; i < hit->more_count; i++)
        add_passage(writer, NULL, &hit->more[i]);
    json_end_array(writer);
    if (hit->care != NULL)
        add_passage(writer, "care", hit->care);
}

/* Who answers for the article, and when. */
static void add_people(struct json_writer *writer, const palpate_hit *hit)
{
    add_if_any(writer, "byline", hit->byline);
    add_if_any(writer, "reviewer", hit->reviewer);
    add_if_any(writer, "reviewed", hit->reviewed);
    add_if_any(writer, "published", hit->published);
    add_if_any(writer, "modified", hit->modified);
    add_if_any(writer, "site", hit->site);
}

static void add_hit_members(
        struct json_writer *writer, const palpate_hit *hit, uint32_t rank)
{
    json_add_count(writer, "rank", rank);
    add_name(writer, hit);
    json_add_real(writer, "score", hit->score);
    json_add_text(writer, "url", hit->url);
    json_add_text(writer, "link", hit->link);
    json_add_text(writer, "title", hit->title);
    add_heading(writer, hit);
    json_add_text(writer, "kind", hit->kind);
    add_snippet(writer, hit);
    json_add_text(writer, "text", hit->text);
    json_add_text(writer, "date", hit->date);
    add_people(writer, hit);
    add_if_any(writer, "other_name", hit->other_name);
    if (hit->is_related)
        json_add_flag(writer, "related", true);
    add_if_any(writer, "pinned", hit->pinned);
    if (hit->same_count > 0)
        json_add_count(writer, "same", hit->same_count);
    add_others(writer, hit);
    add_parts(writer, hit);
}

static void add_hits(struct json_writer *writer, const palpate_answer *answer,
        const palpate_render_options *options)
{
    json_begin_array(writer, "hits");
    for (size_t i = 0; i < answer->hit_count; i++) {
        json_begin_object(writer, NULL);
        add_hit_members(writer, &answer->hits[i], render_rank(options, i));
        json_end_object(writer);
    }
    json_end_array(writer);
}

/* What is said beside the hits, if anything is. */
static void add_notices(struct json_writer *writer, const palpate_answer *answer)
{
    if (answer->notice_count == 0)
        return;
    json_begin_array(writer, "notices");
    for (size_t i = 0; i < answer->notice_count; i++) {
        json_begin_object(writer, NULL);
        json_add_text(writer, "text", answer->notices[i].text);
        add_if_any(writer, "url", answer->notices[i].url);
        json_add_text(writer, "question", answer->notices[i].question);
        json_end_object(writer);
    }
    json_end_array(writer);
}

static void add_expanded(struct json_writer *writer, const palpate_answer *answer)
{
    json_begin_array(writer, "expanded");
    for (size_t i = 0; i < answer->expanded_count; i++) {
        json_begin_object(writer, NULL);
        json_add_text(writer, "from", answer->expanded[i].from);
        json_add_text(writer, "to", answer->expanded[i].to);
        json_add_text(writer, "source", answer->expanded[i].source);
        json_add_text(writer, "relation", answer->expanded[i].relation);
        json_end_object(writer);
    }
    json_end_array(writer);
}

static void add_relation(struct json_writer *writer, bool is_exact)
{
    json_add_text(
            writer, "relation", is_exact ? PALPATE_VIEW("eq") : PALPATE_VIEW("gte"));
}

static void add_total(struct json_writer *writer, const palpate_answer *answer)
{
    json_begin_object(writer, "total");
    json_add_count(writer, "value", answer->total);
    add_relation(writer, answer->total_is_exact);
    json_end_object(writer);
}

static void add_facet(struct json_writer *writer, const palpate_facet *facet)
{
    json_begin_object(writer, facet->name);
    json_begin_array(writer, "values");
    for (size_t i = 0; i < facet->value_count; i++) {
        json_begin_object(writer, NULL);
        json_add_text(writer, "value", facet->values[i].value);
        json_add_text(writer, "filter", facet->values[i].filter);
        json_add_count(writer, "count", facet->values[i].count);
        json_end_object(writer);
    }
    json_end_array(writer);
    json_add_count(writer, "more", facet->more);
    json_end_object(writer);
}

/* The counts all are exact or all lower bounds, as the relation says. */
static void add_facets(struct json_writer *writer, const palpate_answer *answer)
{
    if (answer->facet_count == 0)
        return;
    json_begin_object(writer, "facets");
    add_relation(writer, answer->facets_are_exact);
    for (size_t i = 0; i < answer->facet_count && i < PALPATE_FACETS; i++)
        add_facet(writer, &answer->facets[i]);
    if (answer->facet_count > PALPATE_FACETS) {
        json_begin_object(writer, "labels");
        for (size_t i = PALPATE_FACETS; i < answer->facet_count; i++)
            add_facet(writer, &answer->facets[i]);
        json_end_object(writer);
    }
    json_end_object(writer);
}

static void add_list(struct json_writer *writer, const char *key,
        const palpate_view *texts, size_t count)
{
    json_begin_array(writer, key);
    for (size_t i = 0; i < count; i++)
        json_add_text(writer, NULL, texts[i]);
    json_end_array(writer);
}

/* The answer by itself: the sentences, where they are from, and what warns. */
static void add_answer(struct json_writer *writer, const palpate_answer *answer)
{
    const palpate_hit *hit = &answer->hits[0];

    json_begin_object(writer, "answer");
    json_add_text(writer, "text", hit->snippet);
    json_add_text(writer, "title", hit->title);
    json_add_text(writer, "link", hit->link);
    add_name(writer, hit);
    if (hit->care != NULL)
        json_add_text(writer, "care", hit->care->snippet);
    json_end_object(writer);
}

void render_json(struct buffer *out, const palpate_answer *answer,
        const palpate_render_options *options)
{
    struct json_writer writer = { .out = out, .is_indented = true };

    json_begin_object(&writer, NULL);
    json_add_text(&writer, "query", answer->query);
    json_add_text(&writer, "read_as", answer->read_as);
    add_if_any(&writer, "corrected", answer->corrected);
    add_if_any(&writer, "suggestion", answer->suggestion);
    add_if_any(&writer, "redirected", answer->redirected);
    add_notices(&writer, answer);
    add_list(&writer, "notes", answer->notes, answer->note_count);
    if (answer->limit_count > 0)
        add_list(&writer, "limits", answer->limits, answer->limit_count);
    add_expanded(&writer, answer);
    add_total(&writer, answer);
    json_add_flag(&writer, "partial", answer->is_partial);
    if (answer->missing_count > 0)
        add_list(&writer, "missing", answer->missing, answer->missing_count);
    if (answer->asks_if_safe)
        json_add_flag(&writer, "asks_if_safe", true);
    if (answer->first_answers)
        add_answer(&writer, answer);
    json_add_count(&writer, "took_us", answer->took_us);
    add_hits(&writer, answer, options);
    add_facets(&writer, answer);
    json_end_object(&writer);
    buffer_append_byte(out, '\n');
}

void render_ndjson(struct buffer *out, const palpate_answer *answer,
        const palpate_render_options *options)
{
    for (size_t i = 0; i < answer->hit_count; i++) {
        struct json_writer writer = { .out = out };

        json_begin_object(&writer, NULL);
        add_hit_members(&writer, &answer->hits[i], render_rank(options, i));
        add_if_any(&writer, "id", options->query_id);
        json_end_object(&writer);
        buffer_append_byte(out, '\n');
    }
}
