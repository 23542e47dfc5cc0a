#include "indexer/passage/text_fragment.h"

#include "core/ascii.h"
#include "core/buffer.h"
#include "core/fail.h"
#include "core/view.h"
#include "indexer/passage/text_directive.h"
#include "indexer/passage/visible_line.h"
#include "indexer/passage/visible_text.h"

enum {
    WHOLE_WORDS = 10, /* a passage up to here is given whole */
    TERM_SIZE = 600,  /* bytes of a term at most */
    /* Bytes that are compared for one page: pages that say the same again and again
       would take seconds. */
    EFFORT = 32 * 1024 * 1024
};

struct maker {
    const struct visible_text *visible;
    const struct blocks *blocks;
    struct arena *arena;
    struct visible_extent passage;
    struct buffer folded; /* the terms of a trial, one after the other */
    struct buffer out;
    size_t effort; /* that is left */
    bool is_out;   /* of memory: not to be taken for finding nothing */
};

/* Terms in the text that the page shows; empty where they end at 0. */
struct terms {
    struct visible_extent prefix;
    struct visible_extent start;
    struct visible_extent end;
    struct visible_extent suffix;
};

static palpate_view first_line(palpate_view text)
{
    return view_slice(text, 0, view_find(text, PALPATE_VIEW("\n")));
}

static palpate_view last_line(palpate_view text)
{
    for (size_t from = text.size; from > 0; from--)
        if (text.data[from - 1] == '\n')
            return view_slice(text, from, text.size - from);
    return text;
}

/* Finds the passage in the page's text.  Pieces of one block follow each other, so a
   piece is looked for after the one before it. */
static bool place_passage(
        struct maker *maker, const struct passage *passage, uint32_t block_before)
{
    const struct visible_text *visible = maker->visible;
    const struct block *blocks = maker->blocks->items;
    palpate_view text =
            view_slice(passage->text, passage->lead_size, passage->text.size);
    size_t place = visible->place[blocks[passage->first_block].first];
    struct visible_extent last;

    if (passage->first_block == block_before && maker->passage.end > place)
        place = maker->passage.end;
    if (place >= visible->text.size ||
            !visible_line_find(&maker->passage, visible, first_line(text), place))
        return false;
    if (passage->last_block == passage->first_block)
        return true;
    place = visible->place[blocks[passage->last_block].first];
    if (place >= visible->text.size ||
            !visible_line_find(&last, visible, last_line(text), place) ||
            last.end < maker->passage.end)
        maker->passage.end = maker->passage.start; /* its start is known */
    else
        maker->passage.end = last.end;
    return true;
}

/* Whether a word surely ends after the sign at `place`, in scripts without spaces. */
static bool is_stop(palpate_view text, size_t place, size_t *size)
{
    static const palpate_view STOPS[] = { PALPATE_VIEW_INIT("\xE3\x80\x81"),
        PALPATE_VIEW_INIT("\xE3\x80\x82"), PALPATE_VIEW_INIT("\xEF\xBC\x81"),
        PALPATE_VIEW_INIT("\xEF\xBC\x8C"), PALPATE_VIEW_INIT("\xEF\xBC\x9B"),
        PALPATE_VIEW_INIT("\xEF\xBC\x9F") };

    *size = 1;
    if ((unsigned char)text.data[place] < 0xE3)
        return false;
    for (size_t i = 0; i < sizeof STOPS / sizeof *STOPS; i++) {
        if (!view_starts_with(view_slice(text, place, text.size), STOPS[i]))
            continue;
        *size = STOPS[i].size;
        return true;
    }
    return false;
}

/* Up to `count` words from `start` on, within one block and before `limit`. */
static struct visible_extent first_words(
        palpate_view text, size_t start, size_t limit, unsigned count)
{
    struct visible_extent words = { start, start };
    size_t place = start;

    while (count > 0 && place < limit && place - start < TERM_SIZE) {
        size_t size = 1;
        bool is_end = is_stop(text, place, &size);
        if (ascii_is_blank(text.data[place]))
            break;
        place += size;
        if (!is_end && place < limit && !ascii_is_blank(text.data[place]))
            continue;
        words.end = place;
        count--;
        if (place < limit && text.data[place] == ' ')
            place++;
    }
    return words;
}

/* Up to `count` words that end at `end`, within one block and not before `limit`. */
static struct visible_extent last_words(
        palpate_view text, size_t end, size_t limit, unsigned count)
{
    struct visible_extent words = { end, end };
    size_t place = end;

    while (count > 0 && place > limit && end - place < TERM_SIZE) {
        size_t size = 0;
        place--;
        bool is_start = place == limit || ascii_is_blank(text.data[place - 1]) ||
                        (place >= limit + 3 && place + 3 <= end &&
                                is_stop(text, place - 3, &size));
        if (!is_start)
            continue;
        words.start = place;
        count--;
        if (place > limit && text.data[place - 1] == ' ')
            place--;
        else if (place > limit && ascii_is_blank(text.data[place - 1]))
            break;
    }
    return words;
}

static palpate_view fold_term(
        struct maker *maker, struct visible_extent term, size_t *place)
{
    *place = maker->folded.size;
    visible_text_fold(&maker->folded,
            view_slice(maker->visible->text, term.start, term.end - term.start));
    return (palpate_view){ NULL, maker->folded.size - *place };
}

/* Whether a browser finds the passage by these terms, and nothing else. */
static bool is_sole(struct maker *maker, const struct terms *terms)
{
    const struct visible_text *visible = maker->visible;
    size_t last = terms->end.end > 0 ? terms->end.end : terms->start.end;
    struct text_directive directive;
    size_t place[4];

    if (maker->effort == 0)
        return false;
    buffer_clear(&maker->folded);
    directive.prefix = fold_term(maker, terms->prefix, &place[0]);
    directive.start = fold_term(maker, terms->start, &place[1]);
    directive.end = fold_term(maker, terms->end, &place[2]);
    directive.suffix = fold_term(maker, terms->suffix, &place[3]);
    maker->is_out |= maker->folded.failed;
    if (maker->is_out || directive.start.size == 0)
        return false;
    directive.prefix.data = maker->folded.data + place[0];
    directive.start.data = maker->folded.data + place[1];
    directive.end.data = maker->folded.data + place[2];
    directive.suffix.data = maker->folded.data + place[3];
    const struct directive_match there = {
        .start = visible_text_folded_place(visible, terms->start.start),
        .end = visible_text_folded_place(visible, last),
    };
    return text_directive_is_sole(visible->folded, &directive, &there, &maker->effort);
}

/* Percent-encodes all but what the specification leaves: '&', '-' and ',' have a
   meaning of their own in a directive. */
static void append_encoded(struct buffer *out, palpate_view text)
{
    for (size_t i = 0; text.data != NULL && i < text.size; i++) {
        char byte = text.data[i];
        bool is_plain = ascii_is_alphanumeric(byte) || byte == '.' || byte == '_' ||
                        byte == '~' || byte == '!' || byte == '*';
        if (is_plain)
            buffer_append_byte(out, byte);
        else
            buffer_append_format(out, "%%%02X", (unsigned char)byte);
    }
}

static void append_term(struct maker *maker, const char *before,
        struct visible_extent term, const char *after)
{
    if (term.end <= term.start)
        return;
    buffer_append_string(&maker->out, before);
    append_encoded(&maker->out,
            view_slice(maker->visible->text, term.start, term.end - term.start));
    buffer_append_string(&maker->out, after);
}

static void write_directive(struct maker *maker, const struct terms *terms)
{
    append_term(maker, "", terms->prefix, "-,");
    append_term(maker, "", terms->start, "");
    append_term(maker, ",", terms->end, "");
    append_term(maker, ",-", terms->suffix, "");
}

/* Adds the last words of the passage, as many as it takes for the first place where
   they stand after its start to be its end; else those after it, too. */
static void add_end(struct maker *maker, struct terms *terms)
{
    static const unsigned COUNTS[] = { 3, 5, 9 };
    palpate_view text = maker->visible->text;

    for (size_t i = 0; i < sizeof COUNTS / sizeof *COUNTS; i++) {
        struct terms longer = *terms;
        longer.end =
                last_words(text, maker->passage.end, maker->passage.start, COUNTS[i]);
        if (longer.end.start < terms->start.end)
            return;
        if (is_sole(maker, &longer)) {
            *terms = longer;
            return;
        }
    }
}

/* The words around the passage, in the blocks beside it where it fills its own. */
static void add_context(
        const struct maker *maker, struct terms *terms, bool is_suffix, unsigned count)
{
    palpate_view text = maker->visible->text;

    if (is_suffix) {
        size_t start = visible_line_start(text, terms->start.end);
        terms->suffix = first_words(text, start, text.size, count);
        return;
    }
    size_t end = terms->start.start;
    while (end > 0 && ascii_is_blank(text.data[end - 1]))
        end--;
    terms->prefix = last_words(text, end, 0, count);
}

/* The shortest first words that with `context` words around them stand once. */
static bool find_start(struct maker *maker, struct terms *terms, unsigned context)
{
    static const unsigned COUNTS[] = { 4, 6, 9, 14 };
    palpate_view text = maker->visible->text;
    size_t limit =
            maker->passage.end > maker->passage.start ? maker->passage.end : text.size;
    struct visible_extent whole =
            first_words(text, maker->passage.start, limit, WHOLE_WORDS);
    bool is_whole = whole.end == limit;
    size_t before = 0;

    for (size_t i = 0; i < sizeof COUNTS / sizeof *COUNTS; i++) {
        *terms = (struct terms){ .start = whole };
        if (!is_whole)
            terms->start = first_words(text, maker->passage.start, limit, COUNTS[i]);
        if (terms->start.end == before)
            return false;
        before = terms->start.end;
        if (context > 0)
            add_context(maker, terms, false, context);
        if (is_sole(maker, terms))
            return true;
        if (is_whole && context > 0) {
            add_context(maker, terms, true, context);
            return is_sole(maker, terms);
        }
    }
    return false;
}

static bool make_fragment(struct maker *maker, struct passage *passage)
{
    static const unsigned CONTEXTS[] = { 0, 3, 7 };
    struct terms terms = { .end = { 0, 0 } };
    bool is_found = false;

    for (size_t i = 0; !is_found && i < sizeof CONTEXTS / sizeof *CONTEXTS; i++)
        is_found = find_start(maker, &terms, CONTEXTS[i]);
    if (!is_found)
        return !maker->is_out;
    if (terms.start.end < maker->passage.end)
        add_end(maker, &terms);
    buffer_clear(&maker->out);
    write_directive(maker, &terms);
    if (!maker->out.failed)
        passage->fragment = arena_copy(maker->arena, buffer_view(&maker->out));
    return passage->fragment.data != NULL && !maker->is_out;
}

palpate_status text_fragments_make(struct article *article, struct arena *arena,
        const struct tree *tree, const struct blocks *page, palpate_error *err)
{
    enum { MAX_PAGE = 512 * 1024 /* bytes of text; larger pages get anchors only */ };
    struct visible_text visible = { .step_count = 0 };
    struct maker maker = {
        .visible = &visible, .blocks = page, .arena = arena, .effort = EFFORT
    };
    uint32_t block_before = UINT32_MAX;
    bool is_out = false;

    if (article->passage_count > 0)
        is_out = !visible_text_read(&visible, arena, tree);
    for (uint32_t i = 0;
            visible.text.size <= MAX_PAGE && !is_out && i < article->passage_count;
            i++) {
        struct passage *passage = &article->passages[i];
        bool is_shown = place_passage(&maker, passage, block_before);
        block_before = is_shown ? passage->last_block : UINT32_MAX;
        is_out = is_shown && !make_fragment(&maker, passage);
    }
    buffer_free(&maker.folded);
    buffer_free(&maker.out);
    return is_out ? fail(err, PALPATE_NO_MEMORY, "out of memory for text fragments")
                  : PALPATE_OK;
}
