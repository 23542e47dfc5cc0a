#include "query/language/compound.h"

#include "core/characters.h"
#include "core/fail.h"
#include "core/token.h"
#include "core/utf8.h"
#include "core/view.h"

enum { SHORTEST_PART = 2 /* bytes of a common word in a compound: no "a" and "s" */ };

/* Whether one hyphen stands between all words of a text. */
static bool is_hyphenated(palpate_view text)
{
    struct tokenizer tokens = tokens_of(text);
    struct token token;
    size_t size = 0;

    for (size_t end = 0; token_next(&tokens, &token); end = tokens.offset) {
        bool is_joined = token.position == 0 ||
                         (character_is_hyphen(utf8_decode(text, end, &size)) &&
                                 end + size == token.offset);
        if (!is_joined)
            return false;
    }
    return true;
}

/* The word without the "s" of a common word in the plural: "sit-ups". */
static palpate_view singular(palpate_view folded)
{
    palpate_view one = view_slice(folded, 0, folded.size - (folded.size > 0));

    return view_ends_with(folded, PALPATE_VIEW("s")) && !is_stop_word(folded) &&
                           is_stop_word(one)
                   ? one
                   : folded;
}

static uint32_t count_common(const struct query_word *words, uint32_t count)
{
    uint32_t common = 0;

    for (uint32_t i = 0; i < count; i++)
        common += !words[i].is_capitals && words[i].folded.size >= SHORTEST_PART &&
                  is_stop_word(singular(words[i].folded));
    return common;
}

bool compound_take(struct query_node *phrase, palpate_view text)
{
    if (phrase->word_count < 2 || !is_hyphenated(text) ||
            count_common(phrase->words, phrase->word_count) + 1 != phrase->word_count)
        return false;
    for (uint32_t i = 0; i < phrase->word_count; i++) {
        phrase->words[i].folded = singular(phrase->words[i].folded);
        phrase->words[i].is_glued = i > 0;
    }
    phrase->is_compound = true;
    return true;
}

bool compound_may_be(const struct query_word *first, const struct query_word *second)
{
    return count_common(first, 1) + count_common(second, 1) == 1 &&
           first->folded.size >= SHORTEST_PART && second->folded.size >= SHORTEST_PART;
}

static struct query_node *node_of(
        struct arena *arena, const struct query_node *phrase, struct query_word *word)
{
    struct query_node *node = arena_zeroed(arena, 1, sizeof *node);

    if (node != NULL) {
        node->kind = QUERY_WORD;
        node->field = phrase->field;
        node->words = word;
        node->word_count = 1;
    }
    return node;
}

static bool part(struct query_node *phrase, struct arena *arena)
{
    phrase->children =
            arena_zeroed(arena, phrase->word_count, sizeof(struct query_node *));
    for (uint32_t i = 0; phrase->children != NULL && i < phrase->word_count; i++) {
        phrase->children[i] = node_of(arena, phrase, &phrase->words[i]);
        if (phrase->children[i] == NULL)
            return false;
    }
    phrase->kind = QUERY_LIST;
    phrase->child_count = phrase->word_count;
    phrase->word_count = 0;
    return phrase->children != NULL;
}

palpate_status compounds_part(
        bool *found, struct query_node *root, struct arena *arena, palpate_error *err)
{
    palpate_status status = PALPATE_OK;

    if (root->is_compound) {
        *found = true;
        root->is_compound = false;
        return part(root, arena) ? PALPATE_OK
                                 : fail(err, PALPATE_NO_MEMORY,
                                           "out of memory for the words of a query");
    }
    for (uint32_t i = 0; status == PALPATE_OK && i < root->child_count; i++)
        status = compounds_part(found, root->children[i], arena, err);
    return status;
}
