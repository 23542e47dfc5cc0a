#include "indexer/metadata/byline_area.h"

#include <stdint.h>
#include <string.h>

#include "core/view.h"
#include "indexer/metadata/letters.h"

enum {
    NODES_BEFORE = 300, /* nodes among which lines are looked for before the title */
    NODES_AFTER = 3000,
    LABEL_SIZE = 40, /* bytes around a date that says nothing else */
    DATE_SIZE = 3 * LABEL_SIZE,
    LINE_SIZE = 300 /* a longer text is prose, and no line */
};

static void append_part(struct byline_area *area, palpate_view text, uint32_t node)
{
    if (text.size == 0)
        return;
    if (area->title == SIZE_MAX && area->count == BYLINE_BEFORE)
        memmove(&area->parts[0], &area->parts[1],
                --area->count * sizeof area->parts[0]);
    if (area->count < BYLINE_BEFORE + BYLINE_AFTER)
        area->parts[area->count++] = (struct text_node){ text, node };
}

void byline_area_append(struct byline_area *area, const struct text_node *line)
{
    palpate_view text = line->text;

    if (other_parts_hold(area->others, line->node))
        return;
    if (text.size > LINE_SIZE) {
        append_part(area, text, line->node);
        return;
    }
    while (text.size > 0)
        append_part(area, byline_part_next(&text), line->node);
}

static void collect_lines(struct byline_area *area, uint32_t title)
{
    const struct tree *tree = area->tree;
    uint32_t after = title == TREE_NONE ? 0 : tree->nodes[title].end;
    uint32_t place = title > NODES_BEFORE ? title - NODES_BEFORE : 1;
    struct text_node line;

    area->title = SIZE_MAX;
    while (title != TREE_NONE && text_node_next(&line, tree, &place, title))
        byline_area_append(area, &line);
    area->title = area->count;
    place = after > 0 ? after : tree_find(tree, 1, tree->count, HTML_body);
    uint32_t end = place + NODES_AFTER;
    while (area->count < area->title + BYLINE_AFTER &&
            text_node_next(&line, tree, &place, end))
        byline_area_append(area, &line);
}

/* Whether a part is the second of two `time` elements and called "updated": themes put
   the date of an update right after the other, and hide it. */
static bool is_update(const struct byline_area *area, size_t number)
{
    const struct node *nodes = area->tree->nodes;

    if (number == 0)
        return false;
    uint32_t first = nodes[area->parts[number - 1].node].parent;
    uint32_t second = nodes[area->parts[number].node].parent;
    palpate_view class =
            view_trim(node_attribute(&nodes[second], PALPATE_VIEW("class")));
    return nodes[first].tag == HTML_time && nodes[second].tag == HTML_time &&
           (view_equals_ignoring_case(class, PALPATE_VIEW("updated")) ||
                   view_equals_ignoring_case(class, PALPATE_VIEW("modified")));
}

/* The kind that the words after a date say: in Japanese, Turkish or German the verb
   comes last.  The only date of a page may be called one of
   an update, and is taken as if it were called nothing. */
static enum date_kind kind_after(palpate_view text, size_t end)
{
    enum { SHORTEST = 3 };
    struct date second;
    palpate_view rest = view_slice(text, end, text.size);

    if (rest.size < SHORTEST ||
            (letters_have_digit(rest) && date_find(&second, rest, false)))
        return DATE_BARE;
    enum date_kind kind = date_kind_of(rest);
    return kind == DATE_UPDATED ? DATE_BARE : kind;
}

enum date_kind byline_read_date(
        const struct byline_area *area, size_t number, struct date *date)
{
    palpate_view text = area->parts[number].text;

    if (text.size > DATE_SIZE || !letters_have_digit(text) ||
            !date_find(date, text, area->statements->is_day_first))
        return DATE_NONE;
    palpate_view label = view_slice(text, 0, date->start);
    if (label.size > LABEL_SIZE || text.size - date->end > LABEL_SIZE)
        return DATE_NONE;
    enum date_kind kind = label.size > 2 ? date_kind_of(label) : DATE_BARE;
    if (kind == DATE_BARE)
        kind = kind_after(text, date->end);
    if (kind != DATE_BARE || label.size > 2)
        return kind;
    if (is_update(area, number))
        return DATE_UPDATED;
    if (number == 0 || area->parts[number - 1].text.size > LABEL_SIZE)
        return DATE_BARE;
    return date_kind_of(area->parts[number - 1].text);
}

/* Whether what stands before a date in its block is only a place, as "Bern, 3 May". */
static bool starts_block(const struct tree *tree, uint32_t block, uint32_t node)
{
    size_t words = 0;
    size_t size = 0;

    for (uint32_t i = block + 1; i < node; i++) {
        if (!tree->nodes[i].is_text)
            continue;
        palpate_view text = view_trim(tree->nodes[i].text);
        size += text.size;
        words += text.size > 0;
        for (size_t k = 0; k < text.size && k <= LABEL_SIZE; k++)
            words += text.data[k] == ' ';
    }
    return size <= LABEL_SIZE && words <= 2;
}

bool byline_is_in_prose(
        struct statements *statements, const struct tree *tree, uint32_t node)
{
    enum { LINE = 100 /* bytes of a line that says who and when */, LONG = 600 };
    uint32_t block = tree->nodes[node].parent;

    while (block != 0 && (tag_traits(tree->nodes[block].tag) & TAG_BLOCK) == 0)
        block = tree->nodes[block].parent;
    if ((tree->nodes[block].tag != HTML_p && tree->nodes[block].tag != HTML_li) ||
            starts_block(tree, block, node))
        return false;
    palpate_view text = text_below(tree, statements->arena, block, LONG);
    statements->failed |= text.data == NULL;
    if (text.size == 0 || text.size > LINE)
        return true;
    return view_ends_with(text, PALPATE_VIEW(".")) && date_kind_of(text) == DATE_BARE;
}

/* How far a part is from the title: prose between them takes it away from it, and what
   stands before a title may belong to something else. */
static size_t distance_of(const struct byline_area *area, size_t number)
{
    enum { OF_PROSE = 10, BEFORE = 6, STEP_BEFORE = 3 };
    size_t distance = 0;

    if (number < area->title)
        return BEFORE + STEP_BEFORE * (area->title - number - 1);
    for (size_t i = area->title; i < number; i++)
        distance += area->parts[i].text.size > LINE_SIZE ? OF_PROSE : 1;
    return distance;
}

/* The date of a part, if it says one. */
struct part_date {
    enum date_kind kind;
    struct date date;
};

/* The part with the date of a kind that is nearest to the title; area->count where none
   has one. */
static size_t find_date(const struct byline_area *area, const struct part_date *dates,
        enum date_kind kind)
{
    size_t least = SIZE_MAX;
    size_t found = area->count;

    for (size_t i = 0; i < area->count; i++) {
        if (dates[i].kind != kind || distance_of(area, i) >= least ||
                (kind == DATE_BARE && byline_is_in_prose(area->statements, area->tree,
                                              area->parts[i].node)))
            continue;
        least = distance_of(area, i);
        found = i;
    }
    return found;
}

static bool take_date(struct byline_area *area, const struct part_date *dates,
        enum date_kind kind, enum fact field)
{
    size_t found = find_date(area, dates, kind);

    if (found == area->count)
        return false;
    statement_take(area->statements, field, VOICE_FRONT,
            view_slice(area->parts[found].text, dates[found].date.start, SIZE_MAX));
    return true;
}

/* Whether what stands before a date at the start of a text is a place or nothing:
   "Bern,
   ", "(Bern, den ". */
static bool is_place(palpate_view text)
{
    palpate_view place = view_trim(text);

    if (view_starts_with(place, PALPATE_VIEW("(")))
        place = view_slice(place, 1, place.size);
    if (view_ends_with(place, PALPATE_VIEW(", den")))
        place.size -= sizeof " den" - 1;
    return place.size == 0 || (place.size <= LABEL_SIZE && !letters_have_digit(place) &&
                                      view_ends_with(place, PALPATE_VIEW(",")));
}

/* Whether what follows a date at the start of a text parts it from the sentence. */
static bool is_parted(palpate_view text)
{
    static const palpate_view MARKS[] = { PALPATE_VIEW_INIT("-"),
        PALPATE_VIEW_INIT("\xE2\x80\x93"), PALPATE_VIEW_INIT("\xE2\x80\x94"),
        PALPATE_VIEW_INIT(":"), PALPATE_VIEW_INIT("/"), PALPATE_VIEW_INIT("|"),
        PALPATE_VIEW_INIT("("), PALPATE_VIEW_INIT(")"), PALPATE_VIEW_INIT(". "),
        PALPATE_VIEW_INIT("\xE2\x80\x9E"), PALPATE_VIEW_INIT("\xE2\x80\x9C") };

    text = view_trim(text);
    for (size_t i = 0; i < sizeof MARKS / sizeof *MARKS; i++)
        if (view_starts_with(text, MARKS[i]))
            return true;
    return false;
}

/* Takes the date that one of the first paragraphs starts with, as in messages to the
   press: "Bern, 3 May 2024 – Knees …". */
static void take_dateline(struct byline_area *area)
{
    enum { PARAGRAPHS = 3, START = 80 /* bytes */ };
    int paragraphs = 0;
    struct date date;

    for (size_t voice = 0; voice < VOICE_COUNT; voice++)
        if (area->statements->by[FACT_PUBLISHED][voice].size > 0)
            return;
    for (size_t i = area->title; i < area->count && paragraphs < PARAGRAPHS; i++) {
        palpate_view text = area->parts[i].text;
        if (text.size <= DATE_SIZE)
            continue;
        paragraphs++;
        palpate_view start = view_slice(text, 0, START);
        if (letters_have_digit(start) &&
                date_find(&date, start, area->statements->is_day_first) &&
                is_place(view_slice(text, 0, date.start)) &&
                is_parted(view_slice(text, date.end, text.size)))
            statement_take(area->statements, FACT_PUBLISHED, VOICE_FOOT,
                    view_slice(text, date.start, DATE_SIZE));
    }
}

static void take_dates(struct byline_area *area)
{
    struct part_date dates[BYLINE_BEFORE + BYLINE_AFTER];

    for (size_t i = 0; i < area->count; i++)
        dates[i].kind = byline_read_date(area, i, &dates[i].date);
    if (!take_date(area, dates, DATE_PUBLISHED, FACT_PUBLISHED))
        (void)take_date(area, dates, DATE_BARE, FACT_PUBLISHED);
    (void)take_date(area, dates, DATE_UPDATED, FACT_MODIFIED);
    (void)take_date(area, dates, DATE_REVIEWED, FACT_REVIEWED);
}

void byline_area_read(struct byline_area *area, struct statements *statements,
        const struct tree *tree, const struct other_parts *others, uint32_t title)
{
    *area = (struct byline_area){
        .statements = statements, .tree = tree, .others = others
    };
    collect_lines(area, title);
    take_dates(area);
    take_dateline(area);
}
