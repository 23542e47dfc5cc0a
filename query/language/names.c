#include "query/language/names.h"

#include "core/ascii.h"

/* How the words of a query are written. */
struct writing {
    unsigned capital; /* words of capitals alone */
    unsigned other;   /* words with other letters, and all that has a field */
};

static bool is_in_capitals(palpate_view word, bool *has_letter)
{
    *has_letter = false;
    for (size_t i = 0; i < word.size; i++) {
        if (ascii_is_lower(word.data[i]) || (unsigned char)word.data[i] >= 0x80)
            return false;
        *has_letter |= ascii_is_letter(word.data[i]);
    }
    return true;
}

static void count(struct writing *writing, const struct query_node *node)
{
    if (node->kind != QUERY_LIST && node->field != QUERY_ANYWHERE)
        writing->other++;
    for (uint32_t i = 0; i < node->word_count; i++) {
        bool has_letter = false;
        bool is_capital = is_in_capitals(node->words[i].typed, &has_letter);
        writing->other += !is_capital || node->kind == QUERY_PREFIX;
        writing->capital += is_capital && has_letter;
    }
    for (uint32_t i = 0; i < node->child_count; i++)
        count(writing, node->children[i]);
}

static void clear(struct query_node *node, bool is_shouted)
{
    for (uint32_t i = 0; i < node->word_count; i++)
        node->words[i].is_capitals &= !is_shouted && node->kind != QUERY_PREFIX;
    for (uint32_t i = 0; i < node->child_count; i++)
        clear(node->children[i], is_shouted);
}

void names_settle(struct query_node *root)
{
    struct writing writing = { 0, 0 };

    count(&writing, root);
    clear(root, writing.other == 0 && writing.capital > 1);
}
