#include "indexer/html/shortcode.h"

#include <stdbool.h>
#include <string.h>

#include "core/ascii.h"
#include "core/view.h"

enum {
    MAX_SIZE = 4000,  /* bytes of a shortcode */
    MAX_TOKEN = 1000, /* … of one of JSON */
    MAX_INSIDE = 256, /* … between "[b]" and "[/b]" */
    MAX_NAME = 40
};

static bool is_known(palpate_view name)
{
    static const palpate_view NAMES[] = {
#define WORD(word) PALPATE_VIEW_INIT(word),
#include "words/en/shortcodes.inc"
#undef WORD
    };

    for (size_t i = 0; i < sizeof NAMES / sizeof *NAMES; i++)
        if (view_equals(name, NAMES[i]))
            return true;
    return false;
}

/* Letters, digits, '_' and '-', a letter first. */
static palpate_view read_name(palpate_view text)
{
    size_t size = 0;

    while (size < text.size &&
            (ascii_is_alphanumeric(text.data[size]) || text.data[size] == '_' ||
                    text.data[size] == '-'))
        size++;
    bool is_name = size > 0 && size <= MAX_NAME && ascii_is_letter(text.data[0]);
    return view_slice(text, 0, is_name ? size : 0);
}

/* Whether `text` starts with an attribute: a name, '=' and a quote, also a curly one.
 */
static bool starts_attribute(palpate_view text)
{
    palpate_view rest = view_trim(text);
    palpate_view name = read_name(rest);

    rest = view_slice(rest, name.size, rest.size);
    if (rest.data == NULL || name.size == 0 || rest.size < 2 || rest.data[0] != '=')
        return false;
    rest = view_slice(rest, 1, rest.size);
    return view_starts_with(rest, PALPATE_VIEW("\"")) ||
           view_starts_with(rest, PALPATE_VIEW("'")) ||
           view_starts_with(
                   rest, PALPATE_VIEW("\xE2\x80")) || /* curly quotes, primes */
           view_starts_with(rest, PALPATE_VIEW("\xC2\xBB"));
}

/* The bytes up to `close`, which no other `open` stands before, or 0. */
static size_t size_up_to(palpate_view text, char open, char close)
{
    for (size_t i = 1; text.data != NULL && i < text.size; i++) {
        if (text.data[i] == close)
            return i + 1;
        if (text.data[i] == open)
            break;
    }
    return 0;
}

/* "[[{"fid":"7"}]]" */
static size_t token_size(palpate_view text)
{
    palpate_view end = PALPATE_VIEW("}]]");

    if (!view_starts_with(text, PALPATE_VIEW("[[{")))
        return 0;
    text = view_slice(text, 0, MAX_TOKEN);
    size_t place = view_find(text, end);
    return place == text.size ? 0 : place + end.size;
}

/* Whether an end of the same name follows. */
static bool is_ended(palpate_view text, palpate_view name)
{
    text = view_slice(text, 0, MAX_INSIDE);
    for (size_t i = 0; i + name.size + 3 <= text.size; i++) {
        palpate_view end = view_slice(text, i, name.size + 3);
        if (view_starts_with(end, PALPATE_VIEW("[/")) &&
                view_equals(view_slice(end, 2, name.size), name) &&
                view_ends_with(end, PALPATE_VIEW("]")))
            return true;
    }
    return false;
}

/* What stands between the brackets: "/" of an end, a name, and what follows it. */
struct inside {
    bool is_end;
    palpate_view name;
    palpate_view after;
};

static bool read_inside(struct inside *out, palpate_view text)
{
    out->is_end = view_starts_with(text, PALPATE_VIEW("/"));
    if (out->is_end)
        text = view_slice(text, 1, text.size);
    out->name = read_name(text);
    out->after = view_slice(text, out->name.size, text.size);
    return out->name.size > 0 &&
           (out->after.size == 0 || ascii_is_space(out->after.data[0]) ||
                   out->after.data[0] == '/' || out->after.data[0] == '=');
}

/* `rest` follows the bracket that closes; an index is "a[i_j]" of a program. */
static bool is_shortcode(const struct inside *inside, palpate_view rest, bool is_index)
{
    palpate_view after = view_trim(inside->after);
    bool is_address = view_starts_with(after, PALPATE_VIEW("="));
    bool has_underline = memchr(inside->name.data, '_', inside->name.size) != NULL;

    if (inside->is_end)
        return after.size == 0;
    if (starts_attribute(after))
        return true;
    if (is_index)
        return false;
    if ((has_underline && !is_address) || is_known(inside->name))
        return true;
    /* "[b]", "[url=https://a.example]" */
    return (after.size == 0 || is_address) && is_ended(rest, inside->name);
}

size_t shortcode_size(palpate_view text, size_t place)
{
    palpate_view rest = view_slice(text, place, MAX_SIZE);
    struct inside inside;

    if (rest.data == NULL || rest.size < 4)
        return 0;
    size_t token = token_size(rest);
    if (token > 0)
        return token;
    bool is_index = place > 0 && ascii_is_alphanumeric(text.data[place - 1]);
    bool is_joomla = rest.data[0] == '{';
    size_t size = size_up_to(rest, rest.data[0], (char)(is_joomla ? '}' : ']'));
    if (size == 0 || !read_inside(&inside, view_slice(rest, 1, size - 2)))
        return 0;
    if (is_joomla)
        return is_known(inside.name) && inside.after.size > 0 ? size : 0;
    rest = view_slice(rest, size, rest.size);
    return is_shortcode(&inside, rest, is_index) ? size : 0;
}

static bool is_code(const struct tree *tree, uint32_t text)
{
    enum { LOOK_UP = 6 };
    uint32_t node = tree->nodes[text].parent;

    for (unsigned i = 0; i < LOOK_UP && node != 0; i++) {
        if (tree->nodes[node].tag == HTML_pre ||
                view_equals(tree->nodes[node].text, PALPATE_VIEW("code")))
            return true;
        node = tree->nodes[node].parent;
    }
    return false;
}

size_t shortcode_at(const struct tree *tree, uint32_t text, size_t place)
{
    palpate_view bytes = tree->nodes[text].text;
    bool may_be = bytes.data != NULL &&
                  (bytes.data[place] == '[' || bytes.data[place] == '{');
    size_t size = may_be ? shortcode_size(bytes, place) : 0;

    return size > 0 && is_code(tree, text) ? 0 : size;
}

bool shortcode_may_be(palpate_view text)
{
    return text.size > 0 && (memchr(text.data, '[', text.size) != NULL ||
                                    memchr(text.data, '{', text.size) != NULL);
}
