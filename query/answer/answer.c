#include "query/answer/answer.h"
#include "query/language/query_write.h"

#include <stdlib.h>

#include "core/fail.h"
#include "core/utf8.h"

struct owned_answer {
    palpate_answer answer; /* first, so that one address serves both */
    struct arena arena;
};

struct arena *answer_arena(palpate_answer *answer)
{
    return &((struct owned_answer *)answer)->arena;
}

static palpate_status no_memory(palpate_error *err)
{
    return fail(err, PALPATE_NO_MEMORY, "out of memory for the answer");
}

palpate_status answer_copy_text(
        palpate_view *to, palpate_answer *answer, palpate_view text, palpate_error *err)
{
    struct buffer repaired = { 0 };

    utf8_append_repaired(&repaired, text);
    *to = repaired.failed ? (palpate_view){ NULL, 0 }
                          : arena_copy(answer_arena(answer), buffer_view(&repaired));
    buffer_free(&repaired);
    return to->data == NULL ? no_memory(err) : PALPATE_OK;
}

palpate_status answer_open(palpate_answer **out, palpate_view query, palpate_error *err)
{
    struct owned_answer *owned = calloc(1, sizeof *owned);

    *out = NULL;
    if (owned == NULL)
        return no_memory(err);
    *out = &owned->answer;
    return answer_copy_text(&owned->answer.query, &owned->answer, query, err);
}

void palpate_answer_free(palpate_answer *answer)
{
    if (answer == NULL)
        return;
    arena_free(answer_arena(answer));
    free(answer);
}

palpate_status answer_write_reading(
        palpate_answer *answer, const struct query_tree *tree, palpate_error *err)
{
    struct buffer text = { 0 };
    palpate_status status = PALPATE_OK;

    query_write(&text, tree->root);
    status = text.failed ? no_memory(err)
                         : answer_copy_text(
                                   &answer->read_as, answer, buffer_view(&text), err);
    buffer_free(&text);
    return status;
}

palpate_status answer_write_expansions(palpate_answer *answer,
        const struct query_expansions *expansions, const struct query_terms *terms,
        palpate_error *err)
{
    palpate_expansion *list =
            arena_zeroed(answer_arena(answer), expansions->count + 1U, sizeof *list);

    if (list == NULL)
        return no_memory(err);
    answer->expanded = list;
    for (uint32_t i = 0; i < expansions->count; i++) {
        const struct query_expansion *from = expansions->items[i];
        palpate_expansion *to = &list[answer->expanded_count];
        if (!terms_are_indexed(terms, from->node))
            continue;
        if (answer_copy_text(&to->from, answer, from->from, err) != PALPATE_OK ||
                answer_copy_text(&to->to, answer, from->to, err) != PALPATE_OK ||
                answer_copy_text(&to->source, answer, from->source, err) !=
                        PALPATE_OK ||
                answer_copy_text(&to->relation, answer,
                        thesaurus_relation_word(from->relation), err) != PALPATE_OK)
            return PALPATE_NO_MEMORY;
        answer->expanded_count++;
    }
    return PALPATE_OK;
}
