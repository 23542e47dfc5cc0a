#include "query/language/asked_words.h"

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
