#include "indexer/html/exponent.h"

#include <stddef.h>

#include "core/ascii.h"
#include "core/view.h"

static bool is_raised(const struct tree *tree, uint32_t text)
{
    uint32_t parent = tree->nodes[text].parent;

    return tree->nodes[parent].tag == HTML_sup ||
           tree->nodes[tree->nodes[parent].parent].tag == HTML_sup;
}

/* The sign at the start of an exponent as it is when raised, empty where there is none.
 */
static palpate_view raised_sign(palpate_view exponent, size_t *size)
{
    static const struct {
        palpate_view sign;
        palpate_view raised;
    } SIGNS[] = {
        { PALPATE_VIEW_INIT("-"), PALPATE_VIEW_INIT("⁻") },
        { PALPATE_VIEW_INIT("−"), PALPATE_VIEW_INIT("⁻") },
        { PALPATE_VIEW_INIT("–"), PALPATE_VIEW_INIT("⁻") },
        { PALPATE_VIEW_INIT("+"), PALPATE_VIEW_INIT("⁺") },
    };

    *size = 0;
    for (size_t i = 0; i < sizeof SIGNS / sizeof *SIGNS; i++) {
        if (!view_starts_with(exponent, SIGNS[i].sign))
            continue;
        *size = SIGNS[i].sign.size;
        return SIGNS[i].raised;
    }
    return (palpate_view){ "", 0 };
}

static bool is_number(palpate_view digits)
{
    for (size_t i = 0; i < digits.size; i++)
        if (!ascii_is_digit(digits.data[i]))
            return false;
    return digits.size > 0;
}

bool exponent_append(struct buffer *line, const struct tree *tree, uint32_t text)
{
    static const char *const DIGITS[] = { "⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸",
        "⁹" };
    palpate_view before = buffer_view(line);
    size_t signs = 0;

    if (before.size == 0 || !ascii_is_digit(before.data[before.size - 1]) ||
            !is_raised(tree, text))
        return false;
    palpate_view exponent = view_trim(tree->nodes[text].text);
    palpate_view sign = raised_sign(exponent, &signs);
    palpate_view digits = view_slice(exponent, signs, exponent.size);
    if (digits.data == NULL || !is_number(digits))
        return false;
    buffer_append(line, sign);
    for (size_t i = 0; i < digits.size; i++)
        buffer_append_string(line, DIGITS[digits.data[i] - '0']);
    return true;
}
