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

/* What is being typed may be in capitals; what has a * may not. */
static bool is_prefix(const struct query_node *node)
{
    return node->kind == QUERY_PREFIX && !node->words[0].is_unfinished;
}

static void count(struct writing *writing, const struct query_node *node)
{
    if (node->kind != QUERY_LIST && node->field != QUERY_ANYWHERE)
        writing->other++;
    for (uint32_t i = 0; i < node->word_count; i++) {
        bool has_letter = false;
        bool is_capital = is_in_capitals(node->words[i].typed, &has_letter);
        writing->other += !is_capital || is_prefix(node);
        writing->capital += is_capital && has_letter;
    }
    for (uint32_t i = 0; i < node->child_count; i++)
        count(writing, node->children[i]);
}

/* Whether a word is a name by how it is written: a possessive, or with a capital that
   the start of a query does not explain. */
static bool is_named(palpate_view typed, bool is_first)
{
    if (typed.size > 2 && typed.data[typed.size - 1] == 's' &&
            !ascii_is_alphanumeric(typed.data[typed.size - 2]))
        return true; /* "Baker's" */
    for (size_t i = is_first; i < typed.size; i++)
        if (ascii_is_upper(typed.data[i]))
            return true;
    return false;
}

static void mark(struct query_node *node, bool is_shouted, bool *is_first)
{
    for (uint32_t i = 0; i < node->word_count; i++) {
        struct query_word *word = &node->words[i];
        word->is_name = !is_shouted && is_named(word->typed, *is_first);
        word->is_capitals &= !is_shouted && !is_prefix(node);
        *is_first = false;
    }
    for (uint32_t i = 0; i < node->child_count; i++)
        mark(node->children[i], is_shouted, is_first);
}

void names_settle(struct query_node *root)
{
    struct writing writing = { 0, 0 };
    bool is_first = true;

    count(&writing, root);
    mark(root, writing.other == 0 && writing.capital > 1, &is_first);
}
