#include "query/spell/spell.h"
#include "query/language/query_write.h"

#include <string.h>

#include "core/fail.h"
#include "core/view.h"
#include "query/expand/query_context.h"
#include "query/language/limits.h"
#include "query/spell/field_word.h"
#include "query/spell/known_word.h"
#include "query/spell/small_word.h"
#include "query/spell/spell_word.h"
#include "query/spell/substance.h"

/* The query's words with the corrections put in their places. */
struct rewriting {
    struct engine *engine;
    struct arena *arena;
    struct query_context context; /* all words of the query */
    bool changed;
    bool is_near; /* each of the words that were put in, as in struct spelling */
    bool is_likely;
    uint32_t tried; /* words that were looked for */
    palpate_error *err;
};

static palpate_status rewrite_word(
        struct rewriting *rewriting, struct query_word *word, palpate_view with)
{
    char folded[WORD_SIZE];

    word->typed = arena_copy(rewriting->arena, with);
    word->folded = arena_copy(
            rewriting->arena, (palpate_view){ folded, word_fold(with, folded) });
    rewriting->changed = true;
    return word->typed.data == NULL || word->folded.data == NULL
                   ? fail(rewriting->err, PALPATE_NO_MEMORY,
                             "out of memory for a spelling")
                   : PALPATE_OK;
}

/* "physio therapy": takes the next word into this one where the index has them joined.
 */
static palpate_status join_next(
        struct rewriting *rewriting, struct query_word *word, struct query_word *next)
{
    char joined[WORD_SIZE];
    uint32_t frequency = 0;
    size_t size = word->folded.size + next->folded.size;

    if (size > WORD_SIZE)
        return PALPATE_OK;
    memcpy(joined, word->folded.data, word->folded.size);
    memcpy(joined + word->folded.size, next->folded.data, next->folded.size);
    palpate_status status = engine_word_frequency(&frequency, rewriting->engine,
            (palpate_view){ joined, size }, rewriting->err);
    if (status != PALPATE_OK || frequency == 0)
        return status;
    next->folded = (palpate_view){ NULL, 0 };
    return rewrite_word(rewriting, word, (palpate_view){ joined, size });
}

/* The other words of the query that passages may have: a word that is known by another
   name alone ("physio") meets none, and says nothing against one. */
static palpate_status collect_company(struct query_context *out,
        struct rewriting *rewriting, const struct query_word *word)
{
    uint32_t kept = 0;
    palpate_status status = query_context_without(
            out, rewriting->arena, &rewriting->context, word, 1, rewriting->err);

    for (uint32_t i = 0; status == PALPATE_OK && i < out->count; i++) {
        const struct query_word beside = { .typed = out->words[i],
            .folded = out->words[i] };
        uint32_t frequency = 0;
        bool is_known = false;
        status = engine_word_frequency(
                &frequency, rewriting->engine, out->words[i], rewriting->err);
        if (status == PALPATE_OK && frequency == 0)
            status = known_word(&is_known, rewriting->engine, &beside, rewriting->err);
        if (!is_known)
            out->words[kept++] = out->words[i];
    }
    out->count = kept;
    return status;
}

/* Puts the word that was probably meant in the place of one. */
static palpate_status correct_word(struct rewriting *rewriting, struct query_word *word)
{
    struct query_context others;
    struct spelling spelling;
    uint32_t small_cost = 0;
    palpate_view small = small_word_meant(&small_cost, word->folded, word->language);
    palpate_status status = collect_company(&others, rewriting, word);

    if (status != PALPATE_OK)
        return status;
    const struct spell_context context = { others.words, others.count };
    status = spell_word(
            &spelling, rewriting->engine, word->folded, &context, rewriting->err);
    if (status == PALPATE_OK && small.size > 0 &&
            !substance_may_be_another(word->folded, small, false) &&
            (spelling.size == 0 || small_cost < spelling.cost ||
                    (small_cost == spelling.cost && !spelling.is_likely)))
        return rewrite_word(rewriting, word, small);
    if (status == PALPATE_OK && spelling.size == 0)
        status =
                spell_split(&spelling, rewriting->engine, word->folded, rewriting->err);
    if (status != PALPATE_OK || spelling.size == 0)
        return status;
    rewriting->is_near &= spelling.is_near;
    rewriting->is_likely &= spelling.is_likely;
    return rewrite_word(
            rewriting, word, (palpate_view){ spelling.word, spelling.size });
}

/* Whether a word of the field in another language is asked for, and no other word of
   the question is one that the index has: "nek" beside "pain" is no Dutch. */
static palpate_status is_of_elsewhere(
        bool *out, struct rewriting *rewriting, const struct query_word *word)
{
    struct query_context others = { .count = 0 };
    palpate_status status = PALPATE_OK;

    *out = field_word_is_one(word->folded);
    if (*out)
        status = query_context_without(&others, rewriting->arena, &rewriting->context,
                word, 1, rewriting->err);
    for (uint32_t i = 0; status == PALPATE_OK && *out && i < others.count; i++) {
        uint32_t frequency = 0;
        status = engine_word_frequency(
                &frequency, rewriting->engine, others.words[i], rewriting->err);
        *out = frequency == 0;
    }
    return status;
}

static palpate_status rewrite_unknown(
        struct rewriting *rewriting, struct query_word *word, struct query_word *next)
{
    uint32_t frequency = 0;
    bool is_known = false;
    palpate_status status = PALPATE_OK;

    if (word->folded.size == 0 || query_word_is_stop(word))
        return PALPATE_OK;
    status = engine_word_frequency(
            &frequency, rewriting->engine, word->folded, rewriting->err);
    if (status != PALPATE_OK || frequency > 0 || rewriting->tried++ >= SPELL_WORDS)
        return status;
    status = known_word(&is_known, rewriting->engine, word, rewriting->err);
    if (status == PALPATE_OK && !is_known)
        status = is_of_elsewhere(&is_known, rewriting, word);
    if (status != PALPATE_OK || is_known)
        return status;
    if (next != NULL) {
        status = join_next(rewriting, word, next);
        if (status != PALPATE_OK || next->folded.size == 0)
            return status;
    }
    return correct_word(rewriting, word);
}

static palpate_status rewrite_tree(struct rewriting *rewriting, struct query_node *node)
{
    palpate_status status = PALPATE_OK;

    if (node->kind == QUERY_PREFIX)
        return PALPATE_OK;
    for (uint32_t i = 0; status == PALPATE_OK && i < node->word_count; i++)
        status = rewrite_unknown(rewriting, &node->words[i],
                i + 1 < node->word_count ? &node->words[i + 1] : NULL);
    for (uint32_t i = 0; status == PALPATE_OK && i < node->child_count; i++) {
        struct query_node *const *child = &node->children[i];
        bool is_pair = i + 1 < node->child_count && child[0]->kind == QUERY_WORD &&
                       child[1]->kind == QUERY_WORD;
        status = is_pair ? rewrite_unknown(rewriting, child[0]->words, child[1]->words)
                         : rewrite_tree(rewriting, child[0]);
    }
    return status;
}

/* A word that was joined to the one before it leaves two spaces behind. */
static void append_single_spaced(struct buffer *out, palpate_view text)
{
    for (size_t i = 0; i < text.size; i++)
        if (text.data[i] != ' ' || (i > 0 && text.data[i - 1] != ' '))
            buffer_append_byte(out, text.data[i]);
}

palpate_status spell_correct(struct corrected_query *out, struct engine *engine,
        struct arena *arena, struct query_tree *tree, palpate_error *err)
{
    struct rewriting rewriting = {
        .engine = engine, .arena = arena, .is_near = true, .is_likely = true, .err = err
    };
    struct buffer written = { 0 };
    struct buffer text = { 0 };

    *out = (struct corrected_query){ { NULL, 0 }, false, false };
    palpate_status status = query_context_collect(&rewriting.context, arena, tree, err);
    if (status == PALPATE_OK)
        status = rewrite_tree(&rewriting, tree->root);
    if (status != PALPATE_OK || !rewriting.changed)
        return status;
    query_write(&written, tree->root);
    append_single_spaced(&text, buffer_view(&written));
    palpate_view copy = written.failed || text.failed
                                ? (palpate_view){ NULL, 0 }
                                : arena_copy(arena, view_trim(buffer_view(&text)));
    buffer_free(&written);
    buffer_free(&text);
    if (copy.data == NULL)
        return fail(err, PALPATE_NO_MEMORY, "out of memory for a spelling");
    *out = (struct corrected_query){ copy, rewriting.is_near, rewriting.is_likely };
    return PALPATE_OK;
}
