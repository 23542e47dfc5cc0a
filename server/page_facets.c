#include "server/page_facets.h"

#include <inttypes.h>
#include <string.h>

#include "server/toggle.h"

static const struct group {
    const char *facet;
    const char *filter;
    const char *title;
} GROUPS[] = {
    { "year", "date", "Year" },
    { "author", "author", "Author" },
    { "site", "site", "Site" },
    { "language", "lang", "Language" },
};

/* What a language is called in English; others are shown as they are. */
static const struct {
    const char *code;
    const char *name;
} LANGUAGES[] = { { "ar", "Arabic" }, { "bg", "Bulgarian" }, { "ca", "Catalan" },
    { "cs", "Czech" }, { "da", "Danish" }, { "de", "German" }, { "el", "Greek" },
    { "en", "English" }, { "es", "Spanish" }, { "et", "Estonian" }, { "fa", "Persian" },
    { "fi", "Finnish" }, { "fr", "French" }, { "he", "Hebrew" }, { "hi", "Hindi" },
    { "hr", "Croatian" }, { "hu", "Hungarian" }, { "id", "Indonesian" },
    { "it", "Italian" }, { "ja", "Japanese" }, { "ko", "Korean" },
    { "lt", "Lithuanian" }, { "lv", "Latvian" }, { "nb", "Norwegian Bokmål" },
    { "nl", "Dutch" }, { "no", "Norwegian" }, { "pl", "Polish" },
    { "pt", "Portuguese" }, { "ro", "Romanian" }, { "ru", "Russian" },
    { "sk", "Slovak" }, { "sl", "Slovenian" }, { "sr", "Serbian" }, { "sv", "Swedish" },
    { "th", "Thai" }, { "tr", "Turkish" }, { "uk", "Ukrainian" },
    { "vi", "Vietnamese" }, { "zh", "Chinese" } };

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
    text_add_format(text,
            "</span><span class=\"count\" title=\"%s%" PRIu64 "\"> %" PRIu64
            "%s</span>",
            is_exact ? "" : "at least ", value->count, value->count,
            is_exact ? "" : "+");
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
    text_add_format(text,
            "<div class=\"group\" role=\"group\" aria-label=\"%s\"><span "
            "class=\"label\">%s</span><div class=\"values\">\n",
            group->title, group->title);
    for (size_t i = 0; i < facet->value_count; i++)
        add_value(text, shown, group, &facet->values[i]);
    if (facet->more > 0)
        text_add_format(text, "<span class=\"label\">and %zu more</span>", facet->more);
    text_add_string(text, "</div></div>\n");
    return true;
}

void page_facets(struct text *text, const struct shown *shown)
{
    bool has_any = false;

    text_add_string(text, "<div class=\"facets\">\n");
    for (size_t i = 0; i < sizeof GROUPS / sizeof *GROUPS; i++)
        has_any |= add_group(text, shown, &GROUPS[i]);
    if (!has_any)
        text_add_string(text, "<p class=\"note\">All of these have the same author, "
                              "site and year.</p>\n");
    text_add_string(text, "</div>\n");
}
