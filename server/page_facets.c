#include "server/page_facets.h"

#include <inttypes.h>
#include <string.h>

#include "server/toggle.h"

static const struct group {
    const char *facet;
    const char *filter;
    enum phrase title;
} GROUPS[] = {
    { "year", "date", SAY_FACET_YEAR },
    { "author", "author", SAY_FACET_AUTHOR },
    { "site", "site", SAY_FACET_SITE },
    { "language", "lang", SAY_FACET_LANGUAGE },
};

/* Of each name of a label: those of the site's own first, and last those that most
   pages have for search engines, which are called by the page. */
static const struct group OWN = { NULL, "filter", PHRASE_COUNT };
static const struct group USUAL[] = {
    { "section", "filter", SAY_FACET_SECTION },
    { "keyword", "filter", SAY_FACET_KEYWORD },
};
enum { USUAL_COUNT = sizeof USUAL / sizeof *USUAL };

/* What languages call themselves; others are shown as they are. */
static const struct {
    const char *code;
    const char *name;
} LANGUAGES[] = {
#define WORD(code, name) { code, name },
#include "words/mul/language_names.inc"
#undef WORD
};

/* "en-gb" as "English (gb)". */
static void add_language(struct text *text, palpate_view language)
{
    const char *dash = memchr(language.data, '-', language.size);
    size_t size = dash == NULL ? language.size : (size_t)(dash - language.data);

    for (size_t i = 0; i < sizeof LANGUAGES / sizeof *LANGUAGES; i++) {
        if (!view_is((palpate_view){ language.data, size }, LANGUAGES[i].code))
            continue;
        text_add_string(text, LANGUAGES[i].name);
        if (dash == NULL)
            return;
        text_add_string(text, " (");
        text_add_escaped(text, (palpate_view){ dash + 1, language.size - size - 1 });
        text_add_string(text, ")");
        return;
    }
    text_add_escaped(text, language);
}

static const palpate_facet *facet_of(const palpate_answer *answer, const char *name)
{
    for (size_t i = 0; i < answer->facet_count; i++)
        if (strcmp(answer->facets[i].name, name) == 0)
            return &answer->facets[i];
    return NULL;
}

/* What the parameter of a value is: of a label its name, too, which stands in the
   filter between quotation marks. */
static palpate_view parameter_of(
        const struct group *group, const palpate_facet_value *value)
{
    static const palpate_view START = PALPATE_VIEW_INIT("filter:\"");
    palpate_view filter = value->filter;

    return strcmp(group->filter, OWN.filter) != 0
                   ? value->value
                   : (palpate_view){ filter.data + START.size,
                         filter.size - START.size - 1 };
}

static void add_value(struct text *text, const struct shown *shown,
        const struct group *group, const palpate_facet_value *value)
{
    bool is_exact = shown->counted->facets_are_exact;

    toggle_open(text, &shown->asked, group->filter, group->filter,
            parameter_of(group, value));
    text_add_string(text, "><span>");
    if (strcmp(group->filter, "lang") == 0)
        add_language(text, value->value);
    else
        text_add_escaped(text, value->value);
    text_add_string(text, "</span><span class=\"count\" title=\"");
    if (!is_exact) {
        text_say(text, SAY_AT_LEAST_VALUE);
        text_add_string(text, " ");
    }
    text_add_format(text, "%" PRIu64 "\"> %" PRIu64 "%s</span>", value->count,
            value->count, is_exact ? "" : "+");
    toggle_close(text);
}

/* What a group is called: of labels, what the site calls it. */
static void add_title(
        struct text *text, const struct group *group, const palpate_facet *facet)
{
    if (group->title != PHRASE_COUNT)
        text_say(text, group->title);
    else
        text_add_escaped(text, (palpate_view){ facet->name, strlen(facet->name) });
}

/* Whether a value of a label is asked for. */
static bool is_asked(const struct shown *shown, const struct group *group,
        const palpate_facet *facet)
{
    for (size_t i = 0; i < facet->value_count; i++)
        if (asked_has(&shown->asked, group->filter,
                    parameter_of(group, &facet->values[i])))
            return true;
    return false;
}

/* Whether there is something to choose: of keywords, one that several articles have. */
static bool is_choice(const struct group *group, const palpate_facet *facet)
{
    return facet->value_count > 1 &&
           (group->title != SAY_FACET_KEYWORD || facet->values[0].count > 1);
}

/* Whether there is something to take back. */
static bool is_chosen(const struct shown *shown, const struct group *group,
        const palpate_facet *facet)
{
    return strcmp(group->filter, OWN.filter) == 0
                   ? is_asked(shown, group, facet)
                   : asked_count(&shown->asked, group->filter) > 0;
}

static bool add_group(struct text *text, const struct shown *shown,
        const struct group *group, const palpate_facet *facet)
{
    if (facet == NULL || (!is_choice(group, facet) && !is_chosen(shown, group, facet)))
        return false;
    text_add_string(text, "<div class=\"group\" role=\"group\" aria-label=\"");
    add_title(text, group, facet);
    text_add_string(text, "\"><span class=\"label\">");
    add_title(text, group, facet);
    text_add_string(text, "</span><div class=\"values\">\n");
    for (size_t i = 0; i < facet->value_count; i++)
        add_value(text, shown, group, &facet->values[i]);
    if (facet->more > 0) {
        text_add_string(text, "<span class=\"label\">");
        text_say_count(text, SAY_FACET_MORE, facet->more);
        text_add_string(text, "</span>");
    }
    text_add_string(text, "</div></div>\n");
    return true;
}

/* The group that the page calls by a name of its own; OWN for others. */
static const struct group *usual_group(const palpate_facet *facet)
{
    for (size_t i = 0; i < USUAL_COUNT; i++)
        if (strcmp(facet->name, USUAL[i].facet) == 0)
            return &USUAL[i];
    return &OWN;
}

static bool add_labels(
        struct text *text, const struct shown *shown, const struct group *group)
{
    bool has_any = false;

    for (size_t i = PALPATE_FACETS; i < shown->counted->facet_count; i++)
        if (usual_group(&shown->counted->facets[i]) == group)
            has_any |= add_group(text, shown, group, &shown->counted->facets[i]);
    return has_any;
}

void page_facets(struct text *text, const struct shown *shown)
{
    bool has_any = false;

    text_add_string(text, "<div class=\"facets\">\n");
    for (size_t i = 0; i < sizeof GROUPS / sizeof *GROUPS; i++)
        has_any |= add_group(
                text, shown, &GROUPS[i], facet_of(shown->counted, GROUPS[i].facet));
    has_any |= add_labels(text, shown, &OWN);
    for (size_t i = 0; i < USUAL_COUNT; i++)
        has_any |= add_labels(text, shown, &USUAL[i]);
    if (!has_any) {
        text_add_string(text, "<p class=\"note\">");
        text_say(text, SAY_ALL_THE_SAME);
        text_add_string(text, "</p>\n");
    }
    text_add_string(text, "</div>\n");
}
