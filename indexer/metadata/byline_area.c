#include "indexer/metadata/byline_area.h"

#include <stdint.h>

#include "core/ascii.h"
#include "core/buffer.h"
#include "core/view.h"
#include "indexer/html/text_nodes.h"
#include "indexer/metadata/dates.h"
#include "indexer/metadata/names.h"
#include "indexer/metadata/title_text.h"
#include "indexer/metadata/titles.h"

enum {
    BEFORE = 12,        /* pieces that are read before the title */
    AFTER = 40,         /* and after it */
    AFTER_SIZE = 1500,  /* bytes of text after it: then the article is under way */
    NODES_BEFORE = 300, /* nodes among which they are looked for */
    NODES_AFTER = 3000,
    LABEL_SIZE = 40, /* bytes around a date that says nothing else */
    DATE_SIZE = 3 * LABEL_SIZE,
    MAX_WRITERS = 8
};

struct byline_area {
    struct statements *statements;
    const struct tree *tree;
    struct text_node pieces[BEFORE + AFTER];
    size_t count;
    size_t title; /* pieces before it */
};

/* What the words before a date make of it. */
enum date_kind { DATE_NONE, DATE_PUBLISHED, DATE_BARE, DATE_UPDATED, DATE_REVIEWED };

/* The bytes of the sign at `place` that parts a line: "Jane Doe · 3 May 2021", or 0. */
static size_t sign_at(palpate_view text, size_t place)
{
    static const palpate_view SIGNS[] = {
        PALPATE_VIEW_INIT("|"),
        PALPATE_VIEW_INIT("\xC2\xA0"), /* no-break space: one of two or more */
        PALPATE_VIEW_INIT("\xC2\xAB"), /* left and right guillemets */
        PALPATE_VIEW_INIT("\xC2\xBB"), PALPATE_VIEW_INIT("\xC2\xB7"), /* middle dot */
        PALPATE_VIEW_INIT("\xE2\x80\x93"), /* en and em dash */
        PALPATE_VIEW_INIT("\xE2\x80\x94"),
        PALPATE_VIEW_INIT("\xE2\x80\xA2"), /* bullet */
    };

    for (size_t i = 0; i < sizeof SIGNS / sizeof *SIGNS; i++)
        if (view_starts_with(view_slice(text, place, SIGNS[i].size), SIGNS[i]))
            return SIGNS[i].size;
    return 0;
}

/* The first sign between spaces that parts `text`, and its size. */
static size_t find_sign(palpate_view text, size_t *size)
{
    for (size_t i = 0; i < text.size; i++) {
        bool is_spaced = i == 0 || text.data[i - 1] == ' ' ||
                         text.data[i - 1] == '\n' || text.data[i - 1] == '\xA0';
        *size = is_spaced ? sign_at(text, i) : 0;
        if (*size > 0)
            return i;
    }
    return text.size;
}

/* The next part of a line, taken off `*rest`. */
static bool next_part(struct text_node *part, struct text_node *rest)
{
    size_t size = 0;

    while (rest->text.size > 0) {
        size_t end = find_sign(rest->text, &size);
        *part = *rest;
        part->text = view_trim(view_slice(rest->text, 0, end));
        rest->text = view_slice(rest->text, end + size, rest->text.size);
        if (part->text.size > 0)
            return true;
    }
    return false;
}

/* A line may hold several pieces: only the last are kept before the title. */
static void add_before(struct byline_area *front, struct text_node line)
{
    struct text_node part;

    while (next_part(&part, &line)) {
        if (front->count == BEFORE) {
            front->count--;
            for (size_t i = 0; i < front->count; i++)
                front->pieces[i] = front->pieces[i + 1];
        }
        front->pieces[front->count++] = part;
    }
}

static void collect_pieces(struct byline_area *front, uint32_t title)
{
    const struct tree *tree = front->tree;
    uint32_t after = title == TREE_NONE ? 0 : tree->nodes[title].end;
    uint32_t place = title > NODES_BEFORE ? title - NODES_BEFORE : 1;
    struct text_node line;
    struct text_node part;

    while (title != TREE_NONE && text_node_next(&line, tree, &place, title))
        add_before(front, line);
    front->title = front->count;
    place = after > 0 ? after : tree_find(tree, 1, tree->count, HTML_body);
    uint32_t end = place + NODES_AFTER;
    for (size_t read = 0; front->count < front->title + AFTER && read < AFTER_SIZE &&
                          text_node_next(&line, tree, &place, end);
            read += line.text.size) {
        struct text_node rest = line;
        while (front->count < front->title + AFTER && next_part(&part, &rest))
            front->pieces[front->count++] = part;
    }
}

static enum date_kind kind_of_label(palpate_view label)
{
    static const struct {
        palpate_view word;
        enum date_kind kind;
    } WORDS[] = {
#define WORD(word, kind) { PALPATE_VIEW_INIT(word), DATE_##kind },
#include "words/mul/date_labels.inc"
#undef WORD
    };

    for (size_t i = 0; i < sizeof WORDS / sizeof *WORDS; i++)
        if (view_find_ignoring_case(label, WORDS[i].word) < label.size)
            return WORDS[i].kind;
    return DATE_BARE;
}

static bool has_digit(palpate_view text)
{
    for (size_t i = 0; i < text.size; i++)
        if (ascii_is_digit(text.data[i]))
            return true;
    return false;
}

/* The date of a piece that holds little else. */
static enum date_kind read_date(
        const struct byline_area *front, size_t number, struct date *date)
{
    palpate_view text = front->pieces[number].text;

    if (text.size > DATE_SIZE || !has_digit(text) ||
            !date_find(date, text, front->statements->is_day_first))
        return DATE_NONE;
    palpate_view label = view_slice(text, 0, date->start);
    if (label.size > LABEL_SIZE || text.size - date->end > LABEL_SIZE)
        return DATE_NONE;
    if (label.size > 2)
        return kind_of_label(label);
    if (number == 0 || front->pieces[number - 1].text.size > LABEL_SIZE)
        return DATE_BARE;
    return kind_of_label(front->pieces[number - 1].text);
}

/* The nearest date of a kind: after the title, else before it. */
static bool find_date(const struct byline_area *front, enum date_kind kind,
        struct date *date, size_t *found)
{
    for (*found = front->title; *found < front->count; (*found)++)
        if (read_date(front, *found, date) == kind)
            return true;
    for (*found = front->title; (*found)-- > 0;)
        if (read_date(front, *found, date) == kind)
            return true;
    return false;
}

static bool take_date(
        struct byline_area *front, enum date_kind kind, enum fact field, size_t *found)
{
    struct date date;

    if (!find_date(front, kind, &date, found))
        return false;
    statement_take(front->statements, field, VOICE_FRONT,
            view_slice(front->pieces[*found].text, date.start, SIZE_MAX));
    return true;
}

/* A name without what follows it in the same piece: "Jane Doe | 5 min", "Jane Doe on".
 */
static palpate_view cut_name(palpate_view text, bool is_day_first)
{
    static const palpate_view ENDS[] = {
        PALPATE_VIEW_INIT(" | "),
        PALPATE_VIEW_INIT(" \xE2\x80\xA2"),
        PALPATE_VIEW_INIT(" \xC2\xB7"),
        PALPATE_VIEW_INIT(" - "),
        PALPATE_VIEW_INIT(" \xE2\x80\x93 "),
        PALPATE_VIEW_INIT("\n"),
#define WORD(word) PALPATE_VIEW_INIT(" " word " "),
#include "words/en/name_ends.inc"
#undef WORD
    };
    struct date date;

    if (date_find(&date, text, is_day_first))
        text = view_slice(text, 0, date.start);
    for (size_t i = 0; i < sizeof ENDS / sizeof *ENDS; i++)
        text = view_slice(text, 0, view_find(text, ENDS[i]));
    return name_clean(text);
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

/* The names from piece `number` on: more of them where "and" or commas join them. */
static void take_names(
        struct byline_area *front, enum fact field, size_t number, palpate_view first)
{
    struct buffer names = { 0 };

    buffer_append(&names, first);
    for (size_t i = 0; i < MAX_WRITERS && number + 2 < front->count; i++, number += 2) {
        palpate_view joint = front->pieces[number + 1].text;
        palpate_view next = name_clean(front->pieces[number + 2].text);
        if (!is_and(joint) || !name_is_likely(next, true))
            break;
        buffer_append_byte(&names, ' ');
        buffer_append(&names, joint);
        buffer_append_byte(&names, ' ');
        buffer_append(&names, next);
    }
    front->statements->failed |= names.failed;
    statement_take(front->statements, field, VOICE_FRONT, buffer_view(&names));
    buffer_free(&names);
}

/* A piece that starts with "By": the name is the rest of it, or the next piece. */
static void take_labelled(struct byline_area *front, size_t number)
{
    const bool is_day_first = front->statements->is_day_first;
    size_t size = 0;
    palpate_view text = front->pieces[number].text;
    enum name_label label = name_label(text, &size);

    if (label == LABEL_NONE)
        return;
    palpate_view name = cut_name(view_slice(text, size, text.size), is_day_first);
    if (name.size == 0 && size == text.size && number + 1 < front->count)
        name = cut_name(front->pieces[++number].text, is_day_first);
    if (name_is_likely(name, true))
        take_names(front, label == LABEL_REVIEWER ? FACT_REVIEWER : FACT_AUTHOR, number,
                name);
}

static bool is_title(const struct statements *statements, palpate_view text)
{
    for (size_t voice = 0; voice < VOICE_COUNT; voice++)
        if (title_is_same(statements->by[FACT_TITLE][voice], text))
            return true;
    return false;
}

/* A name without a label stands beside the date. */
static void take_neighbour(struct byline_area *front, size_t date)
{
    static const int STEPS[] = { -1, 1 };

    for (size_t i = 0; i < sizeof STEPS / sizeof *STEPS; i++) {
        size_t number = date + (size_t)STEPS[i];
        if (number >= front->count || (number < front->title) != (date < front->title))
            continue;
        palpate_view name = name_clean(front->pieces[number].text);
        if (name_is_likely(name, false) && !is_title(front->statements, name)) {
            statement_take(front->statements, FACT_AUTHOR, VOICE_FRONT, name);
            return;
        }
    }
}

/* "Page last reviewed: 3 March 2021" and the like also stand at the end of a page. */
static void read_foot(struct byline_area *front)
{
    static const enum fact FIELDS[] = { [DATE_PUBLISHED] = FACT_PUBLISHED,
        [DATE_UPDATED] = FACT_MODIFIED,
        [DATE_REVIEWED] = FACT_REVIEWED };
    const struct tree *tree = front->tree;
    uint32_t place = front->count == 0 ? 1 : front->pieces[front->count - 1].node + 1;
    struct date date;

    front->pieces[0].text.size = 0;
    front->title = 0;
    front->count = 2;
    while (text_node_next(&front->pieces[1], tree, &place, tree->count)) {
        enum date_kind kind = read_date(front, 1, &date);
        if (kind != DATE_NONE && kind != DATE_BARE)
            statement_take(front->statements, FIELDS[kind], VOICE_FOOT,
                    view_slice(front->pieces[1].text, date.start, SIZE_MAX));
        front->pieces[0] = front->pieces[1];
    }
}

void byline_area_read(
        struct statements *statements, const struct tree *tree, uint32_t title)
{
    struct byline_area front = { .statements = statements, .tree = tree };
    size_t date = 0;
    size_t other = 0;

    collect_pieces(&front, title);
    bool has_date = take_date(&front, DATE_PUBLISHED, FACT_PUBLISHED, &date) ||
                    take_date(&front, DATE_BARE, FACT_PUBLISHED, &date);
    if (take_date(&front, DATE_UPDATED, FACT_MODIFIED, &other) && !has_date) {
        has_date = true;
        date = other;
    }
    (void)take_date(&front, DATE_REVIEWED, FACT_REVIEWED, &other);
    for (size_t i = front.title; i < front.count; i++)
        take_labelled(&front, i);
    for (size_t i = front.title; i-- > 0;)
        take_labelled(&front, i);
    if (has_date)
        take_neighbour(&front, date);
    read_foot(&front);
}
