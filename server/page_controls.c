#include "server/page_controls.h"

#include <string.h>

#include "server/filter.h"
#include "server/kind_label.h"
#include "server/page_facets.h"
#include "server/toggle.h"

static palpate_view view_of(const char *words)
{
    return (palpate_view){ words, strlen(words) };
}

static bool has_kind(const palpate_answer *answer, const char *kind)
{
    for (size_t i = 0; i < answer->hit_count; i++) {
        const palpate_hit *hit = &answer->hits[i];
        if (view_is(hit->kind, kind))
            return true;
        for (size_t j = 0; j < hit->more_count; j++)
            if (view_is(hit->more[j].kind, kind))
                return true;
    }
    return false;
}

/* What has no name of its own is not offered, only taken back. */
static bool is_to_choose(const struct shown *shown, const char *kind)
{
    return (kind_has_name(view_of(kind)) && has_kind(shown->wide, kind)) ||
           asked_has(&shown->asked, "kind", view_of(kind));
}

static void add_kind(struct text *text, const struct shown *shown, const char *kind)
{
    bool warns = palpate_kind_is_warning(view_of(kind));

    toggle_open(text, &shown->asked, "kind", "kind", view_of(kind));
    text_add_string(text, warns ? " class=\"care\">" : ">");
    text_add_escaped(text, wording_kind(text->wording, view_of(kind)));
    toggle_close(text);
}

/* Filters other than kinds, to be taken back. */
static void add_filters(struct text *text, const struct shown *shown)
{
    for (size_t i = 0; i < shown->asked.count; i++) {
        const struct argument *argument = &shown->asked.items[i];
        for (size_t j = 0; filter_name(j) != NULL; j++) {
            const char *name = filter_name(j);
            if (!view_is(argument->name, name) || strcmp(name, "kind") == 0)
                continue;
            toggle_open(text, &shown->asked, name, name, argument->value);
            text_add_string(text, ">");
            if (strcmp(name, "filter") != 0) /* a label has its name before its value */
                text_add_format(text, "%s: ", name);
            text_add_escaped(text, argument->value);
            toggle_close(text);
        }
    }
}

void page_kinds(struct text *text, const struct shown *shown)
{
    size_t chosen = shown->question->filter_count;
    size_t count = chosen - asked_count(&shown->asked, "kind");

    for (size_t i = 0; kind_to_choose(i) != NULL; i++)
        count += is_to_choose(shown, kind_to_choose(i));
    if (chosen == 0 && count < 2)
        return;
    text_add_string(text, "<div class=\"kinds\" role=\"group\" aria-label=\"");
    text_say(text, SAY_ONLY_ABOUT);
    text_add_string(text, "\">\n");
    for (size_t i = 0; kind_to_choose(i) != NULL; i++)
        if (is_to_choose(shown, kind_to_choose(i)))
            add_kind(text, shown, kind_to_choose(i));
    add_filters(text, shown);
    text_add_string(text, "</div>\n");
}

static void add_name(
        struct text *text, const struct shown *shown, const palpate_expansion *name)
{
    toggle_open(text, &shown->asked, "name", "disable", name->to);
    if (name->from.size > 0) {
        text_add_string(text, " title=\"");
        text_say_words(text, SAY_NAME_FOR, name->from);
        if (name->source.size > 0) {
            text_add_string(text, "; ");
            text_say_words(text, SAY_KNOWN_FROM, name->source);
        }
        text_add_string(text, "\"");
    }
    text_add_string(text, ">");
    text_add_escaped(text, name->to);
    toggle_close(text);
}

static bool is_listed(const palpate_answer *answer, size_t count, palpate_view to)
{
    for (size_t i = 0; i < count; i++)
        if (answer->expanded[i].to.size == to.size &&
                memcmp(answer->expanded[i].to.data, to.data, to.size) == 0)
            return true;
    return false;
}

static size_t count_names(const struct shown *shown)
{
    const palpate_answer *wide = shown->wide;
    size_t count = 0;

    for (size_t i = 0; i < wide->expanded_count; i++)
        count += !is_listed(wide, i, wide->expanded[i].to);
    return count;
}

/* Each name once, those that were searched and those that are switched off where they
   were; what was switched off and is known no more comes last. */
static void add_names(struct text *text, const struct shown *shown)
{
    const palpate_answer *wide = shown->wide;

    for (size_t i = 0; i < wide->expanded_count; i++)
        if (!is_listed(wide, i, wide->expanded[i].to))
            add_name(text, shown, &wide->expanded[i]);
    for (size_t i = 0; i < shown->asked.count; i++) {
        const palpate_expansion name = { .to = shown->asked.items[i].value };
        if (view_is(shown->asked.items[i].name, "disable") &&
                !is_listed(wide, wide->expanded_count, name.to))
            add_name(text, shown, &name);
    }
}

void page_names(struct text *text, const struct shown *shown)
{
    bool is_only_words = shown->question->options.no_expand;
    size_t switched_off = asked_count(&shown->asked, "disable");
    size_t count = count_names(shown);

    if (!is_only_words && count == 0 && switched_off == 0)
        return;
    /* What was chosen among them is seen. */
    text_add_format(text,
            "<details class=\"also-searched\" data-key=\"names\"%s><summary>",
            is_only_words || switched_off > 0 ? " open" : "");
    if (is_only_words)
        text_say(text, SAY_NAMES_NONE);
    else
        text_say_count(text, count == 1 ? SAY_NAMES_ONE : SAY_NAMES_COUNT, count);
    text_add_string(
            text, "</summary>\n<div class=\"names\" role=\"group\" aria-label=\"");
    text_say(text, SAY_ALSO_SEARCHED);
    text_add_string(text, "\">\n");
    if (!is_only_words)
        add_names(text, shown);
    toggle_open(text, &shown->asked, "only", "no_expand", PALPATE_VIEW("1"));
    text_add_string(text, ">");
    text_say(text, SAY_ONLY_MY_WORDS);
    toggle_close(text);
    text_add_string(text, "</div></details>\n");
}

/* The script turns to an order as soon as it is chosen, and needs no button. */
static void add_order(struct text *text, const struct shown *shown)
{
    static const struct {
        palpate_sort sort;
        const char *value;
        enum phrase label;
    } ORDERS[] = {
        { PALPATE_SORT_RELEVANCE, "", SAY_BEST_FIRST },
        { PALPATE_SORT_NEWEST, "newest", SAY_NEWEST_FIRST },
        { PALPATE_SORT_OLDEST, "oldest", SAY_OLDEST_FIRST },
    };
    struct arguments other = shown->asked;

    asked_drop(&other, "sort");
    asked_drop(&other, "limit");
    asked_drop(&other, "offset");
    asked_write_form(text, &other);
    text_add_string(text, "<select name=\"sort\" aria-label=\"");
    text_say(text, SAY_ORDER);
    text_add_string(text, "\" data-key=\"order\">");
    for (size_t i = 0; i < sizeof ORDERS / sizeof *ORDERS; i++) {
        text_add_format(text, "<option value=\"%s\"%s>", ORDERS[i].value,
                ORDERS[i].sort == shown->question->options.sort ? " selected" : "");
        text_say(text, ORDERS[i].label);
        text_add_string(text, "</option>");
    }
    text_add_string(text, "</select> <button class=\"go\">");
    text_say(text, SAY_SORT);
    text_add_string(text, "</button></form>\n");
}

void page_narrow(struct text *text, const struct shown *shown)
{
    bool is_counted = shown->question->options.facet_values > 0;
    bool has_several = shown->answer->hit_count > 1;
    bool has_filter =
            shown->question->filter_count > asked_count(&shown->asked, "kind");
    struct arguments other = shown->asked;

    if (!has_several && !has_filter && !is_counted)
        return;
    asked_set(&other, "facets", is_counted ? PALPATE_VIEW("") : PALPATE_VIEW("8"));
    asked_write_link(text, &other);
    text_add_string(text, " data-key=\"narrow\" class=\"narrow\">");
    text_say(text, is_counted ? SAY_FEWER_FILTERS : SAY_MORE_FILTERS);
    text_add_string(text, "</a>\n");
    if (has_several)
        add_order(text, shown);
    if (is_counted)
        page_facets(text, shown);
}
