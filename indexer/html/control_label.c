#include "indexer/html/control_label.h"

#include <string.h>

#include "core/ascii.h"
#include "core/buffer.h"
#include "core/view.h"
#include "indexer/html/letter_box.h"
#include "indexer/html/text_sums.h"

enum { COMMAND_WHOLE, COMMAND_START, COMMAND_END };
#define WORD(words, place) { PALPATE_VIEW_INIT(words), COMMAND_##place },
static const struct {
    palpate_view words;
    int place;
} COMMANDS[] = {
#include "words/mul/control_commands.inc"
};
#undef WORD

enum { COMMAND_COUNT = sizeof COMMANDS / sizeof *COMMANDS };

/* Whether `words` start `text`, and a word of it ends there. */
static bool starts_with_words(palpate_view text, palpate_view words)
{
    return view_starts_with(text, words) &&
           (text.size == words.size || !ascii_is_alphanumeric(text.data[words.size]));
}

bool is_command(palpate_view label)
{
    enum { MAX_COMMAND = 64 /* bytes */ };
    char lower[MAX_COMMAND];

    while (label.size > 0 && (unsigned char)label.data[label.size - 1] < 0x80 &&
            !ascii_is_alphanumeric(label.data[label.size - 1]) &&
            label.data[label.size - 1] != '?')
        label.size--;
    if (label.size > MAX_COMMAND || view_ends_with(label, PALPATE_VIEW("?")))
        return false;
    for (size_t i = 0; i < label.size; i++)
        lower[i] = ascii_lower(label.data[i]);
    const palpate_view text = { lower, label.size };
    for (size_t i = 0; i < COMMAND_COUNT; i++) {
        palpate_view words = COMMANDS[i].words;
        if (view_equals(text, words) ||
                (COMMANDS[i].place == COMMAND_START &&
                        starts_with_words(text, words)) ||
                (COMMANDS[i].place == COMMAND_END && view_ends_with(text, words)))
            return true;
    }
    return false;
}

/* Classes of what is drawn or only read out. */
static bool is_dressing(const struct node *node)
{
    static const palpate_view NAMES[] = { PALPATE_VIEW_INIT("icon"),
        PALPATE_VIEW_INIT("sr-only"), PALPATE_VIEW_INIT("screen-reader"),
        PALPATE_VIEW_INIT("visually-hidden"), PALPATE_VIEW_INIT("visuallyhidden"),
        PALPATE_VIEW_INIT("arrow"), PALPATE_VIEW_INIT("chevron"),
        PALPATE_VIEW_INIT("caret"), PALPATE_VIEW_INIT("indicator"),
        PALPATE_VIEW_INIT("symbol"), PALPATE_VIEW_INIT("plus") };
    palpate_view class = node_attribute(node, PALPATE_VIEW("class"));

    for (size_t i = 0; class.size > 0 && i < sizeof NAMES / sizeof *NAMES; i++)
        if (view_find_ignoring_case(class, NAMES[i]) < class.size)
            return true;
    return false;
}

static bool is_passed_over(const struct node *node, bool is_strict)
{
    if (node->is_text)
        return false;
    return node->is_unread ||
           view_equals(node_attribute(node, PALPATE_VIEW("aria-hidden")),
                   PALPATE_VIEW("true")) ||
           (is_strict && is_dressing(node));
}

bool is_number_of_label(palpate_view text)
{
    size_t digits = 0;

    if (text.size > 0 && (text.data[0] == 'Q' || text.data[0] == 'q'))
        text = view_slice(text, 1, text.size);
    while (digits < text.size && ascii_is_digit(text.data[digits]))
        digits++;
    return digits < 4 &&
           (text.size == digits || (text.size == digits + 1 &&
                                           strchr(".):-", text.data[digits]) != NULL));
}

size_t question_sign_size(palpate_view text)
{
    size_t size = 1;

    if (text.size < 3 || text.data[0] != 'Q')
        return 0;
    while (size < text.size && ascii_is_digit(text.data[size]))
        size++;
    if (size + 1 >= text.size || strchr(".):", text.data[size]) == NULL)
        return 0;
    size++;
    size_t blanks = 0;
    while (size + blanks < text.size && ascii_is_blank(text.data[size + blanks]))
        blanks++;
    return blanks > 0 ? size + blanks : 0;
}

/* "+" and "▼", but not the "?" that ends a question. */
static bool is_sign(palpate_view text)
{
    for (size_t i = 0; i < text.size; i++)
        if (ascii_is_alphanumeric(text.data[i]) || strchr("?!.,:;)(%\"'", text.data[i]))
            return false;
    return count_letters(text) == 0;
}

/* <b>, <em> and the like: what is in them is of the sentence. */
static bool is_emphasis(const struct node *node)
{
    static const palpate_view NAMES[] = { PALPATE_VIEW_INIT("b"),
        PALPATE_VIEW_INIT("strong"), PALPATE_VIEW_INIT("em"), PALPATE_VIEW_INIT("i"),
        PALPATE_VIEW_INIT("mark"), PALPATE_VIEW_INIT("u"), PALPATE_VIEW_INIT("code") };

    for (size_t i = 0; i < sizeof NAMES / sizeof *NAMES; i++)
        if (view_equals(node->text, NAMES[i]))
            return true;
    return false;
}

static bool is_hint(const struct tree *tree, uint32_t number, bool is_first)
{
    const struct node *node = &tree->nodes[number];
    palpate_view text = view_trim(node->text);

    if (is_sign(text))
        return true;
    return is_first ? is_number_of_label(text)
                    : is_command(text) && !is_emphasis(&tree->nodes[node->parent]);
}

static void append_words(struct buffer *out, palpate_view text, bool *wants_space)
{
    for (size_t i = 0; i < text.size; i++) {
        bool is_nbsp = (unsigned char)text.data[i] == 0xC2 && i + 1 < text.size &&
                       (unsigned char)text.data[i + 1] == 0xA0;
        i += is_nbsp;
        if (is_nbsp || ascii_is_blank(text.data[i])) {
            *wants_space = true;
            continue;
        }
        if (*wants_space && out->size > 0)
            buffer_append_byte(out, ' ');
        *wants_space = false;
        buffer_append_byte(out, text.data[i]);
    }
}

/* Reads the label; a strict reader leaves out what may be dressing. */
static void read(struct buffer *out, struct control_label *label,
        const struct tree *tree, uint32_t from, uint32_t end, bool is_strict)
{
    bool wants_space = false;

    label->first = TREE_NONE;
    for (uint32_t i = from; i < end;) {
        const struct node *node = &tree->nodes[i];
        if (is_passed_over(node, is_strict)) {
            wants_space = true;
            i = node->end;
            continue;
        }
        i++;
        wants_space |= !node->is_text && !letter_box_is(tree, i - 1) &&
                       (tag_traits(node->tag) & (TAG_BLOCK | TAG_VOID)) != 0;
        if (!node->is_text)
            continue;
        bool is_first = out->size == 0;
        if (is_strict && is_hint(tree, i - 1, is_first)) {
            wants_space = true;
            continue;
        }
        append_words(out, node->text, &wants_space);
        if (label->first == TREE_NONE && out->size > 0)
            label->first = i - 1;
    }
}

bool control_label_read(struct control_label *out, struct arena *arena,
        const struct tree *tree, uint32_t from, uint32_t end)
{
    struct buffer text = { 0 };

    *out = (struct control_label){ .text = { "", 0 } };
    read(&text, out, tree, from, end, true);
    if (count_letters(buffer_view(&text)) == 0) {
        buffer_clear(&text);
        read(&text, out, tree, from, end, false);
    }
    palpate_view label = buffer_view(&text);
    label = view_slice(label, question_sign_size(label), label.size);
    out->text = text.failed ? (palpate_view){ NULL, 0 } : arena_copy(arena, label);
    buffer_free(&text);
    return out->text.data != NULL;
}
