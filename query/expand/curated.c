#include "query/expand/curated.h"

#include "core/buffer.h"
#include "core/fail.h"
#include "core/view.h"
#include "query/language/query_write.h"

/* What another name weighs at least that is the same thing, and no example of it. */
static const double SAME_THING = 0.5;

/* The words of a question. */
struct asked {
    const struct query_word *words[QUERY_MAX_WORDS];
    palpate_view terms[QUERY_MAX_WORDS];
    uint32_t count;
    bool is_plain; /* nothing but words, which may stand in quotation marks, and filters
                      beside them */
    bool has_filters;
};

/* Another name of the same thing, as terms without stop words. */
struct named {
    const struct query_expansion *expansion;
    palpate_view terms[THESAURUS_WORDS];
    uint32_t count;
};

/* A question as rules are compared with it: stemmed once, however many there are. */
struct comparison {
    struct analyzer *analyzer;
    struct arena *arena;
    struct asked asked;
    struct named names[MAX_SYNONYMS];
    uint32_t name_count;
    uint64_t mask; /* of all terms above */
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

static bool is_filter(const struct query_node *node)
{
    return node->kind == QUERY_FILTER || node->kind == QUERY_DATES;
}

/* Filters beside the words are no part of the question. */
static void collect_question(struct asked *asked, const struct query_node *root)
{
    asked->is_plain = true;
    for (uint32_t i = 0; i < root->child_count; i++) {
        if (is_filter(root->children[i]))
            asked->has_filters = true;
        else
            collect_words(asked, root->children[i]);
    }
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

/* The term of a word, which lives in the arena; false when memory is out. */
static bool copy_term(
        palpate_view *out, struct comparison *comparison, const struct query_word *word)
{
    *out = arena_copy(comparison->arena, term_of(comparison->analyzer, word->folded));
    comparison->mask |= curation_bit(*out);
    return out->data != NULL;
}

static bool stem_asked(struct comparison *comparison)
{
    struct asked *asked = &comparison->asked;
    bool is_done = true;

    for (uint32_t i = 0; is_done && i < asked->count; i++)
        is_done = copy_term(&asked->terms[i], comparison, asked->words[i]);
    return is_done;
}

/* Examples of a thing, and what only goes with it, are no names of it. */
static bool stem_names(
        struct comparison *comparison, const struct query_expansions *expansions)
{
    bool is_done = true;

    for (uint32_t i = 0; is_done && i < expansions->count; i++) {
        const struct query_expansion *expansion = expansions->items[i];
        const struct query_node *node = expansion->node;
        struct named *named = &comparison->names[comparison->name_count];
        if (expansion->is_loose || expansion->weight < SAME_THING ||
                comparison->name_count == MAX_SYNONYMS ||
                node->word_count > THESAURUS_WORDS)
            continue;
        *named = (struct named){ .expansion = expansion };
        for (uint32_t k = 0; is_done && k < node->word_count; k++)
            if (!query_word_is_stop(&node->words[k]))
                is_done = copy_term(
                        &named->terms[named->count++], comparison, &node->words[k]);
        comparison->name_count += named->count > 0;
    }
    return is_done;
}

/* Bit i for the i-th term of a rule; 0 for another word. */
static uint32_t bit_of(const struct curation_rule *rule, palpate_view term)
{
    for (uint32_t i = 0; i < rule->term_count; i++)
        if (view_equals(rule->terms[i], term))
            return UINT32_C(1) << i;
    return 0;
}

/* The terms of a rule that another name stands for: all of its words, or none. */
static uint32_t bits_of_name(
        const struct curation_rule *rule, const struct named *named)
{
    uint32_t bits = 0;

    for (uint32_t i = 0; i < named->count; i++) {
        uint32_t bit = bit_of(rule, named->terms[i]);
        if (bit == 0)
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
        const struct comparison *comparison, uint32_t word)
{
    uint32_t bits = bit_of(rule, comparison->asked.terms[word]);

    for (uint32_t i = 0; bits == 0 && i < comparison->name_count; i++)
        if (is_for(comparison->names[i].expansion, comparison->asked.words[word]))
            bits = bits_of_name(rule, &comparison->names[i]);
    return bits;
}

static bool is_asked(
        const struct curation_rule *rule, const struct comparison *comparison)
{
    uint32_t found = 0;

    if (rule->term_count == 0 || (rule->mask & ~comparison->mask) != 0)
        return false;
    for (uint32_t i = 0; i < comparison->asked.count; i++) {
        uint32_t bits = bits_of_word(rule, comparison, i);
        if (bits == 0)
            return false;
        found |= bits;
    }
    return found == (UINT32_C(1) << rule->term_count) - 1;
}

static void take_rules(struct curated *out, const struct curation *curation,
        const struct comparison *comparison)
{
    for (size_t i = 0; i < curation->count; i++) {
        const struct curation_rule *rule = &curation->rules[i];
        bool is_narrowed = comparison->asked.has_filters && rule->verb == CURATION_PIN;
        if (is_narrowed || !is_asked(rule, comparison))
            continue;
        if (rule->verb == CURATION_REDIRECT && out->redirect == NULL)
            out->redirect = rule;
        if (rule->verb != CURATION_REDIRECT && out->count < CURATED_RULES)
            out->rules[out->count++] = rule;
    }
}

palpate_status curated_redirect(palpate_view *query, const struct curated *curated,
        const struct question *question, struct arena *arena, palpate_error *err)
{
    const struct query_node *root = question->tree.root;
    struct query_node filters = { .kind = QUERY_LIST,
        .children = arena_zeroed(
                arena, root->child_count + 1U, sizeof(struct query_node *)) };
    struct buffer text = { 0 };

    for (uint32_t i = 0; filters.children != NULL && i < root->child_count; i++)
        if (is_filter(root->children[i]))
            filters.children[filters.child_count++] = root->children[i];
    query_write(&text, &filters);
    buffer_append_byte(&text, ' ');
    buffer_append(&text, curated->redirect->value);
    *query = text.failed || filters.children == NULL
                     ? (palpate_view){ NULL, 0 }
                     : arena_copy(arena, view_trim(buffer_view(&text)));
    buffer_free(&text);
    return query->data == NULL
                   ? fail(err, PALPATE_NO_MEMORY, "out of memory for the curation")
                   : PALPATE_OK;
}

palpate_status curated_find(struct curated *out, const struct curation *curation,
        const struct question *question, struct arena *arena, struct analyzer *analyzer,
        palpate_error *err)
{
    struct comparison *comparison = NULL;

    *out = (struct curated){ .count = 0 };
    if (curation->count == 0)
        return PALPATE_OK;
    comparison = arena_zeroed(arena, 1, sizeof *comparison);
    if (comparison == NULL)
        return fail(err, PALPATE_NO_MEMORY, "out of memory for the curation");
    comparison->analyzer = analyzer;
    comparison->arena = arena;
    collect_question(&comparison->asked, question->tree.root);
    if (!comparison->asked.is_plain || comparison->asked.count == 0)
        return PALPATE_OK;
    drop_stop_words(&comparison->asked);
    if (!stem_asked(comparison) || !stem_names(comparison, &question->expansions))
        return fail(err, PALPATE_NO_MEMORY, "out of memory for the curation");
    take_rules(out, curation, comparison);
    return PALPATE_OK;
}
