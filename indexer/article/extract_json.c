#include "indexer/article/extract_json.h"

#include <jansson.h>

#include "core/fail.h"
#include "core/label.h"
#include "core/utf8.h"
#include "core/view.h"

static json_t *text_of(palpate_view text)
{
    struct buffer repaired = { 0 };
    json_t *json = json_stringn(text.data == NULL ? "" : text.data, text.size);

    if (json != NULL)
        return json;
    /* A path may be anything; JSON is UTF-8. */
    utf8_append_repaired(&repaired, text);
    json = json_stringn(repaired.data == NULL ? "" : repaired.data, repaired.size);
    buffer_free(&repaired);
    return json;
}

static void set_text(json_t *object, const char *key, palpate_view text)
{
    (void)json_object_set_new(object, key, text_of(text));
}

static json_t *passage_of(const struct passage *passage)
{
    json_t *object = json_object();
    json_t *heading = json_array();

    for (uint32_t i = 0; i < passage->heading_count; i++)
        (void)json_array_append_new(heading, text_of(passage->heading[i]));
    (void)json_object_set_new(object, "heading", heading);
    set_text(object, "anchor", passage->anchor);
    set_text(object, "kind", kind_word(passage->kind));
    set_text(object, "fragment", passage->fragment);
    set_text(object, "text", passage->text);
    return object;
}

/* Control characters beyond ASCII, which JSON lets be, are escaped: terminals obey
 * them.
 */
static int append_escaped(const char *bytes, size_t size, void *out)
{
    palpate_view text = { bytes, size };
    size_t done = 0;

    for (size_t i = 0; i + 1 < size; i++) {
        unsigned second = (unsigned char)bytes[i + 1];
        if ((unsigned char)bytes[i] != 0xC2 || second >= 0xA0)
            continue;
        buffer_append(out, view_slice(text, done, i - done));
        buffer_append_format(out, "\\u%04X", second);
        done = ++i + 1;
    }
    buffer_append(out, view_slice(text, done, size));
    return 0;
}

/* Writes a value and frees it, so that a large page is never there as values as a
 * whole.
 */
static void write_value(struct buffer *out, json_t *value)
{
    if (value == NULL ||
            json_dump_callback(value, append_escaped, out,
                    JSON_COMPACT | JSON_PRESERVE_ORDER | JSON_ENCODE_ANY) != 0)
        out->failed = true;
    json_decref(value);
}

/* Who says which language the article is in. */
static palpate_view language_source(const struct article *article)
{
    if (article->is_in_other_language)
        return PALPATE_VIEW("text");
    return article->facts.language.size > 0 ? PALPATE_VIEW("page") : PALPATE_VIEW("");
}

/* The labels, as people write them. */
static json_t *labels_of(palpate_view labels)
{
    json_t *list = json_array();
    struct label label;

    while (label_next(&label, &labels)) {
        json_t *one = json_object();
        set_text(one, "name", label.name);
        set_text(one, "value", label.value);
        (void)json_array_append_new(list, one);
    }
    return list;
}

static json_t *head_of(
        const struct extract_origin *origin, const struct article *article)
{
    json_t *object = json_object();

    set_text(object, "id", origin->id);
    set_text(object, "url", origin->url);
    set_text(object, "source", origin->source);
    set_text(object, "title", article->title);
    set_text(object, "byline", article->facts.byline);
    set_text(object, "date",
            article->facts.published.size > 0 ? article->facts.published
                                              : article->facts.modified);
    set_text(object, "modified", article->facts.modified);
    set_text(object, "language", article->facts.language);
    set_text(object, "language_source", language_source(article));
    if (article->facts.labels.size > 0)
        (void)json_object_set_new(object, "labels", labels_of(article->facts.labels));
    return object;
}

palpate_status extract_json(struct buffer *out, const struct extract_origin *origin,
        const struct article *article, palpate_error *err)
{
    write_value(out, head_of(origin, article));
    if (!out->failed)
        out->size--; /* the object goes on */
    buffer_append_string(out, ",\"text\":");
    write_value(out, text_of(article->text));
    buffer_append_string(out, ",\"passages\":[");
    for (uint32_t i = 0; i < article->passage_count; i++) {
        if (i > 0)
            buffer_append_byte(out, ',');
        write_value(out, passage_of(&article->passages[i]));
    }
    buffer_append_string(out, "]}\n");
    return out->failed
                   ? fail(err, PALPATE_NO_MEMORY, "out of memory for a line of JSON")
                   : PALPATE_OK;
}
