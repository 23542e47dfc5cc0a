#include "indexer/extract_json.h"

#include <jansson.h>
#include <stdlib.h>

#include "core/fail.h"
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

static void set(json_t *object, const char *key, palpate_view text)
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
    set(object, "anchor", passage->anchor);
    set(object, "kind", kind_word(passage->kind));
    set(object, "fragment", passage->fragment);
    set(object, "text", passage->text);
    return object;
}

palpate_status extract_json(struct buffer *out, palpate_view id, palpate_view url,
        const struct article *article, palpate_error *err)
{
    json_t *object = json_object();
    json_t *passages = json_array();

    set(object, "id", id);
    set(object, "url", url);
    set(object, "title", article->title);
    set(object, "byline", article->byline);
    set(object, "date",
            article->published.size > 0 ? article->published : article->modified);
    set(object, "modified", article->modified);
    set(object, "language", article->language);
    set(object, "text", article->text);
    for (uint32_t i = 0; i < article->passage_count; i++)
        (void)json_array_append_new(passages, passage_of(&article->passages[i]));
    (void)json_object_set_new(object, "passages", passages);
    char *line = json_dumps(object, JSON_COMPACT | JSON_PRESERVE_ORDER);
    json_decref(object);
    if (line == NULL)
        return fail(err, PALPATE_NO_MEMORY, "out of memory for a line of JSON");
    buffer_append_string(out, line);
    buffer_append_byte(out, '\n');
    free(line);
    return out->failed
                   ? fail(err, PALPATE_NO_MEMORY, "out of memory for a line of JSON")
                   : PALPATE_OK;
}
