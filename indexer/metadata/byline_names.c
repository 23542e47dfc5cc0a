#include <stdint.h>

#include "core/ascii.h"
#include "core/buffer.h"
#include "core/view.h"
#include "indexer/metadata/byline_area.h"
#include "indexer/metadata/letters.h"
#include "indexer/metadata/name_additions.h"
#include "indexer/metadata/name_label.h"
#include "indexer/metadata/names.h"
#include "indexer/metadata/title_text.h"

enum {
    MAX_WRITERS = 12,
    SHORT_LABEL = 8 /* bytes of "by" and "author" */
};

/* The text without the spaces at its end, also those that break no line. */
static palpate_view trim_end(palpate_view text)
{
    size_t before = 0;

    do {
        before = text.size;
        if (view_ends_with(text, PALPATE_VIEW("\xC2\xA0")))
            text.size -= 2;
        else if (view_ends_with(text, PALPATE_VIEW(" ")))
            text.size -= 1;
    } while (text.size != before);
    return text;
}

/* The text before `word`, where that stands between spaces; else all of it. */
static palpate_view before_word(palpate_view text, palpate_view word)
{
    for (size_t i = 0; i + word.size < text.size; i++) {
        i += view_find(view_slice(text, i, text.size), word);
        palpate_view start = view_slice(text, 0, i);
        palpate_view rest = view_slice(text, i + word.size, text.size);
        bool is_word = view_starts_with(rest, PALPATE_VIEW(" ")) ||
                       view_starts_with(rest, PALPATE_VIEW("\xC2\xA0"));
        if (is_word && trim_end(start).size < start.size)
            return trim_end(start);
    }
    return text;
}

/* A name without what follows it in the same part: "Jane Doe on", "Jane Doe, 3 May". */
static palpate_view cut_name(palpate_view text, bool is_day_first)
{
    static const palpate_view ENDS[] = {
#define WORD(word) PALPATE_VIEW_INIT(word),
#include "words/mul/name_ends.inc"
#undef WORD
    };
    struct date date;

    palpate_view signs = name_in_signs(text);
    if (signs.size > 0)
        return signs;
    if (date_find(&date, text, is_day_first))
        text = view_slice(text, 0, date.start);
    for (size_t i = 0; i < sizeof ENDS / sizeof *ENDS; i++)
        text = before_word(text, ENDS[i]);
    text = name_clean(text);
    /* "Jane Doe (press officer)" */
    size_t bracket = view_find(text, PALPATE_VIEW(" ("));
    return view_slice(text, 0, bracket);
}

static bool is_and(palpate_view text)
{
    static const palpate_view ANDS[] = {
#define WORD(word) PALPATE_VIEW_INIT(word),
#include "words/mul/name_joints.inc"
#undef WORD
    };

    for (size_t i = 0; i < sizeof ANDS / sizeof *ANDS; i++)
        if (view_equals_ignoring_case(text, ANDS[i]))
            return true;
    return false;
}

/* Takes the "and" at the end of a name off it, and gives it: the next name follows in
   another element. */
static palpate_view split_joint(palpate_view *name)
{
    size_t start = name->size;

    while (start > 0 && name->data[start - 1] != ' ')
        start--;
    palpate_view last = view_slice(*name, start, name->size);
    if (start < 2 || !is_and(last))
        return (palpate_view){ "", 0 };
    name->size = start - 1;
    return last;
}

/* Whether there is nothing but a comma between two parts, in nodes of its own. */
static bool is_comma_between(const struct byline_area *area, size_t number)
{
    enum { FAR = 12 /* nodes */ };
    uint32_t start = area->parts[number].node;
    uint32_t end = area->parts[number + 1].node;
    bool is_comma = false;

    if (end > start + FAR)
        return false;
    for (uint32_t i = start + 1; i < end; i++) {
        if (!area->tree->nodes[i].is_text)
            continue;
        palpate_view text = view_trim(area->tree->nodes[i].text);
        if (text.size > 0 && !view_equals(text, PALPATE_VIEW(",")) &&
                !view_equals(text, PALPATE_VIEW(";")))
            return false;
        is_comma |= text.size > 0;
    }
    return is_comma;
}

/* Whether two parts are elements of one shape side by side, as the items of a list. */
static bool is_row_between(const struct byline_area *area, size_t number)
{
    enum { DEPTH = 3 };
    const struct node *nodes = area->tree->nodes;
    uint32_t first = nodes[area->parts[number].node].parent;
    uint32_t second = nodes[area->parts[number + 1].node].parent;

    for (int i = 0; i < DEPTH; i++) {
        if (nodes[first].parent == nodes[second].parent)
            break;
        first = nodes[first].parent;
        second = nodes[second].parent;
    }
    palpate_view class = node_attribute(&nodes[first], PALPATE_VIEW("class"));
    return first != second && nodes[first].parent == nodes[second].parent &&
           nodes[first].tag == nodes[second].tag &&
           (nodes[first].tag == HTML_li || class.size > 0) &&
           view_equals(class, node_attribute(&nodes[second], PALPATE_VIEW("class"))) &&
           name_is_likely(name_clean(area->parts[number].text), false) &&
           name_is_likely(name_clean(area->parts[number + 1].text), false);
}

/* The joint after the names of part `*number`: at the end of that text, in a part of
   its own, or a comma between; moves `*number` to the part with the next name.  Empty
   where no name follows. */
static palpate_view next_joint(
        const struct byline_area *area, size_t *number, palpate_view ending)
{
    if (*number + 1 >= area->count)
        return (palpate_view){ "", 0 };
    *number += 1;
    if (ending.size > 0)
        return ending;
    palpate_view joint = area->parts[*number].text;
    if (is_and(joint) && *number + 1 < area->count) {
        *number += 1;
        return joint;
    }
    return is_comma_between(area, *number - 1) || is_row_between(area, *number - 1)
                   ? PALPATE_VIEW(",")
                   : (palpate_view){ "", 0 };
}

palpate_view byline_names_from(
        const struct byline_area *area, size_t number, palpate_view first)
{
    struct buffer names = { 0 };
    palpate_view ending = split_joint(&first);

    buffer_append(&names, first);
    for (int i = 0; i < MAX_WRITERS; i++) {
        palpate_view joint = next_joint(area, &number, ending);
        palpate_view next = name_clean(area->parts[number].text);
        if (joint.size == 0 || !name_is_likely(next, true))
            break;
        ending.size = 0;
        if (!view_equals(joint, PALPATE_VIEW(",")))
            buffer_append_byte(&names, ' ');
        buffer_append(&names, joint);
        buffer_append_byte(&names, ' ');
        buffer_append(&names, next);
    }
    palpate_view copy = arena_copy(area->statements->arena, buffer_view(&names));
    area->statements->failed |= names.failed || copy.data == NULL;
    buffer_free(&names);
    return copy;
}

static bool is_mark(palpate_view text)
{
    return text.size == 1 && text.data[0] == ':';
}

/* Whether a part follows a date on the same line: "3 May 2023 von Olga". */
static bool is_after_date(const struct byline_area *area, size_t number)
{
    struct date date;

    return number > 0 && area->parts[number - 1].node == area->parts[number].node &&
           byline_read_date(area, number - 1, &date) != DATE_NONE;
}

/* What a label says of the name after it. */
struct label_words {
    enum name_label label;
    bool is_sure;  /* that a name follows, and not any word */
    bool is_short; /* after "by" and "author" any word may come */
};

/* Takes the name that ends with part `number`, after a label. */
static void take_name(struct byline_area *area, size_t number, palpate_view name,
        const struct label_words *words)
{
    enum fact field = words->label == LABEL_REVIEWER ? FACT_REVIEWER : FACT_BYLINE;
    enum voice voice = words->label == LABEL_EDITOR ? VOICE_EDITOR : VOICE_FRONT;
    bool is_author = words->label == LABEL_AUTHOR;
    bool is_site = is_author && statement_is_site(area->statements, name);
    bool is_account =
            is_author && (!words->is_short || is_site) && name_is_account(name);
    bool is_name = name_are_likely(name, words->is_sure);

    /* "By Knee News" may be all, or "By Jane Doe" may follow. */
    if ((is_site && name_is_organization(name)) || (!is_name && is_account))
        statement_take(area->statements, field, VOICE_USER, name);
    else if (is_name)
        statement_take(
                area->statements, field, voice, byline_names_from(area, number, name));
}

/* A part that starts with "By": the name is the rest of it, or the next part. */
static void take_labelled(struct byline_area *area, size_t number)
{
    const bool is_day_first = area->statements->is_day_first;
    palpate_view text = area->parts[number].text;
    size_t size = 0;
    enum name_label label = name_label(text, &size);

    if (label == LABEL_NONE || label == LABEL_OTHER)
        return;
    text = name_without_signs(area->statements->arena, text);
    area->statements->failed |= text.data == NULL;
    const struct label_words words = { label,
        label != LABEL_PARTICLE || size == text.size || is_after_date(area, number),
        size <= SHORT_LABEL };
    palpate_view name = cut_name(view_slice(text, size, text.size), is_day_first);
    /* "Author", ":" and the name in elements of their own. */
    while (name.size == 0 && size == text.size && number + 2 < area->count &&
            is_mark(area->parts[number + 1].text))
        number++;
    if (name.size == 0 && size == text.size && number + 1 < area->count)
        name = cut_name(area->parts[++number].text, is_day_first);
    name = name_without_employer(name);
    if (label == LABEL_AUTHOR)
        name = name_without_role(name);
    take_name(area, number, name, &words);
}

static bool is_title(const struct statements *statements, palpate_view text)
{
    for (size_t voice = 0; voice < VOICE_COUNT; voice++)
        if (title_is_same(statements->by[FACT_TITLE][voice], text))
            return true;
    return false;
}

/* What ends in a colon is a label of what follows ("Posted:"), in whatever language. */
static bool take_unlabelled(struct byline_area *area, palpate_view text)
{
    palpate_view name = name_clean(text);

    if (!name_are_likely(name, false) || is_title(area->statements, name) ||
            byline_is_label(text))
        return false;
    statement_take(area->statements, FACT_BYLINE, VOICE_FRONT, name);
    return true;
}

/* The names of a row that part `number` ends. */
static bool take_row(struct byline_area *area, size_t number)
{
    size_t first = number;

    while (first > 0 && first != area->title && is_row_between(area, first - 1))
        first--;
    if (first == number || is_title(area->statements, area->parts[first].text))
        return false;
    statement_take(area->statements, FACT_BYLINE, VOICE_FRONT,
            byline_names_from(area, first, name_clean(area->parts[first].text)));
    return true;
}

/* A name without a label stands beside the date: before it in the same part, or next to
   it, with no more than the time of day between. */
static void take_neighbour(
        struct byline_area *area, size_t number, const struct date *date)
{
    enum { CLOCK = 16 /* bytes of "13:10 Uhr" */ };

    if (take_unlabelled(area, view_slice(area->parts[number].text, 0, date->start)))
        return;
    if (number > 0 && (number - 1 < area->title) == (number < area->title) &&
            (take_row(area, number - 1) ||
                    take_unlabelled(area, area->parts[number - 1].text)))
        return;
    for (int i = 0; i < 2 && ++number < area->count; i++) {
        palpate_view text = area->parts[number].text;
        if (number == area->title || take_unlabelled(area, text) || text.size > CLOCK ||
                !letters_have_digit(text))
            return;
    }
}

/* The part with the date that was taken. */
static bool find_taken(
        const struct byline_area *area, size_t *number, struct date *date)
{
    static const enum fact FIELDS[] = { FACT_PUBLISHED, FACT_MODIFIED };

    for (size_t i = 0; i < sizeof FIELDS / sizeof *FIELDS; i++) {
        palpate_view taken = area->statements->by[FIELDS[i]][VOICE_FRONT];
        for (*number = 0; taken.size > 0 && *number < area->count; (*number)++) {
            char day[24];
            if (byline_read_date(area, *number, date) == DATE_NONE)
                continue;
            date_print(date, day, sizeof day);
            if (view_starts_with(taken, view_of(day)))
                return true;
        }
    }
    return false;
}

void byline_names_read(struct byline_area *area)
{
    struct date date;
    size_t number = 0;

    for (size_t i = area->title; i < area->count; i++)
        take_labelled(area, i);
    for (size_t i = area->title; i-- > 0;)
        take_labelled(area, i);
    if (find_taken(area, &number, &date))
        take_neighbour(area, number, &date);
}
