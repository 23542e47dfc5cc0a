#include "indexer/html/formula.h"

#include "core/ascii.h"
#include "core/buffer.h"
#include "core/view.h"
#include "indexer/html/class_list.h"

enum {
    MAX_NESTING = 24, /* elements; what is deeper is read without its structure */
    MAX_SIZE = 2000   /* bytes of a formula */
};

struct writer {
    const struct tree *tree;
    struct buffer line;
};

static bool is_named(const struct node *node, palpate_view name)
{
    return !node->is_text && view_equals(node->text, name);
}

/* The notation in TeX, or empty. */
static palpate_view annotation_in(const struct tree *tree, uint32_t math)
{
    for (uint32_t i = math + 1; i < tree->nodes[math].end; i++) {
        const struct node *node = &tree->nodes[i];
        palpate_view encoding = node_attribute(node, PALPATE_VIEW("encoding"));
        if (is_named(node, PALPATE_VIEW("annotation")) && i + 1 < node->end &&
                view_find_ignoring_case(encoding, PALPATE_VIEW("tex")) < encoding.size)
            return view_trim(tree->nodes[i + 1].text);
    }
    return (palpate_view){ NULL, 0 };
}

/* "E=mc^{2}" of "{\displaystyle E=mc^{2}}". */
static palpate_view without_style(palpate_view tex)
{
    static const palpate_view STYLES[] = { PALPATE_VIEW_INIT("\\displaystyle"),
        PALPATE_VIEW_INIT("\\textstyle") };
    bool is_grouped = view_starts_with(tex, PALPATE_VIEW("{")) &&
                      view_ends_with(tex, PALPATE_VIEW("}"));
    palpate_view inner = is_grouped ? view_trim(view_slice(tex, 1, tex.size - 2)) : tex;

    for (size_t i = 0; i < sizeof STYLES / sizeof *STYLES; i++)
        if (view_starts_with(inner, STYLES[i]))
            return view_trim(view_slice(inner, STYLES[i].size, inner.size));
    return tex;
}

/* Signs that stand apart from what they join. */
static bool is_relation(palpate_view sign)
{
    static const palpate_view SIGNS[] = { PALPATE_VIEW_INIT("="),
        PALPATE_VIEW_INIT("+"), PALPATE_VIEW_INIT("-"), PALPATE_VIEW_INIT("<"),
        PALPATE_VIEW_INIT(">"), PALPATE_VIEW_INIT("−"), PALPATE_VIEW_INIT("±"),
        PALPATE_VIEW_INIT("×"), PALPATE_VIEW_INIT("·"), PALPATE_VIEW_INIT("÷"),
        PALPATE_VIEW_INIT("≤"), PALPATE_VIEW_INIT("≥"), PALPATE_VIEW_INIT("≈"),
        PALPATE_VIEW_INIT("≠"), PALPATE_VIEW_INIT("→"), PALPATE_VIEW_INIT("⋅") };

    for (size_t i = 0; i < sizeof SIGNS / sizeof *SIGNS; i++)
        if (view_equals(sign, SIGNS[i]))
            return true;
    return false;
}

/* Signs that are not seen: of a function, of a product, of a list. */
static bool is_unseen(palpate_view sign)
{
    return view_equals(sign, PALPATE_VIEW("\xE2\x81\xA1")) ||
           view_equals(sign, PALPATE_VIEW("\xE2\x81\xA2")) ||
           view_equals(sign, PALPATE_VIEW("\xE2\x81\xA3"));
}

static void write_text(struct writer *writer, palpate_view text)
{
    bool is_apart = is_relation(text) && writer->line.size > 0;

    if (text.size == 0 || is_unseen(text))
        return;
    buffer_append_string(&writer->line, is_apart ? " " : "");
    buffer_append(&writer->line, text);
    buffer_append_string(&writer->line, is_apart ? " " : "");
}

/* What stands between the parts of an element, and before them. */
static const char *joint_of(const struct node *node)
{
    static const struct {
        palpate_view name;
        const char *joint;
    } JOINTS[] = { { PALPATE_VIEW_INIT("mfrac"), "/" },
        { PALPATE_VIEW_INIT("msup"), "^" }, { PALPATE_VIEW_INIT("msub"), "_" },
        { PALPATE_VIEW_INIT("msubsup"), "^" }, { PALPATE_VIEW_INIT("mtr"), " " },
        { PALPATE_VIEW_INIT("mtable"), "; " } };

    for (size_t i = 0; i < sizeof JOINTS / sizeof *JOINTS; i++)
        if (is_named(node, JOINTS[i].name))
            return JOINTS[i].joint;
    return "";
}

/* `sign` where an element is a root, else nothing. */
static const char *of_root(const struct node *node, const char *sign)
{
    return is_named(node, PALPATE_VIEW("msqrt")) ? sign : "";
}

/* Whether a part of a fraction or a power must be bracketed. */
static bool is_compound(const struct tree *tree, uint32_t part)
{
    unsigned texts = 0;

    for (uint32_t i = part; i < tree->nodes[part].end; i++)
        texts += tree->nodes[i].is_text && view_trim(tree->nodes[i].text).size > 0;
    return texts > 1;
}

static void write_plainly(struct writer *writer, uint32_t element)
{
    for (uint32_t i = element; i < writer->tree->nodes[element].end; i++)
        if (writer->tree->nodes[i].is_text)
            write_text(writer, view_trim(writer->tree->nodes[i].text));
}

/* Whether the parts of an element are bound so close that a compound needs brackets. */
static bool is_bound(const char *joint)
{
    return joint[0] == '/' || joint[0] == '^' || joint[0] == '_';
}

static void write_element(struct writer *writer, uint32_t element, unsigned nesting)
{
    const struct node *nodes = writer->tree->nodes;
    const char *joint = joint_of(&nodes[element]);
    bool has_part = false;

    buffer_append_string(&writer->line, of_root(&nodes[element], "√("));
    for (uint32_t i = element + 1; i < nodes[element].end; i = nodes[i].end) {
        if (view_starts_with(nodes[i].text, PALPATE_VIEW("annotation")))
            continue;
        bool is_bracketed = is_bound(joint) && is_compound(writer->tree, i);
        bool is_part = !nodes[i].is_text;
        buffer_append_string(&writer->line, is_part && has_part ? joint : "");
        buffer_append_string(&writer->line, is_bracketed ? "(" : "");
        if (is_part && nesting < MAX_NESTING && writer->line.size < MAX_SIZE)
            write_element(writer, i, nesting + 1);
        else
            write_plainly(writer, i);
        buffer_append_string(&writer->line, is_bracketed ? ")" : "");
        has_part |= is_part;
    }
    buffer_append_string(&writer->line, of_root(&nodes[element], ")"));
}

/* The line in the place of all that a math element holds. */
static bool write_formula(struct tree *tree, struct arena *arena, uint32_t math)
{
    struct writer writer = { .tree = tree };
    palpate_view line = node_attribute(&tree->nodes[math], PALPATE_VIEW("alttext"));

    line = without_style(view_trim(line));
    if (line.size == 0)
        line = without_style(annotation_in(tree, math));
    if (line.size == 0) {
        write_element(&writer, math, 0);
        line = writer.line.failed ? (palpate_view){ NULL, 0 }
                                  : arena_copy(arena, buffer_view(&writer.line));
        buffer_free(&writer.line);
    }
    for (uint32_t i = math + 1; i < tree->nodes[math].end; i++) {
        struct node *node = &tree->nodes[i];
        if (!node->is_text || view_trim(node->text).size == 0)
            continue;
        node->text = line;
        line = (palpate_view){ "", 0 };
    }
    return line.data != NULL;
}

/* Whether an element draws for the eyes what a formula beside it says. */
static bool is_drawing(const struct node *node)
{
    return !node->is_text && node->attributes != NULL &&
           (view_equals(node_attribute(node, PALPATE_VIEW("aria-hidden")),
                    PALPATE_VIEW("true")) ||
                   node_has_class(node, PALPATE_VIEW("katex-html")) ||
                   node_has_class(node, PALPATE_VIEW("MathJax_Preview")));
}

static void empty_texts(struct tree *tree, uint32_t element)
{
    for (uint32_t i = element; i < tree->nodes[element].end; i++)
        if (tree->nodes[i].is_text)
            tree->nodes[i].text = (palpate_view){ "", 0 };
}

/* Empties what stands beside a formula in the inline elements around it. */
static void empty_drawings(struct tree *tree, uint32_t math)
{
    enum { LOOK_UP = 4, MAX_PARTS = 20 };
    uint32_t around = tree->nodes[math].parent;

    for (unsigned i = 0; i < LOOK_UP && around != 0; i++) {
        unsigned parts = 0;
        if ((tag_traits(tree->nodes[around].tag) & TAG_BLOCK) != 0)
            return;
        for (uint32_t k = around + 1; k < tree->nodes[around].end && parts < MAX_PARTS;
                k = tree->nodes[k].end, parts++)
            if (is_drawing(&tree->nodes[k]) && (k > math || tree->nodes[k].end <= math))
                empty_texts(tree, k);
        around = tree->nodes[around].parent;
    }
}

bool formulas_write(struct tree *tree, struct arena *arena)
{
    bool is_written = true;

    for (uint32_t i = 1; i < tree->count && is_written;) {
        if (tree->nodes[i].is_text || tree->nodes[i].tag != HTML_math) {
            i++;
            continue;
        }
        is_written = write_formula(tree, arena, i);
        empty_drawings(tree, i);
        i = tree->nodes[i].end;
    }
    return is_written;
}
