#include <inttypes.h>
#include <jansson.h>
#include <stdlib.h>

#include "core/utf8.h"
#include "core/view.h"
#include "query/renderers.h"

static json_t *text_of(palpate_view text)
{
    struct buffer repaired = { 0 };
    json_t *json = json_stringn(text.data == NULL ? "" : text.data, text.size);

    if (json != NULL)
        return json;
    utf8_append_repaired(&repaired, text);
    json = json_stringn(repaired.data == NULL ? "" : repaired.data, repaired.size);
    buffer_free(&repaired);
    return json;
}

static void set(json_t *object, const char *key, palpate_view text)
{
    (void)json_object_set_new(object, key, text_of(text));
}

static void set_if_any(json_t *object, const char *key, palpate_view text)
{
    if (text.size > 0)
        set(object, key, text);
}

/* The name by which the passage can be looked up. */
static json_t *id_of(const palpate_hit *hit)
{
    return json_sprintf("%016" PRIx64 "-%" PRIu32, hit->article, hit->ordinal);
}

static json_t *snippet_of(const palpate_hit *hit)
{
    struct buffer html = { 0 };

    render_marked_html(
            &html, hit->snippet, hit->snippet_marks, hit->snippet_mark_count);
    json_t *json = text_of(buffer_view(&html));
    buffer_free(&html);
    return json;
}

static json_t *heading_of(const palpate_hit *hit)
{
    json_t *heading = json_array();

    for (size_t i = 0; i < hit->heading_count; i++)
        (void)json_array_append_new(heading, text_of(hit->heading[i]));
    return heading;
}

static json_t *parts_of(const palpate_hit *hit)
{
    json_t *parts = json_object();

    for (size_t i = 0; i < hit->part_count; i++)
        (void)json_object_set_new(
                parts, hit->parts[i].name, json_real(hit->parts[i].value));
    return parts;
}

/* Another passage of the same article: what differs from the hit. */
static json_t *passage_of(const palpate_hit *other)
{
    json_t *object = json_object();

    (void)json_object_set_new(object, "passage", id_of(other));
    (void)json_object_set_new(object, "score", json_real(other->score));
    set(object, "link", other->link);
    (void)json_object_set_new(object, "heading", heading_of(other));
    set(object, "kind", other->kind);
    (void)json_object_set_new(object, "snippet", snippet_of(other));
    return object;
}

static json_t *more_of(const palpate_hit *hit)
{
    json_t *more = json_array();

    for (size_t i = 0; i < hit->more_count; i++)
        (void)json_array_append_new(more, passage_of(&hit->more[i]));
    return more;
}

static json_t *hit_of(const palpate_hit *hit, uint32_t rank)
{
    json_t *object = json_object();

    (void)json_object_set_new(object, "rank", json_integer(rank));
    (void)json_object_set_new(object, "passage", id_of(hit));
    (void)json_object_set_new(object, "score", json_real(hit->score));
    set(object, "url", hit->url);
    set(object, "link", hit->link);
    set(object, "title", hit->title);
    (void)json_object_set_new(object, "heading", heading_of(hit));
    set(object, "kind", hit->kind);
    (void)json_object_set_new(object, "snippet", snippet_of(hit));
    set(object, "text", hit->text);
    set(object, "date", hit->date);
    set_if_any(object, "other_name", hit->other_name);
    if (hit->is_related)
        (void)json_object_set_new(object, "related", json_true());
    if (hit->same_count > 0)
        (void)json_object_set_new(
                object, "same", json_integer((json_int_t)hit->same_count));
    (void)json_object_set_new(object, "more", more_of(hit));
    if (hit->care != NULL)
        (void)json_object_set_new(object, "care", passage_of(hit->care));
    if (hit->part_count > 0)
        (void)json_object_set_new(object, "explain", parts_of(hit));
    return object;
}

static void append_json(struct buffer *out, json_t *json, size_t flags)
{
    char *text = json_dumps(json, flags | JSON_PRESERVE_ORDER);

    if (text == NULL)
        out->failed = true;
    else
        buffer_append_string(out, text);
    buffer_append_byte(out, '\n');
    free(text);
    json_decref(json);
}

static json_t *expanded_of(const palpate_answer *answer)
{
    json_t *list = json_array();

    for (size_t i = 0; i < answer->expanded_count; i++) {
        json_t *object = json_object();
        set(object, "from", answer->expanded[i].from);
        set(object, "to", answer->expanded[i].to);
        set(object, "source", answer->expanded[i].source);
        set(object, "relation", answer->expanded[i].relation);
        (void)json_array_append_new(list, object);
    }
    return list;
}

static palpate_view relation_of(bool is_exact)
{
    return is_exact ? PALPATE_VIEW("eq") : PALPATE_VIEW("gte");
}

static json_t *total_of(const palpate_answer *answer)
{
    json_t *total = json_object();

    (void)json_object_set_new(total, "value", json_integer((json_int_t)answer->total));
    set(total, "relation", relation_of(answer->total_is_exact));
    return total;
}

static json_t *facet_of(const palpate_facet *facet)
{
    json_t *object = json_object();
    json_t *values = json_array();

    for (size_t i = 0; i < facet->value_count; i++) {
        json_t *value = json_object();
        set(value, "value", facet->values[i].value);
        set(value, "filter", facet->values[i].filter);
        (void)json_object_set_new(
                value, "count", json_integer((json_int_t)facet->values[i].count));
        (void)json_array_append_new(values, value);
    }
    (void)json_object_set_new(object, "values", values);
    (void)json_object_set_new(object, "more", json_integer((json_int_t)facet->more));
    return object;
}

/* The counts all are exact or all lower bounds, as the relation says. */
static void set_facets(json_t *object, const palpate_answer *answer)
{
    json_t *facets = json_object();

    set(facets, "relation", relation_of(answer->facets_are_exact));
    for (size_t i = 0; i < answer->facet_count; i++)
        (void)json_object_set_new(
                facets, answer->facets[i].name, facet_of(&answer->facets[i]));
    if (answer->facet_count > 0)
        (void)json_object_set_new(object, "facets", facets);
    else
        json_decref(facets);
}

static json_t *list_of(const palpate_view *texts, size_t count)
{
    json_t *list = json_array();

    for (size_t i = 0; i < count; i++)
        (void)json_array_append_new(list, text_of(texts[i]));
    return list;
}

void render_json(struct buffer *out, const palpate_answer *answer,
        const palpate_render_options *options)
{
    json_t *object = json_object();
    json_t *hits = json_array();

    set(object, "query", answer->query);
    set(object, "read_as", answer->read_as);
    set_if_any(object, "corrected", answer->corrected);
    set_if_any(object, "suggestion", answer->suggestion);
    (void)json_object_set_new(
            object, "notes", list_of(answer->notes, answer->note_count));
    if (answer->limit_count > 0)
        (void)json_object_set_new(
                object, "limits", list_of(answer->limits, answer->limit_count));
    (void)json_object_set_new(object, "expanded", expanded_of(answer));
    (void)json_object_set_new(object, "total", total_of(answer));
    (void)json_object_set_new(object, "partial", json_boolean(answer->is_partial));
    (void)json_object_set_new(
            object, "took_us", json_integer((json_int_t)answer->took_us));
    for (size_t i = 0; i < answer->hit_count; i++)
        (void)json_array_append_new(
                hits, hit_of(&answer->hits[i], render_rank(options, i)));
    (void)json_object_set_new(object, "hits", hits);
    set_facets(object, answer);
    append_json(out, object, JSON_INDENT(2));
}

void render_ndjson(struct buffer *out, const palpate_answer *answer,
        const palpate_render_options *options)
{
    for (size_t i = 0; i < answer->hit_count; i++) {
        json_t *object = hit_of(&answer->hits[i], render_rank(options, i));
        set_if_any(object, "id", options->query_id);
        append_json(out, object, JSON_COMPACT);
    }
}
