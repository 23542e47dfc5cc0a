#include "indexer/html/note_mark.h"

#include <string.h>

#include "core/ascii.h"
#include "core/utf8.h"
#include "core/view.h"
#include "indexer/html/hidden.h"

enum {
    MARK_SIZE = 40, /* bytes of a mark at most: "12, 14-16" */
    LOOKS = 12      /* nodes to the text beside it */
};

/* A mark as text: without white space. */
struct mark {
    char bytes[MARK_SIZE];
    size_t size;
    bool is_link; /* to a place of the page */
};

static bool is_block(const struct node *node)
{
    return !node->is_text && (tag_traits(node->tag) & (TAG_BLOCK | TAG_VOID)) != 0;
}

static bool leads_into_page(const struct node *node)
{
    return node->tag == HTML_a &&
           view_starts_with(
                   node_attribute(node, PALPATE_VIEW("href")), PALPATE_VIEW("#"));
}

/* False where the text is too long, or none. */
static bool read_mark(struct mark *out, const struct tree *tree, uint32_t element)
{
    *out = (struct mark){ .size = 0 };
    for (uint32_t i = element; i < tree->nodes[element].end; i++) {
        const struct node *node = &tree->nodes[i];
        out->is_link |= leads_into_page(node);
        for (size_t k = 0; node->is_text && k < node->text.size; k++) {
            if (ascii_is_blank(node->text.data[k]))
                continue;
            if (out->size == sizeof out->bytes)
                return false;
            out->bytes[out->size++] = node->text.data[k];
        }
    }
    return out->size > 0;
}

/* Whether a text is of a mark that was found before. */
static bool is_in_mark(const struct tree *tree, uint32_t text)
{
    uint32_t parent = tree->nodes[text].parent;

    return tree->nodes[parent].is_unread ||
           tree->nodes[tree->nodes[parent].parent].is_unread;
}

/* The text right before an element, in the same block; empty where there is none. */
static palpate_view text_before(const struct tree *tree, uint32_t element)
{
    for (uint32_t i = element; i-- > 1 && element - i <= LOOKS;) {
        const struct node *node = &tree->nodes[i];
        if (is_block(node))
            break;
        if (node->is_text && node->text.size > 0 && !is_in_mark(tree, i))
            return node->text;
    }
    return (palpate_view){ "", 0 };
}

static palpate_view text_after(const struct tree *tree, uint32_t element)
{
    uint32_t first = tree->nodes[element].end;

    for (uint32_t i = first; i < tree->count && i < first + LOOKS; i++) {
        const struct node *node = &tree->nodes[i];
        if (is_block(node))
            break;
        if (node->is_text && node->text.size > 0)
            return node->text;
    }
    return (palpate_view){ "", 0 };
}

/* The letters and digits that `text` ends with. */
static palpate_view last_word(palpate_view text)
{
    size_t start = text.size;

    while (start > 0 && (ascii_is_alphanumeric(text.data[start - 1]) ||
                                (unsigned char)text.data[start - 1] >= 0x80))
        start--;
    return view_slice(text, start, text.size - start);
}

/* The bytes of a sign of notes at `place`, a digit or what is between numbers, or 0. */
static size_t sign_size(palpate_view text, size_t place)
{
    static const palpate_view SIGNS[] = {
        PALPATE_VIEW_INIT("\xC2\xA7"),     /* section sign */
        PALPATE_VIEW_INIT("\xC2\xB6"),     /* pilcrow */
        PALPATE_VIEW_INIT("\xE2\x80\x90"), /* hyphen, dashes */
        PALPATE_VIEW_INIT("\xE2\x80\x91"),
        PALPATE_VIEW_INIT("\xE2\x80\x92"),
        PALPATE_VIEW_INIT("\xE2\x80\x93"),
        PALPATE_VIEW_INIT("\xE2\x80\x94"),
        PALPATE_VIEW_INIT("\xE2\x80\xA0"), /* daggers */
        PALPATE_VIEW_INIT("\xE2\x80\xA1"),
    };

    if (ascii_is_digit(text.data[place]) || strchr(",;-.*#", text.data[place]) != NULL)
        return 1;
    for (size_t i = 0; i < sizeof SIGNS / sizeof *SIGNS; i++)
        if (view_starts_with(view_slice(text, place, SIGNS[i].size), SIGNS[i]))
            return SIGNS[i].size;
    return 0;
}

/* Numbers and signs: "3,4", "5-7", "*", but not the "-" of a charge. */
static bool is_of_numbers(const struct mark *mark)
{
    palpate_view text = { mark->bytes, mark->size };

    for (size_t i = 0; i < text.size;) {
        size_t size = sign_size(text, i);
        if (size == 0)
            return false;
        i += size;
    }
    return !view_equals(text, PALPATE_VIEW("-"));
}

static bool is_of_letters(const struct mark *mark)
{
    for (size_t i = 0; i < mark->size; i++)
        if ((mark->bytes[i] < 'a' || mark->bytes[i] > 'd') && mark->bytes[i] != ',' &&
                mark->bytes[i] != '*')
            return false;
    return true;
}

static bool has_digit(const struct mark *mark)
{
    for (size_t i = 0; i < mark->size; i++)
        if (ascii_is_digit(mark->bytes[i]))
            return true;
    return false;
}

static bool is_one_of(palpate_view word, const palpate_view *list, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (view_equals(word, list[i]))
            return true;
    return false;
}

/* "cm2", "x2", "CO2", "B12" and "106" of ten to the power of six. */
static bool is_exponent(const struct mark *mark, palpate_view base)
{
    static const palpate_view BASES[] = { PALPATE_VIEW_INIT("cm"),
        PALPATE_VIEW_INIT("dm"), PALPATE_VIEW_INIT("ft"), PALPATE_VIEW_INIT("km"),
        PALPATE_VIEW_INIT("mi"), PALPATE_VIEW_INIT("mm"), PALPATE_VIEW_INIT("nm"),
        PALPATE_VIEW_INIT("yd"), PALPATE_VIEW_INIT("CO"), PALPATE_VIEW_INIT("NO"),
        PALPATE_VIEW_INIT("PO"), PALPATE_VIEW_INIT("PaO"), PALPATE_VIEW_INIT("SaO"),
        PALPATE_VIEW_INIT("SpO"), PALPATE_VIEW_INIT("VO"),
        PALPATE_VIEW_INIT("\xC2\xB5m"), PALPATE_VIEW_INIT("\xCE\xBCm"),
        PALPATE_VIEW_INIT("\xCF\x87") };
    bool is_power = mark->size == 1 && (mark->bytes[0] == '2' || mark->bytes[0] == '3');

    if (view_equals(base, PALPATE_VIEW("10")) ||
            (base.size == 1 && ascii_is_letter(base.data[0])))
        return has_digit(mark);
    return is_power && is_one_of(base, BASES, sizeof BASES / sizeof *BASES);
}

/* A number before a sign of a chemical element: "131I", "99mTc". */
static bool is_isotope(palpate_view before, palpate_view after)
{
    enum { SIGN_SIZE = 2 };
    size_t size = 0;

    while (size < after.size && ascii_is_letter(after.data[size]))
        size++;
    return last_word(before).size == 0 && size > 0 && size <= SIGN_SIZE &&
           ascii_is_upper(after.data[0]);
}

static bool is_bracketed(const struct mark *mark)
{
    char first = mark->bytes[0];
    char last = mark->bytes[mark->size - 1];

    return mark->size > 2 &&
           ((first == '[' && last == ']') || (first == '(' && last == ')'));
}

static bool is_trade_mark(const struct mark *mark)
{
    palpate_view text = { mark->bytes, mark->size };

    return view_equals(text, PALPATE_VIEW("TM")) ||
           view_equals(text, PALPATE_VIEW("SM"));
}

/* Letters are marks only after whole words: "XX<sup>e</sup>" is an ordinal number. */
static bool is_letter_mark(const struct mark *mark, palpate_view word)
{
    enum { WHOLE_WORD = 4 };

    return is_of_letters(mark) &&
           (mark->is_link || word.size == 0 ||
                   (word.size >= WHOLE_WORD && ascii_is_lower(word.data[1])));
}

static bool is_raised_mark(const struct tree *tree, uint32_t element)
{
    struct mark mark;

    if (!read_mark(&mark, tree, element))
        return false;
    palpate_view before = text_before(tree, element);
    palpate_view word = last_word(before);
    if (is_bracketed(&mark) || is_trade_mark(&mark) || is_letter_mark(&mark, word))
        return true;
    if (!is_of_numbers(&mark))
        return false;
    return mark.is_link || (!is_exponent(&mark, word) &&
                                   !is_isotope(before, text_after(tree, element)));
}

/* A link to a note, which style sheets may raise: its number stands right after a word
   or a stop. */
static bool is_note_link(const struct tree *tree, uint32_t element)
{
    struct mark mark;
    palpate_view before = text_before(tree, element);

    if (!leads_into_page(&tree->nodes[element]) || before.size == 0 ||
            ascii_is_blank(before.data[before.size - 1]) ||
            strchr("[(", before.data[before.size - 1]) != NULL ||
            !read_mark(&mark, tree, element))
        return false;
    return has_digit(&mark) && (is_of_numbers(&mark) || is_bracketed(&mark));
}

bool note_mark_is(const struct tree *tree, uint32_t element)
{
    const struct node *node = &tree->nodes[element];

    if (node->tag == HTML_sup)
        return is_raised_mark(tree, element);
    if (node->attributes == NULL)
        return false;
    if (node->tag == HTML_a)
        return is_note_link(tree, element);
    return node->tag == HTML_other &&
           style_declares(node_attribute(node, PALPATE_VIEW("style")),
                   PALPATE_VIEW("vertical-align"), PALPATE_VIEW("super")) &&
           is_raised_mark(tree, element);
}

static bool is_raised_digit(palpate_view text)
{
    return view_starts_with(text, PALPATE_VIEW("\xC2\xB9")) ||
           view_starts_with(text, PALPATE_VIEW("\xC2\xB2")) ||
           view_starts_with(text, PALPATE_VIEW("\xC2\xB3")) ||
           view_starts_with(text, PALPATE_VIEW("\xE2\x81\xB0")) ||
           (view_starts_with(text, PALPATE_VIEW("\xE2\x81")) && text.size > 2 &&
                   (unsigned char)text.data[2] >= 0xB4 &&
                   (unsigned char)text.data[2] <= 0xB9);
}

size_t note_mark_in_word(palpate_view word)
{
    enum { WHOLE_WORD = 4 /* letters; shorter ones may be units or formulas */ };
    size_t letters = 0;

    if (word.data == NULL || utf8_plain_run(word, 0) == word.size)
        return word.size;
    for (size_t i = 0; i < word.size; i++) {
        bool is_high = (unsigned char)word.data[i] >= 0x80;
        if (is_high && letters >= WHOLE_WORD &&
                is_raised_digit(view_slice(word, i, word.size)))
            return i;
        letters = ascii_is_letter(word.data[i]) || is_high ? letters + 1 : 0;
    }
    return word.size;
}
