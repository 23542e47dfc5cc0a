#include "query/answer/sign_marks.h"

#include "core/characters.h"
#include "core/utf8.h"
#include "core/view.h"

/* Two signs that stand side by side in the question. */
struct pair {
    uint32_t first;
    uint32_t second;
};

struct pairs {
    struct arena *arena;
    struct pair *items;
    size_t count;
    size_t room;
    uint32_t last; /* the sign before, if there is one */
    bool has_last;
    bool failed;
};

static bool is_sign(palpate_view word)
{
    size_t size = 0;

    if (word.size == 0)
        return false;
    uint32_t character = utf8_decode(word, 0, &size);
    return character_is_han_or_kana(character) ||
           character_is_southeast_asian(character);
}

static void take(struct pairs *pairs, const struct query_word *word)
{
    if (!is_sign(word->folded)) {
        pairs->has_last = false;
        return;
    }
    if (pairs->has_last) {
        pairs->failed |= !arena_grow(pairs->arena, (void **)&pairs->items, &pairs->room,
                pairs->count, sizeof *pairs->items);
        if (!pairs->failed)
            pairs->items[pairs->count++] = (struct pair){ pairs->last, word->wanted };
    }
    pairs->last = word->wanted;
    pairs->has_last = true;
}

static void collect(struct pairs *pairs, const struct query_node *node)
{
    bool is_aside = node->role == QUERY_MUST_NOT || node->expansion != NULL;

    pairs->has_last &= !is_aside;
    for (uint32_t i = 0; node->role != QUERY_MUST_NOT && i < node->word_count; i++)
        take(pairs, &node->words[i]);
    for (uint32_t i = 0; node->role != QUERY_MUST_NOT && i < node->child_count; i++)
        collect(pairs, node->children[i]);
    pairs->has_last &= !is_aside;
}

static bool is_pair(const struct pairs *pairs, uint32_t first, uint32_t second)
{
    for (size_t i = 0; i < pairs->count; i++)
        if (pairs->items[i].first == first && pairs->items[i].second == second)
            return true;
    return false;
}

static bool is_in_a_pair(const struct pairs *pairs, uint32_t wanted)
{
    for (size_t i = 0; i < pairs->count; i++)
        if (pairs->items[i].first == wanted || pairs->items[i].second == wanted)
            return true;
    return false;
}

/* Whether two marks are beside each other, and their signs are in the question. */
static bool is_joined(const struct pairs *pairs, const struct sentence_mark *mark)
{
    return mark[0].span.offset + mark[0].span.size == mark[1].span.offset &&
           is_pair(pairs, mark[0].wanted, mark[1].wanted);
}

bool sign_marks_keep(struct sentence_mark *marks, size_t *count, struct arena *arena,
        palpate_view text, const struct query_node *root)
{
    struct pairs pairs = { .arena = arena };
    bool is_before = false; /* the mark before is joined to this one */
    bool has_joined = false;
    size_t kept = 0;

    collect(&pairs, root);
    if (pairs.failed)
        return false;
    for (size_t i = 0; i + 1 < *count; i++)
        has_joined |= is_joined(&pairs, &marks[i]);
    if (!has_joined)
        return true;
    for (size_t i = 0; i < *count; i++) {
        const struct sentence_mark mark = marks[i];
        bool is_after = i + 1 < *count && is_joined(&pairs, &marks[i]);
        palpate_view word = view_slice(text, mark.span.offset, mark.span.size);
        if (is_before || is_after || !is_sign(word) ||
                !is_in_a_pair(&pairs, mark.wanted))
            marks[kept++] = mark;
        is_before = is_after;
    }
    *count = kept;
    return true;
}
