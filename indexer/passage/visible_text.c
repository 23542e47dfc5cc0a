#include "indexer/passage/visible_text.h"

#include <stdlib.h>

#include "core/ascii.h"
#include "core/token.h"
#include "core/view.h"
#include "indexer/html/hidden.h"
#include "indexer/html/shortcode.h"

/* How an element stands in the text around it. */
enum flow {
    FLOW_INLINE,
    FLOW_BLOCK,   /* parts the text before, inside and after it */
    FLOW_UNSHOWN, /* holds nothing to be found and takes no place */
    FLOW_REPLACED /* the same, but something stands there */
};

struct reader {
    struct visible_text *visible;
    const struct tree *tree;
    uint32_t *owner; /* of each node: the innermost element around it that is a block */
    struct buffer text;
    struct buffer folded;
    uint32_t open;  /* owner of the last text */
    bool is_parted; /* something stands between the last text and the next */
    bool wants_space;
    size_t step_room;
    size_t gap_room;
    uint32_t gap_end; /* the node after the gap under way */
    struct arena *arena;
    bool failed;
};

/* Names that the indexer does not ask for elsewhere, in the order of their bytes. */
static enum flow flow_of_name(palpate_view name)
{
    static const struct {
        palpate_view name;
        enum flow flow;
    } FLOWS[] = {
        { PALPATE_VIEW_INIT("area"), FLOW_UNSHOWN },
        { PALPATE_VIEW_INIT("dir"), FLOW_BLOCK },
        { PALPATE_VIEW_INIT("embed"), FLOW_REPLACED },
        { PALPATE_VIEW_INIT("hgroup"), FLOW_BLOCK },
        { PALPATE_VIEW_INIT("img"), FLOW_REPLACED },
        { PALPATE_VIEW_INIT("legend"), FLOW_BLOCK },
        { PALPATE_VIEW_INIT("menu"), FLOW_BLOCK },
        { PALPATE_VIEW_INIT("optgroup"), FLOW_BLOCK },
        { PALPATE_VIEW_INIT("param"), FLOW_UNSHOWN },
        { PALPATE_VIEW_INIT("search"), FLOW_BLOCK },
    };
    size_t place = view_place(name, FLOWS, sizeof FLOWS / sizeof *FLOWS, sizeof *FLOWS);

    return place < sizeof FLOWS / sizeof *FLOWS ? FLOWS[place].flow : FLOW_INLINE;
}

static enum flow flow_of(const struct node *node)
{
    unsigned traits = tag_traits(node->tag);

    if ((node->attributes != NULL || node->tag == HTML_dialog) &&
            hidden_by_attributes(node))
        return FLOW_UNSHOWN;
    switch (node->tag) {
    case HTML_other: return flow_of_name(node->text);
    case HTML_a: return FLOW_INLINE;
    case HTML_rt: return FLOW_BLOCK;
    case HTML_datalist:
    case HTML_head:
    case HTML_noembed:
    case HTML_noframes:
    case HTML_rp:
    case HTML_noscript: /* browsers run scripts */
    case HTML_script:
    case HTML_style:
    case HTML_template:
    case HTML_title: return FLOW_UNSHOWN;
    case HTML_br:
    case HTML_math: return FLOW_REPLACED; /* its text is not that of the page */
    default: break;
    }
    if ((traits & TAG_SKIPPED) != 0)
        return FLOW_REPLACED;
    return (traits & TAG_BLOCK) != 0 ? FLOW_BLOCK : FLOW_INLINE;
}

/* Notes that text and folded text part ways here. */
static void add_step(struct reader *reader)
{
    struct visible_text *visible = reader->visible;

    if (!arena_grow(reader->arena, (void **)&visible->steps, &reader->step_room,
                visible->step_count, sizeof *visible->steps)) {
        reader->failed = true;
        return;
    }
    visible->steps[visible->step_count++] =
            (struct visible_step){ (uint32_t)reader->text.size,
                (uint32_t)reader->folded.size };
}

static void add_both(struct reader *reader, char byte)
{
    buffer_append_byte(&reader->text, byte);
    buffer_append_byte(&reader->folded, byte);
}

/* The bytes of the character that starts at `place`; the text is well-formed. */
static size_t character_size(palpate_view text, size_t place)
{
    size_t end = place + 1;

    while (end < text.size && ((unsigned char)text.data[end] & 0xC0) == 0x80)
        end++;
    return end - place;
}

static void fold_character(struct buffer *out, palpate_view character)
{
    char folded[WORD_SIZE];

    if (view_equals(character, PALPATE_VIEW("\xE2\x80\x9C")) ||
            view_equals(character, PALPATE_VIEW("\xE2\x80\x9D"))) {
        buffer_append_byte(out, '"');
        return;
    }
    buffer_append(out, (palpate_view){ folded, word_fold(character, folded) });
}

void visible_text_fold(struct buffer *out, palpate_view text)
{
    size_t place = 0;

    while (place < text.size) {
        char *end = buffer_reserve(out, text.size - place);
        size_t start = place;
        if (end == NULL)
            return;
        for (; place < text.size && (unsigned char)text.data[place] < 0x80; place++)
            *end++ = ascii_lower(text.data[place]);
        out->size += place - start;
        if (place == text.size)
            return;
        size_t size = character_size(text, place);
        fold_character(out, view_slice(text, place, size));
        place += size;
    }
}

/* The size of the run of ASCII without blanks at `place`. */
static size_t plain_size(palpate_view text, size_t place)
{
    size_t end = place;

    while (end < text.size && (unsigned char)text.data[end] < 0x80 &&
            !ascii_is_blank(text.data[end]))
        end++;
    return end - place;
}

/* Adds the character or run of ASCII at `place`, and returns its size. */
static size_t add_run(struct reader *reader, palpate_view text, size_t place)
{
    size_t before = reader->folded.size;
    size_t size = plain_size(text, place);

    size = size > 0 ? size : character_size(text, place);
    palpate_view run = view_slice(text, place, size);
    buffer_append(&reader->text, run);
    visible_text_fold(&reader->folded, run);
    if (reader->folded.size - before != size)
        add_step(reader);
    return size;
}

static void open_gap(struct reader *reader)
{
    struct visible_text *visible = reader->visible;

    if (!arena_grow(reader->arena, (void **)&visible->gaps, &reader->gap_room,
                visible->gap_count, sizeof *visible->gaps)) {
        reader->failed = true;
        return;
    }
    visible->gaps[visible->gap_count++] =
            (struct visible_gap){ (uint32_t)reader->text.size, UINT32_MAX };
}

static void close_gap(struct reader *reader)
{
    if (reader->visible->gap_count > 0)
        reader->visible->gaps[reader->visible->gap_count - 1].end =
                (uint32_t)reader->text.size;
}

/* Opens a gap where what no block has starts, and closes it where that ends. */
static void note_gap(struct reader *reader, uint32_t number)
{
    const struct node *node = &reader->tree->nodes[number];

    if (reader->gap_end != 0 && number >= reader->gap_end) {
        close_gap(reader);
        reader->gap_end = 0;
    }
    if (!node->is_unread || reader->gap_end != 0)
        return;
    open_gap(reader);
    reader->gap_end = node->end;
}

static void add_piece(struct reader *reader, uint32_t number, palpate_view text)
{
    size_t size = 0;

    for (size_t i = 0; text.data != NULL && i < text.size; i += size) {
        bool is_space = ascii_is_blank(text.data[i]);
        size = 1;
        if (is_space) {
            reader->wants_space = true;
            continue;
        }
        if (reader->is_parted || reader->owner[number] != reader->open)
            add_both(reader, '\n');
        else if (reader->wants_space)
            add_both(reader, ' ');
        reader->wants_space = false;
        reader->is_parted = false;
        reader->open = reader->owner[number];
        if (reader->visible->place[number] == NOT_VISIBLE)
            reader->visible->place[number] = (uint32_t)reader->text.size;
        size = add_run(reader, text, i);
    }
}

/* Shortcodes are seen on the page, but are of no block. */
static void add_text(struct reader *reader, uint32_t number)
{
    palpate_view text = reader->tree->nodes[number].text;
    size_t kept = 0;
    bool is_looked_at = reader->gap_end == 0 && shortcode_may_be(text);

    for (size_t i = 0; is_looked_at && i < text.size;) {
        size_t size = shortcode_at(reader->tree, number, i);
        if (size > 0) {
            add_piece(reader, number, view_slice(text, kept, i - kept));
            open_gap(reader);
            add_piece(reader, number, view_slice(text, i, size));
            close_gap(reader);
            kept = i + size;
        }
        i += size > 0 ? size : 1;
    }
    add_piece(reader, number, view_slice(text, kept, text.size - kept));
}

static void read_nodes(struct reader *reader)
{
    const struct tree *tree = reader->tree;

    for (uint32_t i = 1; i < tree->count; i++) {
        const struct node *node = &tree->nodes[i];
        reader->owner[i] = reader->owner[node->parent];
        if (node->is_text) {
            note_gap(reader, i);
            add_text(reader, i);
            continue;
        }
        enum flow flow = flow_of(node);
        reader->is_parted |= flow == FLOW_BLOCK || flow == FLOW_REPLACED;
        if (flow == FLOW_BLOCK || flow == FLOW_INLINE)
            note_gap(reader, i);
        if (flow == FLOW_BLOCK)
            reader->owner[i] = i;
        else if (flow != FLOW_INLINE)
            i = node->end - 1;
    }
}

bool visible_text_read(
        struct visible_text *visible, struct arena *arena, const struct tree *tree)
{
    struct reader reader = {
        .visible = visible, .tree = tree, .arena = arena, .open = UINT32_MAX
    };

    *visible = (struct visible_text){ .step_count = 0 };
    reader.owner = calloc((size_t)tree->count + 1, sizeof *reader.owner);
    visible->place = arena_alloc(arena, tree->count * sizeof *visible->place);
    if (reader.owner == NULL || visible->place == NULL)
        goto out;
    for (uint32_t i = 0; i < tree->count; i++)
        visible->place[i] = NOT_VISIBLE;
    read_nodes(&reader);
    add_both(&reader, '\n');
    reader.failed |= reader.text.failed || reader.folded.failed;
    if (!reader.failed) {
        visible->text = arena_copy(arena, buffer_view(&reader.text));
        buffer_free(&reader.text);
        visible->folded = arena_copy(arena, buffer_view(&reader.folded));
    }
out:
    free(reader.owner);
    buffer_free(&reader.text);
    buffer_free(&reader.folded);
    return visible->text.data != NULL && visible->folded.data != NULL;
}

size_t visible_text_folded_place(const struct visible_text *visible, size_t place)
{
    size_t low = 0;
    size_t high = visible->step_count;

    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (visible->steps[middle].raw <= place)
            low = middle + 1;
        else
            high = middle;
    }
    if (low == 0)
        return place;
    return place - visible->steps[low - 1].raw + visible->steps[low - 1].folded;
}
