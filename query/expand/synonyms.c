#include "query/expand/synonyms.h"

#include "core/fail.h"
#include "core/view.h"
#include "query/expand/compound_words.h"
#include "query/expand/lexicon.h"
#include "query/expand/synonym_lookup.h"
#include "query/language/compound.h"

struct expander {
    struct synonym_lookup lookup;
    struct query_expansions *out;
};

static palpate_status no_memory(const struct expander *expander)
{
    return fail(
            expander->lookup.err, PALPATE_NO_MEMORY, "out of memory for other names");
}

static palpate_view text_of(struct arena *arena, struct word_run run)
{
    struct buffer text = { 0 };

    for (uint32_t i = 0; i < run.count; i++) {
        if (i > 0)
            buffer_append_byte(&text, ' ');
        buffer_append(&text, run.words[i].typed);
    }
    palpate_view copy = text.failed ? (palpate_view){ NULL, 0 }
                                    : arena_copy(arena, buffer_view(&text));
    buffer_free(&text);
    return copy;
}

static palpate_status add_name(const struct expander *expander, struct query_node *list,
        struct word_run run, const struct thesaurus_name *name,
        struct query_node *phrase)
{
    struct arena *arena = expander->lookup.request->arena;
    struct query_expansions *out = expander->out;
    struct query_expansion *expansion = arena_zeroed(arena, 1, sizeof *expansion);

    if (expansion == NULL)
        return no_memory(expander);
    *expansion = (struct query_expansion){ .from = text_of(arena, run),
        .to = name->text,
        .source = name->source,
        .relation = name->relation,
        .weight = synonym_weight(name->relation),
        .concept = out->concept_count,
        .node = phrase,
        .words = run.words,
        .word_count = run.count,
        .is_loose = view_equals(name->source, PALPATE_VIEW(LEXICON_SOURCE)) };
    if (expansion->from.data == NULL)
        return no_memory(expander);
    phrase->expansion = expansion;
    out->items[out->count++] = expansion;
    list->children[list->child_count++] = phrase;
    return PALPATE_OK;
}

/* The parts of a compound stand in any order. */
static void stand_near(struct query_node *phrase, const struct thesaurus_name *name)
{
    if (phrase->kind != QUERY_PHRASE ||
            !view_equals(name->source, PALPATE_VIEW(COMPOUND_SOURCE)))
        return;
    phrase->kind = QUERY_NEAR;
    phrase->window = COMPOUND_WINDOW;
}

/* Puts the other names of `run` after what stands in `list`; the list has room for
   them.
   `*found` says whether there were any. */
static palpate_status add_names(const struct expander *expander,
        struct query_node *list, struct word_run run, bool *found)
{
    struct thesaurus_name *names = NULL;
    uint32_t count = 0;
    uint32_t added = 0;
    palpate_status status = PALPATE_OK;

    *found = false;
    if (word_run_content_words(run) > 0)
        status = synonym_lookup_find(&names, &count, &expander->lookup, run);
    if (status == PALPATE_OK && word_run_content_words(run) > 0)
        status = compound_words_add(&names, &count, &expander->lookup, run);
    for (uint32_t i = 0; status == PALPATE_OK && i < count; i++) {
        if (added == SYNONYMS_PER_RUN || expander->out->count == MAX_SYNONYMS)
            break;
        struct query_node *phrase =
                synonym_phrase(expander->lookup.request->arena, names[i].text);
        bool wanted = false;
        if (phrase == NULL)
            return no_memory(expander);
        stand_near(phrase, &names[i]);
        status = synonym_is_wanted(&wanted, &expander->lookup, run, &names[i], phrase);
        if (status != PALPATE_OK || !wanted)
            continue;
        status = add_name(expander, list, run, &names[i], phrase);
        added++;
    }
    *found = added > 0;
    expander->out->concept_count += added > 0;
    return status;
}

/* A list with room for `children` and the other names of them. */
static struct query_node *list_of(
        struct arena *arena, struct query_node **children, uint32_t count)
{
    struct query_node *list = arena_zeroed(arena, 1, sizeof *list);

    if (list == NULL)
        return NULL;
    list->kind = QUERY_LIST;
    list->children =
            arena_zeroed(arena, count + SYNONYMS_PER_RUN, sizeof(struct query_node *));
    if (list->children == NULL)
        return NULL;
    for (uint32_t i = 0; i < count; i++)
        list->children[list->child_count++] = children[i];
    return list;
}

static bool is_open_word(const struct query_node *node)
{
    return node->kind == QUERY_WORD && node->field == QUERY_ANYWHERE &&
           node->role != QUERY_MUST_NOT && node->expansion == NULL;
}

/* How many nodes from `start` on are words of one role, THESAURUS_WORDS at most. */
static uint32_t run_length(const struct query_node *list, uint32_t start)
{
    uint32_t count = 0;

    while (count < THESAURUS_WORDS && start + count < list->child_count &&
            is_open_word(list->children[start + count]) &&
            list->children[start + count]->role == list->children[start]->role)
        count++;
    return count;
}

static struct word_run run_of(
        struct arena *arena, struct query_node **nodes, uint32_t count)
{
    struct word_run run = { arena_zeroed(arena, count, sizeof(struct query_word)),
        count, false };

    for (uint32_t i = 0; run.words != NULL && i < count; i++)
        run.words[i] = nodes[i]->words[0];
    return run;
}

/* The longest run of words from `nodes` on, of `count` at most, that names something:
   its size into `*size`, 0 where there is none, and `*either` the words and the other
   names. */
static palpate_status find_name(const struct expander *expander,
        struct query_node **nodes, uint32_t count, uint32_t *size,
        struct query_node **either)
{
    struct arena *arena = expander->lookup.request->arena;
    bool found = false;

    for (*size = count; *size > 0; --*size) {
        struct word_run run = run_of(arena, nodes, *size);
        run.is_loose = nodes[0]->role == QUERY_SHOULD;
        *either = list_of(arena, nodes, *size);
        if (run.words == NULL || *either == NULL)
            return no_memory(expander);
        palpate_status status = add_names(expander, *either, run, &found);
        if (status != PALPATE_OK || found)
            return status;
    }
    return PALPATE_OK;
}

/* Words that must be there: all of them (the first `count` children of `either`) or
   another name (the others). */
static struct query_node *choice_of(
        struct arena *arena, const struct query_node *either, uint32_t count)
{
    struct query_node *all = list_of(arena, either->children, count);
    struct query_node *choice = all == NULL ? NULL : list_of(arena, &all, 1);

    for (uint32_t i = count; choice != NULL && i < either->child_count; i++)
        choice->children[choice->child_count++] = either->children[i];
    if (choice != NULL)
        choice->role = QUERY_MUST;
    return choice;
}

/* Whether the two first words of `either` are known as one, and say little apart: "well
   being" where the index has "wellbeing". */
static bool is_compound(const struct query_node *either)
{
    const struct query_word *first = &either->children[0]->words[0];
    const struct query_word *second = &either->children[1]->words[0];

    if (!compound_may_be(first, second))
        return false;
    for (uint32_t i = 2; i < either->child_count; i++) {
        const struct query_word *name = &either->children[i]->words[0];
        if (either->children[i]->kind == QUERY_WORD &&
                name->folded.size == first->folded.size + second->folded.size &&
                view_starts_with(name->folded, first->folded) &&
                view_ends_with(name->folded, second->folded))
            return true;
    }
    return false;
}

/* Makes the two first words of `either` a phrase. */
static bool make_compound(struct query_node *either, struct arena *arena)
{
    struct query_node *phrase = arena_zeroed(arena, 1, sizeof *phrase);
    struct query_word *words = arena_zeroed(arena, 2, sizeof *words);

    if (phrase == NULL || words == NULL)
        return false;
    words[0] = either->children[0]->words[0];
    words[1] = either->children[1]->words[0];
    *phrase = (struct query_node){
        .kind = QUERY_PHRASE, .words = words, .word_count = 2
    };
    either->children[0] = phrase;
    for (uint32_t i = 2; i < either->child_count; i++)
        either->children[i - 1] = either->children[i];
    either->child_count--;
    return true;
}

/* Takes the words from `*place` on into `to`, with the other names of what they name,
   and moves `*place` after them. */
static palpate_status expand_words(const struct expander *expander,
        const struct query_node *list, uint32_t *place, struct query_node *to)
{
    struct query_node **nodes = &list->children[*place];
    struct query_node *either = NULL;
    uint32_t size = 0;
    palpate_status status =
            find_name(expander, nodes, run_length(list, *place), &size, &either);

    if (status != PALPATE_OK)
        return status;
    *place += size == 0 ? 1 : size;
    if (size == 0) {
        to->children[to->child_count++] = nodes[0];
    } else if (nodes[0]->role == QUERY_SHOULD) {
        if (size == 2 && is_compound(either) &&
                !make_compound(either, expander->lookup.request->arena))
            return no_memory(expander);
        for (uint32_t i = 0; i < either->child_count; i++)
            to->children[to->child_count++] = either->children[i];
    } else {
        struct query_node *choice =
                choice_of(expander->lookup.request->arena, either, size);
        if (choice == NULL)
            return no_memory(expander);
        to->children[to->child_count++] = choice;
    }
    return PALPATE_OK;
}

/* A phrase becomes: it or another name. */
static palpate_status expand_phrase(
        const struct expander *expander, struct query_node **place)
{
    struct query_node *phrase = *place;
    struct query_node *either = list_of(expander->lookup.request->arena, &phrase, 1);
    struct word_run run = { phrase->words, phrase->word_count, false };
    bool found = false;

    if (either == NULL)
        return no_memory(expander);
    if (phrase->word_count > THESAURUS_WORDS)
        return PALPATE_OK;
    palpate_status status = add_names(expander, either, run, &found);
    if (status != PALPATE_OK || !found)
        return status;
    either->role = phrase->role;
    phrase->role = QUERY_SHOULD;
    *place = either;
    return PALPATE_OK;
}

static palpate_status expand_list(
        const struct expander *expander, struct query_node *list)
{
    struct arena *arena = expander->lookup.request->arena;
    struct query_node to = *list;
    palpate_status status = PALPATE_OK;

    to.child_count = 0;
    to.children = arena_zeroed(arena, (size_t)list->child_count + MAX_SYNONYMS + 1,
            sizeof(struct query_node *));
    if (to.children == NULL)
        return no_memory(expander);
    for (uint32_t i = 0; status == PALPATE_OK && i < list->child_count;) {
        struct query_node *child = list->children[i];
        if (is_open_word(child)) {
            status = expand_words(expander, list, &i, &to);
            continue;
        }
        if (child->kind == QUERY_LIST && child->role != QUERY_MUST_NOT)
            status = expand_list(expander, child);
        if (child->kind == QUERY_PHRASE && child->field == QUERY_ANYWHERE &&
                child->role != QUERY_MUST_NOT)
            status = expand_phrase(expander, &list->children[i]);
        to.children[to.child_count++] = list->children[i++];
    }
    *list = to;
    return status;
}

palpate_status synonyms_add(struct query_expansions *out, struct query_tree *tree,
        const struct synonyms_request *request, palpate_error *err)
{
    struct expander expander = { .lookup = { .request = request, .err = err },
        .out = out };

    *out = (struct query_expansions){ .items = arena_zeroed(request->arena,
                                              MAX_SYNONYMS,
                                              sizeof(struct query_expansion *)) };
    if (out->items == NULL)
        return no_memory(&expander);
    palpate_status status =
            query_context_collect(&expander.lookup.context, request->arena, tree, err);
    if (status == PALPATE_OK)
        status = expand_list(&expander, tree->root);
    for (uint32_t i = 0; i < out->count; i++)
        tree->word_count += THESAURUS_WORDS; /* room for their terms */
    return status;
}
