#include "query/expand/curated.h"

#include "core/view.h"

/* What another name weighs at least that is the same thing, and no example of it. */
static const double SAME_THING = 0.5;

/* The words of a question. */
struct asked {
    const struct query_word *words[QUERY_MAX_WORDS];
    uint32_t count;
    bool is_plain; /* nothing but words, which may stand in quotation marks */
};

static void collect_words(struct asked *asked, const struct query_node *node)
{
    bool is_typed = node->kind == QUERY_PREFIX && node->words[0].is_unfinished;
    bool is_words = node->kind == QUERY_WORD || node->kind == QUERY_PHRASE || is_typed;

    if (node->expansion != NULL)
        return;
    asked->is_plain &= node->role != QUERY_MUST_NOT && node->field == QUERY_ANYWHERE &&
                       (is_words || node->kind == QUERY_LIST);
    for (uint32_t i = 0; is_words && i < node->word_count; i++)
        if (asked->count < QUERY_MAX_WORDS)
            asked->words[asked->count++] = &node->words[i];
    for (uint32_t i = 0; i < node->child_count; i++)
        collect_words(asked, node->children[i]);
}

/* Leaves out stop words, unless there are no others. */
static void drop_stop_words(struct asked *asked)
{
    uint32_t kept = 0;

    for (uint32_t i = 0; i < asked->count; i++)
        kept += !query_word_is_stop(asked->words[i]);
    if (kept == 0)
        return;
    kept = 0;
    for (uint32_t i = 0; i < asked->count; i++)
        if (!query_word_is_stop(asked->words[i]))
            asked->words[kept++] = asked->words[i];
    asked->count = kept;
}

/* Bit i for the i-th term of a rule; 0 for another word. */
static uint32_t bit_of(const struct curation_rule *rule, struct analyzer *analyzer,
        const struct query_word *word)
{
    palpate_view term = term_of(analyzer, word->folded);

    for (uint32_t i = 0; i < rule->term_count; i++)
        if (view_equals(rule->terms[i], term))
            return UINT32_C(1) << i;
    return 0;
}

/* The terms of a rule that another name stands for: all of its words, or none. */
static uint32_t bits_of_name(const struct curation_rule *rule,
        struct analyzer *analyzer, const struct query_node *name)
{
    uint32_t bits = 0;

    for (uint32_t i = 0; i < name->word_count; i++) {
        uint32_t bit = bit_of(rule, analyzer, &name->words[i]);
        if (bit == 0 && !query_word_is_stop(&name->words[i]))
            return 0;
        bits |= bit;
    }
    return bits;
}

static bool is_for(
        const struct query_expansion *expansion, const struct query_word *word)
{
    for (uint32_t i = 0; i < expansion->word_count; i++)
        if (view_equals(expansion->words[i].folded, word->folded))
            return true;
    return false;
}

/* The terms of a rule that a word stands for, by itself or by another name. */
static uint32_t bits_of_word(const struct curation_rule *rule,
        const struct query_expansions *expansions, struct analyzer *analyzer,
        const struct query_word *word)
{
    uint32_t bits = bit_of(rule, analyzer, word);

    for (uint32_t i = 0; bits == 0 && i < expansions->count; i++) {
        const struct query_expansion *expansion = expansions->items[i];
        if (!expansion->is_loose && expansion->weight >= SAME_THING &&
                is_for(expansion, word))
            bits = bits_of_name(rule, analyzer, expansion->node);
    }
    return bits;
}

static bool is_asked(const struct curation_rule *rule, const struct asked *asked,
        const struct query_expansions *expansions, struct analyzer *analyzer)
{
    uint32_t found = 0;

    for (uint32_t i = 0; i < asked->count; i++) {
        uint32_t bits = bits_of_word(rule, expansions, analyzer, asked->words[i]);
        if (bits == 0)
            return false;
        found |= bits;
    }
    return rule->term_count > 0 && found == (UINT32_C(1) << rule->term_count) - 1;
}

void curated_find(struct curated *out, const struct curation *curation,
        const struct question *question, struct analyzer *analyzer)
{
    struct asked asked = { .is_plain = true };

    *out = (struct curated){ .count = 0 };
    if (curation->count == 0)
        return;
    collect_words(&asked, question->tree.root);
    if (!asked.is_plain || asked.count == 0)
        return;
    drop_stop_words(&asked);
    for (size_t i = 0; i < curation->count; i++) {
        const struct curation_rule *rule = &curation->rules[i];
        bool is_found = is_asked(rule, &asked, &question->expansions, analyzer);
        if (is_found && rule->verb == CURATION_REDIRECT && out->redirect == NULL)
            out->redirect = rule;
        if (is_found && rule->verb != CURATION_REDIRECT && out->count < CURATED_RULES)
            out->rules[out->count++] = rule;
    }
}
