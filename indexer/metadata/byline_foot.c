#include "core/view.h"
#include "indexer/metadata/byline_area.h"
#include "indexer/metadata/name_label.h"
#include "indexer/metadata/names.h"

enum { LINE_SIZE = 200, SIGNED_SIZE = 60 };

static void take_date(struct byline_area *area)
{
    static const enum fact FIELDS[] = { [DATE_PUBLISHED] = FACT_PUBLISHED,
        [DATE_UPDATED] = FACT_MODIFIED,
        [DATE_REVIEWED] = FACT_REVIEWED };
    struct date date;
    enum date_kind kind = byline_read_date(area, 1, &date);

    if (kind != DATE_NONE && kind != DATE_BARE)
        statement_take(area->statements, FIELDS[kind], VOICE_FOOT,
                view_slice(area->parts[1].text, date.start, SIZE_MAX));
}

/* Whether a label says "author" and not only "by", which is said of anybody. */
static bool is_strong(palpate_view label)
{
    palpate_view end = view_trim(label);

    return label.data != NULL && label.size > 0 &&
           ((unsigned char)label.data[0] >= 0xC3 ||
                   view_ends_with(end, PALPATE_VIEW(":")) || label.size > 8);
}

/* "Author: Jane Doe" at the end of an article, or only "Edited by". */
static void take_name(struct byline_area *area, palpate_view text)
{
    size_t size = 0;
    enum name_label label = name_label(text, &size);
    palpate_view rest = view_slice(text, size, text.size);

    if ((label != LABEL_AUTHOR && label != LABEL_EDITOR) ||
            !is_strong(view_slice(text, 0, size)))
        return;
    palpate_view signs = name_in_signs(rest);
    palpate_view name = signs.size > 0 ? signs : name_clean(rest);
    if (signs.size > 0 || name_are_likely(name, true))
        statement_take(area->statements, FACT_BYLINE,
                label == LABEL_EDITOR ? VOICE_EDITOR : VOICE_FOOT, name);
}

/* "… (our reporter Jane Doe)": what stands in brackets at the end of a text is a line
   of its own. */
static palpate_view last_bracket(palpate_view text)
{
    static const palpate_view OPENING[] = { PALPATE_VIEW_INIT("("),
        PALPATE_VIEW_INIT("\xEF\xBC\x88"), PALPATE_VIEW_INIT("\xE3\x80\x90"),
        PALPATE_VIEW_INIT("["), PALPATE_VIEW_INIT("\xE2\x96\xA1") };
    size_t start = text.size > SIGNED_SIZE ? text.size - SIGNED_SIZE : 0;
    palpate_view end = view_slice(text, start, text.size);

    for (size_t i = 0; i < sizeof OPENING / sizeof *OPENING; i++) {
        size_t at = view_find(end, OPENING[i]);
        if (at < end.size)
            return view_trim(view_slice(end, at + OPENING[i].size, end.size));
    }
    return (palpate_view){ "", 0 };
}

/* The reporter's name after whose paper it is: in Chinese a line says "of the Daily,
   reporter", and then the name. */
static palpate_view after_paper(palpate_view line)
{
    enum { PAPER_SIZE = 36 };
    static const palpate_view REPORTERS[] = { PALPATE_VIEW_INIT(
                                                      "\xE8\xAE\xB0\xE8\x80\x85"),
        PALPATE_VIEW_INIT("\xE8\xA8\x98\xE8\x80\x85") };

    for (size_t i = 0; i < sizeof REPORTERS / sizeof *REPORTERS; i++) {
        size_t at = view_find(view_slice(line, 0, PAPER_SIZE), REPORTERS[i]);
        if (at < line.size && line.size <= SIGNED_SIZE && at < PAPER_SIZE)
            return view_slice(line, at, line.size);
    }
    return line;
}

/* Whether a line is nothing but "Author", as a heading or in bold, so that the next one
   is the name. */
static bool is_heading_of_name(palpate_view line)
{
    enum { NOUN = 5 /* bytes: "Autor"; "by" alone stands anywhere */, LONGEST = 48 };
    size_t size = 0;

    if (line.size == 0 || line.size > LONGEST)
        return false;
    enum name_label label = name_label(line, &size);
    if ((label != LABEL_AUTHOR && label != LABEL_PARTICLE) || size < line.size)
        return false;
    return (label == LABEL_AUTHOR && line.size >= NOUN) || byline_is_label(line);
}

/* The name in the line after such a heading. */
static void take_below(struct byline_area *area, palpate_view line)
{
    palpate_view signs = name_in_signs(line);
    palpate_view name = signs.size > 0 ? signs : name_clean(byline_part_next(&line));

    if (signs.size > 0 || name_are_likely(name, false))
        statement_take(area->statements, FACT_BYLINE, VOICE_FOOT, name);
}

static void take_part(struct byline_area *area, palpate_view part)
{
    palpate_view reporter = after_paper(part);

    take_name(area, part);
    if (reporter.size < part.size)
        take_name(area, reporter);
}

static void take_line(struct byline_area *area, palpate_view line)
{
    take_part(area, last_bracket(line));
    if (line.size > LINE_SIZE)
        return;
    while (line.size > 0)
        take_part(area, byline_part_next(&line));
}

void byline_foot_read(struct byline_area *area)
{
    const struct tree *tree = area->tree;
    uint32_t place = area->count == 0 ? 1 : area->parts[area->count - 1].node + 1;
    struct text_node line;

    for (size_t i = 0; i < area->count; i++)
        take_line(area, area->parts[i].text);
    area->parts[0].text.size = 0;
    area->title = 0;
    area->count = 2;
    while (text_node_next(&line, tree, &place, tree->count)) {
        if (other_parts_hold(area->others, line.node))
            continue;
        area->parts[1] = line;
        take_date(area);
        if (is_heading_of_name(area->parts[0].text))
            take_below(area, line.text);
        take_line(area, line.text);
        area->parts[0] = area->parts[1];
    }
}
