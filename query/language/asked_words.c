#include "query/language/asked_words.h"

#include "core/fail.h"
#include "core/view.h"

static void append_node(struct buffer *out, const struct query_node *node)
{
    if (node->role == QUERY_MUST_NOT || node->expansion != NULL)
        return;
    for (uint32_t i = 0; i < node->word_count; i++) {
        buffer_append(out, node->words[i].folded);
        buffer_append_byte(out, ' ');
    }
    for (uint32_t i = 0; i < node->child_count; i++)
        append_node(out, node->children[i]);
}

void asked_words_append(struct buffer *out, const struct query_tree *tree)
{
    buffer_append_byte(out, ' ');
    append_node(out, tree->root);
}

palpate_status asked_words_find_rows(uint32_t *out, const struct query_tree *tree,
        struct word_rows rows, palpate_error *err)
{
    struct buffer words = { 0 };

    *out = 0;
    asked_words_append(&words, tree);
    bool failed = words.failed;
    for (size_t i = 0; !failed && i < rows.count; i++)
        if (word_row_is_in(rows.items[i].words, buffer_view(&words)))
            *out |= rows.items[i].value;
    buffer_free(&words);
    return failed ? fail(err, PALPATE_NO_MEMORY, "out of memory for a question")
                  : PALPATE_OK;
}

palpate_status asked_words_find(uint32_t *out, const struct query_tree *tree,
        const struct asked_for *rows, size_t count, palpate_error *err)
{
    struct buffer words = { 0 };

    *out = 0;
    asked_words_append(&words, tree);
    bool failed = words.failed;
    for (size_t i = 0; !failed && i < count; i++)
        if (view_find(buffer_view(&words), rows[i].words) < words.size)
            *out |= rows[i].bits;
    buffer_free(&words);
    return failed ? fail(err, PALPATE_NO_MEMORY, "out of memory for a question")
                  : PALPATE_OK;
}
