#include "indexer/json_ld.h"

#include <jansson.h>
#include <string.h>

#include "core/view.h"

enum { WALK_DEPTH = 12 /* lists in graphs in lists */ };

struct reader {
    struct json_ld *out;
    struct arena *arena;
    bool failed;
};

static bool is_article(const char *type)
{
    static const char *const TYPES[] = { "Article", "NewsArticle", "BlogPosting",
        "Report", "MedicalWebPage", "ScholarlyArticle", "TechArticle", "WebPage",
        "Review", "Recipe", "MedicalScholarlyArticle", "HealthTopicContent" };

    for (size_t i = 0; i < sizeof TYPES / sizeof *TYPES; i++)
        if (strcmp(type, TYPES[i]) == 0)
            return true;
    return false;
}

static bool has_article_type(const json_t *thing)
{
    const json_t *type = json_object_get(thing, "@type");
    size_t i = 0;
    const json_t *one = NULL;

    if (json_is_string(type))
        return is_article(json_string_value(type));
    json_array_foreach((json_t *)type, i, one)
    {
        if (json_is_string(one) && is_article(json_string_value(one)))
            return true;
    }
    return false;
}

/* A text, or the name or url of a thing, or the first of a list of them. */
static const char *text_of(const json_t *value)
{
    for (int depth = 0; depth < 3; depth++) {
        if (json_is_string(value))
            return json_string_value(value);
        if (json_is_array(value)) {
            value = json_array_get(value, 0);
        } else if (json_is_object(value)) {
            const json_t *name = json_object_get(value, "name");
            value = name != NULL ? name : json_object_get(value, "url");
        } else {
            return NULL;
        }
    }
    return NULL;
}

static void take(
        struct reader *reader, palpate_view *to, const json_t *thing, const char *key)
{
    const char *text = text_of(json_object_get(thing, key));

    if (text == NULL || to->size > 0)
        return;
    *to = arena_copy(reader->arena, view_trim(view_of(text)));
    reader->failed |= to->data == NULL;
}

static void take_article(struct reader *reader, const json_t *thing)
{
    struct json_ld *out = reader->out;
    const struct {
        palpate_view *to;
        const char *key;
    } members[] = {
        { &out->headline, "headline" },
        { &out->author, "author" },
        { &out->published, "datePublished" },
        { &out->modified, "dateModified" },
        { &out->description, "description" },
        { &out->language, "inLanguage" },
        { &out->image, "image" },
        { &out->site, "publisher" },
        { &out->reviewer, "reviewedBy" },
        { &out->reviewed, "lastReviewed" },
    };

    for (size_t i = 0; i < sizeof members / sizeof *members; i++)
        take(reader, members[i].to, thing, members[i].key);
}

static void walk(struct reader *reader, const json_t *thing, int depth)
{
    size_t i = 0;
    const json_t *one = NULL;

    if (depth == 0)
        return;
    json_array_foreach((json_t *)thing, i, one)
    {
        walk(reader, one, depth - 1);
    }
    if (!json_is_object(thing))
        return;
    walk(reader, json_object_get(thing, "@graph"), depth - 1);
    if (has_article_type(thing))
        take_article(reader, thing);
}

static bool read_script(struct reader *reader, const struct tree *tree, uint32_t script)
{
    for (uint32_t i = script + 1; i < tree->nodes[script].end; i++) {
        json_error_t reason;
        palpate_view text = tree->nodes[i].text;
        json_t *thing = json_loadb(text.data, text.size, 0, &reason);
        if (thing == NULL)
            continue;
        walk(reader, thing, WALK_DEPTH);
        json_decref(thing);
    }
    return !reader->failed;
}

bool json_ld_read(struct json_ld *out, struct arena *arena, const struct tree *tree)
{
    struct reader reader = { out, arena, false };

    *out = (struct json_ld){ 0 };
    for (uint32_t i = 1; i < tree->count; i++) {
        const struct node *node = &tree->nodes[i];
        palpate_view type = node_attribute(node, PALPATE_VIEW("type"));
        if (node->is_text || node->tag != HTML_script ||
                !view_equals_ignoring_case(type, PALPATE_VIEW("application/ld+json")))
            continue;
        if (!read_script(&reader, tree, i))
            return false;
    }
    return true;
}
