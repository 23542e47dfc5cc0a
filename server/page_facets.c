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

static void add_value(struct text *text, const struct shown *shown,
        const struct group *group, const palpate_facet_value *value)
{
    bool is_exact = shown->counted->facets_are_exact;

    toggle_open(text, &shown->asked, group->facet, group->filter, value->value);
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

/* Whether there is something to choose, or to take back. */
static bool add_group(
        struct text *text, const struct shown *shown, const struct group *group)
{
    const palpate_facet *facet = facet_of(shown->counted, group->facet);

    if (facet == NULL ||
            (facet->value_count < 2 && asked_count(&shown->asked, group->filter) == 0))
        return false;
    text_add_string(text, "<div class=\"group\" role=\"group\" aria-label=\"");
    text_say(text, group->title);
    text_add_string(text, "\"><span class=\"label\">");
    text_say(text, group->title);
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

void page_facets(struct text *text, const struct shown *shown)
{
    bool has_any = false;

    text_add_string(text, "<div class=\"facets\">\n");
    for (size_t i = 0; i < sizeof GROUPS / sizeof *GROUPS; i++)
        has_any |= add_group(text, shown, &GROUPS[i]);
    if (!has_any) {
        text_add_string(text, "<p class=\"note\">");
        text_say(text, SAY_ALL_THE_SAME);
        text_add_string(text, "</p>\n");
    }
    text_add_string(text, "</div>\n");
}
