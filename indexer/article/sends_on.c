#include "indexer/article/sends_on.h"

#include <string.h>

#include "core/ascii.h"
#include "core/view.h"
#include "indexer/html/scripts.h"

static palpate_view text_after(palpate_view text, size_t size)
{
    return view_slice(text, size, text.size);
}

static palpate_view without_blanks(palpate_view text)
{
    size_t size = 0;

    while (size < text.size && strchr(" \t\r\n\f", text.data[size]) != NULL)
        size++;
    return text_after(text, size);
}

/* The text up to the quote that opens it, or all. */
static palpate_view unquoted(palpate_view text)
{
    if (text.size == 0 || strchr("\"'`", text.data[0]) == NULL)
        return view_trim(text);
    palpate_view quote = view_slice(text, 0, 1);
    text = text_after(text, 1);
    return view_trim(view_slice(text, 0, view_find(text, quote)));
}

/* Takes the seconds, of which parts do not count; a number beyond all sense is as good
   as any other. */
static bool take_delay(unsigned *delay, palpate_view *text)
{
    enum { ENDLESS = 100000 };
    size_t size = 0;

    *delay = 0;
    while (size < text->size && ascii_is_digit(text->data[size])) {
        unsigned digit = (unsigned)(text->data[size++] - '0');
        *delay = *delay < ENDLESS ? *delay * 10 + digit : ENDLESS;
    }
    bool is_number = size > 0;
    while (size < text->size && strchr(".0123456789", text->data[size]) != NULL)
        size++;
    *text = without_blanks(text_after(*text, size));
    return is_number;
}

/* "0; url=/knee/", as browsers read it: delay, a separator, and the address with or
   without its name and quotes.  Without an address the page is only loaded again. */
static bool read_refresh(struct sends_on *out, palpate_view content)
{
    palpate_view rest = without_blanks(content);

    if (!take_delay(&out->delay, &rest))
        return false;
    if (rest.size > 0 && strchr(";,", rest.data[0]) != NULL)
        rest = without_blanks(text_after(rest, 1));
    if (view_equals_ignoring_case(view_slice(rest, 0, 3), PALPATE_VIEW("url"))) {
        palpate_view value = without_blanks(text_after(rest, 3));
        if (value.size > 0 && value.data[0] == '=')
            rest = without_blanks(text_after(value, 1));
    }
    out->target = unquoted(rest);
    return out->target.size > 0;
}

/* Without scripts a reader may be sent elsewhere; with them the page is what it says.
 */
static bool is_without_scripts(const struct tree *tree, uint32_t node)
{
    for (; node != TREE_NONE; node = tree->nodes[node].parent)
        if (tree->nodes[node].tag == HTML_noscript ||
                tree->nodes[node].tag == HTML_template)
            return true;
    return false;
}

static bool is_name_byte(char byte)
{
    return ascii_is_alphanumeric(byte) || byte == '_' || byte == '$';
}

/* Takes "=", and no comparison. */
static bool take_assignment(palpate_view *rest)
{
    palpate_view text = without_blanks(*rest);

    if (text.size == 0 || text.data[0] != '=' || (text.size > 1 && text.data[1] == '='))
        return false;
    *rest = without_blanks(text_after(text, 1));
    return true;
}

/* What stands after "location": an assignment or a call that leads elsewhere. */
static bool leads_on(struct sends_on *out, palpate_view rest)
{
    static const palpate_view CALLS[] = { PALPATE_VIEW_INIT(".replace"),
        PALPATE_VIEW_INIT(".assign") };
    bool does = false;

    for (size_t i = 0; i < sizeof CALLS / sizeof *CALLS && !does; i++) {
        palpate_view call = without_blanks(text_after(rest, CALLS[i].size));
        does = view_starts_with(rest, CALLS[i]) && call.size > 0 && call.data[0] == '(';
        if (does)
            rest = without_blanks(text_after(call, 1));
    }
    if (!does) {
        if (view_starts_with(rest, PALPATE_VIEW(".href")))
            rest = text_after(rest, sizeof ".href" - 1);
        does = take_assignment(&rest);
    }
    if (does && rest.size > 0 && strchr("\"'`", rest.data[0]) != NULL)
        out->target = unquoted(rest);
    return does;
}

/* Whether what stands before is in braces, so that it may wait for something. */
static bool is_in_braces(palpate_view before)
{
    size_t open = 0;

    for (size_t i = 0; i < before.size; i++) {
        open += before.data[i] == '{';
        open -= before.data[i] == '}' && open > 0;
    }
    return open > 0;
}

static bool read_script(struct sends_on *out, palpate_view script)
{
    static const palpate_view WORD = PALPATE_VIEW_INIT("location");
    size_t at = 0;

    while ((at += view_find(text_after(script, at), WORD)) < script.size) {
        bool is_word = at == 0 || !is_name_byte(script.data[at - 1]);
        size_t end = at + WORD.size;
        if (is_word && leads_on(out, text_after(script, end))) {
            out->is_by_script = true;
            out->is_conditional = is_in_braces(view_slice(script, 0, at));
            return true;
        }
        at = end;
    }
    return false;
}

struct sends_on sends_on_find(const struct tree *tree)
{
    struct sends_on by_script = { .does = false };
    struct sends_on out = { .does = false };

    for (uint32_t i = 1; i < tree->count; i++) {
        const struct node *node = &tree->nodes[i];
        const struct node *parent = &tree->nodes[node->parent];
        if (node->is_text) {
            if (!by_script.does && parent->tag == HTML_script &&
                    !script_is_data(node_attribute(parent, PALPATE_VIEW("type"))))
                by_script.does = read_script(&by_script, node->text);
        } else if (node->tag == HTML_meta) {
            palpate_view name = node_attribute(node, PALPATE_VIEW("http-equiv"));
            out.does =
                    view_equals_ignoring_case(
                            view_trim(name), PALPATE_VIEW("refresh")) &&
                    !is_without_scripts(tree, i) &&
                    read_refresh(&out, node_attribute(node, PALPATE_VIEW("content")));
            if (out.does)
                return out;
        } else if (node->tag == HTML_body && !by_script.does) {
            by_script.does = read_script(
                    &by_script, node_attribute(node, PALPATE_VIEW("onload")));
        }
    }
    return by_script;
}
