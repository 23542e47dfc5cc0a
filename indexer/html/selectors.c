#include "indexer/html/selectors.h"

#include <string.h>

#include "core/ascii.h"
#include "core/fail.h"
#include "core/view.h"

enum { MAX_TESTS = 64 /* of a selector */ };

/* One test of an element: of its name, or of an attribute. */
struct test {
    palpate_view attribute; /* empty: of the name of the element */
    palpate_view value;
    bool is_word;   /* the value is one of the words of the attribute */
    bool is_any;    /* it is enough that the attribute is there */
    bool ends_part; /* of the tests of one element it is the last */
};

struct selector {
    struct test *tests;
    size_t count;
    size_t parts; /* elements, each in the one before */
};

static bool is_name_byte(char byte)
{
    return ascii_is_alphanumeric(byte) || byte == '-' || byte == '_' ||
           (unsigned char)byte >= 0x80;
}

static palpate_view take_name(const char **at)
{
    const char *start = *at;

    while (is_name_byte(**at))
        (*at)++;
    return (palpate_view){ start, (size_t)(*at - start) };
}

/* Reads "attribute]" or "attribute=value]", the value with quotes or without. */
static bool read_attribute(struct test *test, const char **at)
{
    test->attribute = take_name(at);
    test->is_any = **at == ']';
    if (**at == '=') {
        const char *start = *at + 1;
        char quote = ']';
        if (*start == '"' || *start == '\'')
            quote = *start;
        start += quote != ']';
        const char *end = strchr(start, quote);
        if (end == NULL)
            return false;
        test->value = (palpate_view){ start, (size_t)(end - start) };
        *at = end + (quote != ']');
    }
    if (test->attribute.size == 0 || **at != ']')
        return false;
    (*at)++;
    return true;
}

static bool read_test(struct test *test, const char **at)
{
    char mark = **at;

    *test = (struct test){ .is_word = mark == '.' };
    if (mark == '[') {
        (*at)++;
        return read_attribute(test, at);
    }
    if (mark == '.' || mark == '#') {
        (*at)++;
        test->attribute = mark == '.' ? PALPATE_VIEW("class") : PALPATE_VIEW("id");
    }
    test->value = take_name(at);
    return test->value.size > 0;
}

/* Reads up to a comma or the end; false where that is no selector. */
static bool read_selector(struct selector *out, const char **at)
{
    *at += strspn(*at, " \t");
    while (**at != '\0' && **at != ',') {
        if (out->count == MAX_TESTS || !read_test(&out->tests[out->count], at))
            return false;
        size_t space = strspn(*at, " \t");
        *at += space;
        bool ends = space > 0 || **at == '\0' || **at == ',';
        out->tests[out->count++].ends_part = ends;
        out->parts += ends;
    }
    return out->parts > 0;
}

static size_t count_alternatives(const char *const *texts, size_t count)
{
    size_t alternatives = 0;

    for (size_t i = 0; i < count; i++) {
        alternatives++;
        for (const char *at = texts[i]; *at != '\0'; at++)
            alternatives += *at == ',';
    }
    return alternatives;
}

/* Reads the alternatives of one text. */
static palpate_status read_text(struct selectors *out, struct arena *arena,
        const char *text, palpate_error *err)
{
    for (const char *at = text; *at != '\0'; at += *at == ',') {
        struct selector *selector = &out->items[out->count++];
        selector->tests = arena_zeroed(arena, MAX_TESTS, sizeof *selector->tests);
        if (selector->tests == NULL)
            return fail(err, PALPATE_NO_MEMORY, "out of memory for selectors");
        if (read_selector(selector, &at) && (*at != ',' || at[1] != '\0'))
            continue;
        return fail(err, PALPATE_BAD_ARGUMENT,
                "the selector %.100s is none of these: name, .class, #id, [attribute] "
                "or [attribute=value], in others with a space",
                text);
    }
    return PALPATE_OK;
}

static palpate_status read_all(struct selectors *out, struct arena *arena,
        const char *const *texts, size_t count, palpate_error *err)
{
    palpate_status status = PALPATE_OK;

    for (size_t i = 0; status == PALPATE_OK && i < count; i++)
        status = read_text(out, arena, texts[i], err);
    return status;
}

palpate_status selectors_open(struct selectors *out, struct arena *arena,
        const palpate_index_options *options, palpate_error *err)
{
    size_t room = count_alternatives(options->contents, options->content_count) +
                  count_alternatives(options->ignores, options->ignore_count);

    *out = (struct selectors){ .items = arena_zeroed(
                                       arena, room + 1, sizeof *out->items) };
    if (out->items == NULL)
        return fail(err, PALPATE_NO_MEMORY, "out of memory for selectors");
    palpate_status status =
            read_all(out, arena, options->contents, options->content_count, err);
    out->content_count = out->count;
    return status == PALPATE_OK
                   ? read_all(out, arena, options->ignores, options->ignore_count, err)
                   : status;
}

static bool has_word(palpate_view text, palpate_view word)
{
    for (size_t i = 0; i < text.size;) {
        size_t end = i;
        while (end < text.size && !ascii_is_space(text.data[end]))
            end++;
        if (view_equals(view_slice(text, i, end - i), word))
            return true;
        i = end + 1;
    }
    return false;
}

static bool holds(const struct test *test, const struct node *node)
{
    if (test->attribute.size == 0)
        return view_equals_ignoring_case(node->text, test->value);
    if (node->attributes == NULL)
        return false;
    if (test->is_any)
        return node_has_attribute(node, test->attribute);
    palpate_view value = node_attribute(node, test->attribute);
    return test->is_word ? has_word(value, test->value)
                         : view_equals(value, test->value);
}

/* Whether an element passes the tests of one part of a selector. */
static bool part_holds(
        const struct selector *selector, size_t part, const struct node *node)
{
    size_t i = 0;

    for (size_t before = 0; before < part; i++)
        before += selector->tests[i].ends_part;
    for (; holds(&selector->tests[i], node); i++)
        if (selector->tests[i].ends_part)
            return true;
    return false;
}

/* Sets `is_named` of all nodes in elements that a selector names; whether there are
   any. How many of its parts the elements around a node have passed is all that
   matters: `passed` has it of each node. */
static bool name_nodes(bool *is_named, uint8_t *passed, const struct tree *tree,
        const struct selector *selector)
{
    bool is_any = false;

    passed[0] = 0;
    for (uint32_t i = 1; i < tree->count; i++) {
        const struct node *node = &tree->nodes[i];
        uint8_t part = passed[node->parent];
        passed[i] = part;
        if (node->is_text || !part_holds(selector, part, node))
            continue;
        if (part + 1U < selector->parts) {
            passed[i]++;
            continue;
        }
        is_any = true;
        memset(is_named + i, true, node->end - i);
    }
    return is_any;
}

/* Names the nodes of the selectors from `first` on and before `end`. */
static bool name_all(bool *is_named, uint8_t *passed, const struct tree *tree,
        const struct selectors *selectors, size_t first, size_t end)
{
    bool is_any = false;

    memset(is_named, false, tree->count);
    for (size_t i = first; i < end; i++)
        is_any |= name_nodes(is_named, passed, tree, &selectors->items[i]);
    return is_any;
}

palpate_status selectors_mark(struct tree *tree, struct arena *arena,
        const struct selectors *selectors, palpate_error *err)
{
    if (selectors == NULL || selectors->count == 0)
        return PALPATE_OK;
    bool *is_named = arena_zeroed(arena, tree->count, sizeof *is_named);
    uint8_t *passed = arena_zeroed(arena, tree->count, sizeof *passed);
    if (is_named == NULL || passed == NULL)
        return fail(err, PALPATE_NO_MEMORY, "out of memory for selectors");
    if (name_all(is_named, passed, tree, selectors, 0, selectors->content_count))
        for (uint32_t i = 1; i < tree->count; i++)
            tree->nodes[i].is_ignored |= !is_named[i];
    (void)name_all(is_named, passed, tree, selectors, selectors->content_count,
            selectors->count);
    for (uint32_t i = 1; i < tree->count; i++)
        tree->nodes[i].is_ignored |= is_named[i];
    return PALPATE_OK;
}
