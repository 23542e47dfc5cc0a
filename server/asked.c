#include "server/asked.h"

#include <inttypes.h>
#include <string.h>

#include "server/filter.h"

static const palpate_view NONE = PALPATE_VIEW_INIT("");

static palpate_view view_of(const char *words)
{
    return (palpate_view){ words, strlen(words) };
}

static void add(struct arguments *asked, const char *name, palpate_view value)
{
    if (value.size > 0 && asked->count < REQUEST_ARGUMENTS)
        asked->items[asked->count++] = (struct argument){ view_of(name), value };
}

static void add_all(
        struct arguments *asked, const struct arguments *given, const char *name)
{
    for (size_t i = 0; i < given->count; i++)
        if (view_is(given->items[i].name, name))
            add(asked, name, given->items[i].value);
}

/* The last value holds, as for a question. */
static void add_last(
        struct arguments *asked, const struct arguments *given, const char *name)
{
    palpate_view value = NONE;

    for (size_t i = 0; i < given->count; i++)
        if (view_is(given->items[i].name, name) && given->items[i].value.size > 0)
            value = given->items[i].value;
    add(asked, name, value);
}

static void add_choices(struct arguments *asked, const struct arguments *given)
{
    static const char *const SINGLE[] = { "sort", "group", "no_expand", "no_correct",
        "no_curation", "limit", "offset", "facets", "prefer_lang" };

    for (size_t i = 0; filter_name(i) != NULL; i++)
        add_all(asked, given, filter_name(i));
    add_all(asked, given, "disable");
    for (size_t i = 0; i < sizeof SINGLE / sizeof *SINGLE; i++)
        add_last(asked, given, SINGLE[i]);
}

void asked_read(struct arguments *asked, const struct question *question,
        const struct arguments *given)
{
    asked->count = 0;
    add(asked, "q", question->asked);
    add(asked, "like", question->options.like);
    add_choices(asked, given);
}

void asked_read_given(struct arguments *asked, const struct arguments *given)
{
    asked->count = 0;
    add_last(asked, given, "q");
    add_last(asked, given, "like");
    add_choices(asked, given);
}

static bool is_same(palpate_view left, palpate_view right)
{
    return left.size == right.size && memcmp(left.data, right.data, left.size) == 0;
}

bool asked_has(const struct arguments *asked, const char *name, palpate_view value)
{
    for (size_t i = 0; i < asked->count; i++)
        if (view_is(asked->items[i].name, name) &&
                is_same(asked->items[i].value, value))
            return true;
    return false;
}

size_t asked_count(const struct arguments *asked, const char *name)
{
    size_t count = 0;

    for (size_t i = 0; i < asked->count; i++)
        count += view_is(asked->items[i].name, name);
    return count;
}

/* Without `value`, takes out all that have the name. */
static void take_out(
        struct arguments *asked, const char *name, const palpate_view *value)
{
    size_t count = 0;

    for (size_t i = 0; i < asked->count; i++)
        if (!view_is(asked->items[i].name, name) ||
                (value != NULL && !is_same(asked->items[i].value, *value)))
            asked->items[count++] = asked->items[i];
    asked->count = count;
}

void asked_drop(struct arguments *asked, const char *name)
{
    take_out(asked, name, NULL);
}

void asked_drop_filters(struct arguments *asked)
{
    for (size_t i = 0; filter_name(i) != NULL; i++)
        asked_drop(asked, filter_name(i));
}

void asked_set(struct arguments *asked, const char *name, palpate_view value)
{
    size_t count = 0;
    bool is_set = value.size == 0;

    for (size_t i = 0; i < asked->count; i++) {
        struct argument argument = asked->items[i];
        if (view_is(argument.name, name) && is_set)
            continue;
        if (view_is(argument.name, name))
            argument.value = value;
        is_set |= view_is(argument.name, name);
        asked->items[count++] = argument;
    }
    asked->count = count;
    if (!is_set)
        add(asked, name, value);
}

static void begin_anew(struct arguments *asked)
{
    asked_drop(asked, "limit");
    asked_drop(asked, "offset");
}

void asked_flip(struct arguments *asked, const char *name, palpate_view value)
{
    bool is_on = asked_has(asked, name, value);

    begin_anew(asked);
    if (is_on)
        take_out(asked, name, &value);
    else
        add(asked, name, value);
}

void asked_set_words(struct arguments *asked, palpate_view words)
{
    begin_anew(asked);
    asked_drop(asked, "like");
    asked_drop(asked, "disable");
    asked_drop(asked, "no_correct");
    asked_set(asked, "q", words);
}

static void write_address(struct text *text, const struct arguments *asked)
{
    text_add_string(text, "<a href=\"?");
    for (size_t i = 0; i < asked->count; i++) {
        text_add_string(text, i == 0 ? "" : "&amp;");
        text_add_percent(text, asked->items[i].name);
        text_add_string(text, "=");
        text_add_percent(text, asked->items[i].value);
    }
}

void asked_write_link(struct text *text, const struct arguments *asked)
{
    write_address(text, asked);
    text_add_string(text, "\"");
}

void asked_write_more(struct text *text, const struct arguments *asked, uint64_t place)
{
    write_address(text, asked);
    text_add_format(text, "#hit-%" PRIu64 "\"", place);
}

void asked_write_form(struct text *text, const struct arguments *asked)
{
    text_add_string(text, "<form action=\"?\" autocomplete=\"off\">");
    for (size_t i = 0; i < asked->count; i++) {
        text_add_string(text, "<input type=\"hidden\" name=\"");
        text_add_escaped(text, asked->items[i].name);
        text_add_string(text, "\" value=\"");
        text_add_escaped(text, asked->items[i].value);
        text_add_string(text, "\">");
    }
}
