#include "query/expand/query_context.h"

#include "core/fail.h"
#include "core/term.h"

static void collect_words(
        struct query_context *context, const struct query_node *node, bool is_out)
{
    is_out |= node->role == QUERY_MUST_NOT;
    is_out |= node->kind == QUERY_PREFIX; /* which says no word */
    for (uint32_t i = 0; !is_out && i < node->word_count; i++)
        if (!node->words[i].is_unfinished && !is_stop_word(node->words[i].folded))
            context->words[context->count++] = node->words[i].folded;
    for (uint32_t i = 0; i < node->child_count; i++)
        collect_words(context, node->children[i], is_out);
}

static palpate_status make_room(struct query_context *out, struct arena *arena,
        uint32_t room, palpate_error *err)
{
    *out = (struct query_context){ arena_zeroed(arena, room + 1U, sizeof *out->words),
        0 };
    return out->words == NULL ? fail(err, PALPATE_NO_MEMORY,
                                        "out of memory for the company of a word")
                              : PALPATE_OK;
}

palpate_status query_context_collect(struct query_context *out, struct arena *arena,
        const struct query_tree *tree, palpate_error *err)
{
    palpate_status status = make_room(out, arena, tree->word_count, err);

    if (status == PALPATE_OK)
        collect_words(out, tree->root, false);
    return status;
}

/* The same word in the tree: it may be typed twice. */
static bool is_among(
        palpate_view folded, const struct query_word *words, uint32_t count)
{
    for (uint32_t i = 0; i < count; i++)
        if (words[i].folded.data == folded.data)
            return true;
    return false;
}

palpate_status query_context_without(struct query_context *out, struct arena *arena,
        const struct query_context *context, const struct query_word *words,
        uint32_t count, palpate_error *err)
{
    palpate_status status = make_room(out, arena, context->count, err);

    for (uint32_t i = 0; status == PALPATE_OK && i < context->count; i++)
        if (!is_among(context->words[i], words, count))
            out->words[out->count++] = context->words[i];
    return status;
}
