#include "indexer/metadata/json_ld.h"

#include <jansson.h>

#include "core/buffer.h"
#include "core/view.h"
#include "indexer/metadata/json_lenient.h"
#include "indexer/metadata/questions.h"

enum {
    WALK_DEPTH = 12, /* lists in graphs in lists */
    MAX_SCRIPTS = 64,
    MAX_THINGS = 1000,
    MAX_NAMES = 30,
    NAMES_SIZE = 4096 /* bytes of names: no byline has more */
};

struct reader {
    struct statements *statements;
    json_t *roots[MAX_SCRIPTS];
    size_t root_count;
    const json_t *things[MAX_THINGS]; /* what the article and its makers may be */
    size_t thing_count;
    struct buffer text;
};

static bool ends_with(palpate_view type, const char *end)
{
    return view_ends_with(type, view_of(end));
}

static enum voice voice_of_type(palpate_view type)
{
    static const char *const ARTICLES[] = { "Report", "Question", "Recipe", "HowTo",
        "CreativeWork", "HealthTopicContent" };

    if (ends_with(type, "Article") ||
            (ends_with(type, "Posting") && !ends_with(type, "JobPosting")))
        return VOICE_ARTICLE;
    for (size_t i = 0; i < sizeof ARTICLES / sizeof *ARTICLES; i++)
        if (ends_with(type, ARTICLES[i]))
            return VOICE_ARTICLE;
    return ends_with(type, "Page") ? VOICE_PAGE : VOICE_NONE;
}

bool json_ld_is_work(palpate_view type)
{
    return voice_of_type(type) != VOICE_NONE;
}

static bool has_type(const json_t *thing, const char *name)
{
    const json_t *type = json_object_get(thing, "@type");

    if (json_is_array(type))
        type = json_array_get(type, 0);
    return json_is_string(type) && ends_with(view_of(json_string_value(type)), name);
}

/* What a thing may speak of, by the best of its types. */
static enum voice voice_of(const json_t *thing)
{
    const json_t *type = json_object_get(thing, "@type");
    enum voice best = VOICE_NONE;
    size_t i = 0;
    const json_t *one = NULL;

    if (json_is_string(type))
        return voice_of_type(view_of(json_string_value(type)));
    json_array_foreach((json_t *)type, i, one)
    {
        enum voice voice = voice_of_type(view_of(json_string_value(one)));
        if (best == VOICE_NONE || voice == VOICE_ARTICLE)
            best = voice;
    }
    return best;
}

static void walk_things(struct reader *reader, const json_t *thing, int depth)
{
    static const char *const INNER[] = { "@graph", "mainEntity", "mainEntityOfPage" };
    size_t i = 0;
    const json_t *one = NULL;

    if (depth == 0 || reader->thing_count == MAX_THINGS)
        return;
    json_array_foreach((json_t *)thing, i, one)
    {
        walk_things(reader, one, depth - 1);
    }
    if (!json_is_object(thing) || reader->thing_count == MAX_THINGS)
        return;
    reader->things[reader->thing_count++] = thing;
    for (i = 0; i < sizeof INNER / sizeof *INNER; i++)
        walk_things(reader, json_object_get(thing, INNER[i]), depth - 1);
}

/* The thing that { "@id": … } refers to, or `value` itself. */
static const json_t *resolve_reference(const struct reader *reader, const json_t *value)
{
    const json_t *id = json_object_get(value, "@id");

    if (!json_is_string(id) || json_object_get(value, "name") != NULL)
        return value;
    for (size_t i = 0; i < reader->thing_count; i++)
        if (json_equal(json_object_get(reader->things[i], "@id"), id) &&
                json_object_size(reader->things[i]) > 1)
            return reader->things[i];
    return value;
}

/* A text, or the name or else the address of a thing, or of the first of a list. */
static const char *text_of(const struct reader *reader, const json_t *value)
{
    static const char *const MEMBERS[] = { "name", "@value", "url", "contentUrl" };

    for (int depth = 0; depth < 4; depth++) {
        const json_t *inner = NULL;
        if (json_is_string(value))
            return json_string_value(value);
        value = resolve_reference(reader, value);
        for (size_t i = 0; i < sizeof MEMBERS / sizeof *MEMBERS && inner == NULL; i++)
            inner = json_object_get(value, MEMBERS[i]);
        value = json_is_array(value) ? json_array_get(value, 0) : inner;
    }
    return NULL;
}

static void append_name(struct buffer *out, const char *name)
{
    /* Some lists name the same person twice, and lists in lists may name thousands. */
    if (name == NULL || out->size > NAMES_SIZE ||
            view_find(buffer_view(out), view_of(name)) < out->size)
        return;
    if (out->size > 0)
        buffer_append_string(out, ", ");
    buffer_append_string(out, name);
}

/* The names of all people of a value: of a list, of a list in an object, of somebody
   with a list of names. */
static void append_names(struct reader *reader, const json_t *value, int depth)
{
    static const char *const LISTS[] = { "@list", "@set", "name" };
    const json_t *list = value;

    for (size_t i = 0; i < sizeof LISTS / sizeof *LISTS && json_is_object(list); i++)
        if (json_is_array(json_object_get(resolve_reference(reader, value), LISTS[i])))
            list = json_object_get(resolve_reference(reader, value), LISTS[i]);
    if (!json_is_array(list) || depth == 0) {
        append_name(&reader->text, text_of(reader, list));
        return;
    }
    for (size_t i = 0; i < json_array_size(list) && i < MAX_NAMES; i++)
        append_names(reader, json_array_get(list, i), depth - 1);
}

/* The names of all people of a list, else the text as above; valid until the next. */
static palpate_view names_of(struct reader *reader, const json_t *value)
{
    enum { DEPTH = 3 /* lists in lists */ };

    buffer_clear(&reader->text);
    append_names(reader, value, DEPTH);
    reader->statements->failed |= reader->text.failed;
    return buffer_view(&reader->text);
}

static void take_work(struct reader *reader, const json_t *thing, enum voice voice)
{
    static const struct {
        enum fact field;
        const char *key;
    } MEMBERS[] = {
        { FACT_TITLE, "headline" },
        { FACT_TITLE, "name" },
        { FACT_BYLINE, "author" },
        { FACT_BYLINE, "creator" },
        { FACT_PUBLISHED, "datePublished" },
        { FACT_PUBLISHED, "dateCreated" },
        { FACT_PUBLISHED, "uploadDate" },
        { FACT_MODIFIED, "dateModified" },
        { FACT_LANGUAGE, "inLanguage" },
        { FACT_DESCRIPTION, "description" },
        { FACT_IMAGE, "image" },
        { FACT_IMAGE, "primaryImageOfPage" },
        { FACT_IMAGE, "thumbnailUrl" },
        { FACT_SITE, "publisher" },
        { FACT_REVIEWER, "reviewedBy" },
        { FACT_REVIEWED, "lastReviewed" },
        { FACT_TEXT, "articleBody" },
    };

    for (size_t i = 0; i < sizeof MEMBERS / sizeof *MEMBERS; i++) {
        enum fact field = MEMBERS[i].field;
        const json_t *value = json_object_get(thing, MEMBERS[i].key);
        bool are_names = field == FACT_BYLINE || field == FACT_REVIEWER;
        if (value != NULL)
            statement_take(reader->statements, field, voice,
                    are_names ? names_of(reader, value)
                              : view_of(text_of(reader, value)));
    }
}

/* Adds a list in one text, or of several. */
static void take_list(struct reader *reader, palpate_view name, const json_t *value)
{
    struct statements *statements = reader->statements;
    size_t count = json_is_array(value) ? json_array_size(value) : 1;

    for (size_t i = 0; i < count && i < MAX_NAMES; i++) {
        const json_t *one = json_is_array(value) ? json_array_get(value, i) : value;
        statements->failed |= !label_list_add_all(&statements->labels,
                statements->arena, name, view_of(text_of(reader, one)));
    }
}

/* What an article is sorted by. */
static void take_labels(struct reader *reader, const json_t *thing)
{
    take_list(reader, PALPATE_VIEW("keyword"), json_object_get(thing, "keywords"));
    take_list(
            reader, PALPATE_VIEW("section"), json_object_get(thing, "articleSection"));
}

/* What a page may be about, and be called after. */
static bool is_subject(const json_t *thing)
{
    static const char *const TYPES[] = { "Product", "ProductGroup", "Course", "Event",
        "Book", "Movie", "SoftwareApplication", "Dataset", "Service", "VideoGame",
        "VideoObject", "ItemList" };

    for (size_t i = 0; i < sizeof TYPES / sizeof *TYPES; i++)
        if (has_type(thing, TYPES[i]))
            return true;
    return false;
}

/* The names of the site, of the only person there is, and of what the page is about. */
static void take_names(struct reader *reader)
{
    const json_t *person = NULL;
    size_t people = 0;

    for (size_t i = 0; i < reader->thing_count; i++) {
        const json_t *thing = reader->things[i];
        if (is_subject(thing))
            statement_take(reader->statements, FACT_TITLE, VOICE_THING,
                    view_of(json_string_value(json_object_get(thing, "name"))));
        if (has_type(thing, "WebSite") || has_type(thing, "Organization"))
            statement_take(reader->statements, FACT_SITE, VOICE_THING,
                    view_of(text_of(reader, thing)));
        if (has_type(thing, "Person")) {
            people++;
            person = thing;
        }
    }
    if (people == 1)
        statement_take(reader->statements, FACT_BYLINE, VOICE_THING,
                view_of(text_of(reader, person)));
}

/* The parser cuts long scripts into pieces. */
static void read_script(struct reader *reader, const struct tree *tree, uint32_t script)
{
    json_t *root = NULL;

    buffer_clear(&reader->text);
    for (uint32_t i = script + 1; i < tree->nodes[script].end; i++)
        if (tree->nodes[i].is_text)
            buffer_append(&reader->text, tree->nodes[i].text);
    reader->statements->failed |=
            !json_read_leniently(&root, buffer_view(&reader->text)) ||
            reader->text.failed;
    if (root == NULL)
        return;
    reader->roots[reader->root_count++] = root;
    walk_things(reader, root, WALK_DEPTH);
}

static bool is_json_ld(const struct node *node)
{
    palpate_view type = { NULL, 0 };

    if (node->is_text || node->tag != HTML_script)
        return false;
    type = view_trim(node_attribute(node, PALPATE_VIEW("type")));
    return view_equals_ignoring_case(
            view_slice(type, 0, 19), PALPATE_VIEW("application/ld+json"));
}

/* A question of a page of questions, with the answer that the page gives. */
static void take_question(struct reader *reader, const json_t *question)
{
    const json_t *answer = json_object_get(question, "acceptedAnswer");
    const json_t *name = json_object_get(question, "name");

    if (json_is_array(answer))
        answer = json_array_get(answer, 0);
    answer = json_object_get(resolve_reference(reader, answer), "text");
    question_take(reader->statements, view_of(json_string_value(name)),
            view_of(json_string_value(answer)));
}

static bool is_page_of_questions(const struct reader *reader)
{
    for (size_t i = 0; i < reader->thing_count; i++) {
        const json_t *types = json_object_get(reader->things[i], "@type");
        size_t k = 0;
        const json_t *type = NULL;
        if (has_type(reader->things[i], "FAQPage"))
            return true;
        json_array_foreach((json_t *)types, k, type)
        {
            if (json_is_string(type) &&
                    ends_with(view_of(json_string_value(type)), "FAQPage"))
                return true;
        }
    }
    return false;
}

void json_ld_read(struct statements *statements, const struct tree *tree)
{
    struct reader reader = { .statements = statements };

    for (uint32_t i = 1; i < tree->count && reader.root_count < MAX_SCRIPTS; i++)
        if (is_json_ld(&tree->nodes[i]))
            read_script(&reader, tree, i);
    bool has_questions = is_page_of_questions(&reader);
    for (size_t i = 0; i < reader.thing_count; i++) {
        enum voice voice = voice_of(reader.things[i]);
        if (has_questions && has_type(reader.things[i], "Question")) {
            take_question(&reader, reader.things[i]);
            continue;
        }
        reader.statements->is_article |= voice == VOICE_ARTICLE;
        if (voice != VOICE_NONE)
            take_work(&reader, reader.things[i], voice);
        if (voice == VOICE_ARTICLE)
            take_labels(&reader, reader.things[i]);
    }
    take_names(&reader);
    for (size_t i = 0; i < reader.root_count; i++)
        json_decref(reader.roots[i]);
    buffer_free(&reader.text);
}
