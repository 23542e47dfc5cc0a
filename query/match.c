#include "query/match.h"

#include <string.h>

#include "core/fail.h"
#include "core/token.h"
#include "core/view.h"

static void mark_start(struct matcher *matcher, unsigned char byte)
{
    matcher->starts[byte / 8] |= (uint8_t)(1U << byte % 8);
}

static bool may_start(const struct matcher *matcher, unsigned char byte)
{
    return (matcher->starts[byte / 8] >> byte % 8 & 1) != 0;
}

static bool is_small_letter(char byte)
{
    return byte >= 'a' && byte <= 'z';
}

static void mark_second(struct matcher *matcher, palpate_view term)
{
    if (!is_small_letter(term.data[0]))
        return;
    uint32_t *seconds = &matcher->seconds[term.data[0] - 'a'];
    if (term.size == 1)
        *seconds = UINT32_MAX;
    else if (is_small_letter(term.data[1]))
        *seconds |= UINT32_C(1) << (term.data[1] - 'a');
}

/* Most words are ruled out by their first two letters, before they are folded. */
static bool may_match(const struct matcher *matcher, palpate_view word)
{
    if (!may_start(matcher, (unsigned char)word.data[0]))
        return false;
    if (!term_keeps_start(matcher->analyzer, word))
        return true;
    uint32_t seconds = matcher->seconds[(word.data[0] | 0x20) - 'a'];
    return (seconds >> ((word.data[1] | 0x20) - 'a') & 1) != 0;
}

void matcher_init(struct matcher *matcher, struct analyzer *analyzer,
        const struct wanted *wanted, uint32_t count)
{
    *matcher = (struct matcher){
        .analyzer = analyzer, .wanted = wanted, .wanted_count = count
    };

    /* A letter beyond ASCII may fold to any other. */
    for (unsigned byte = 0x80; byte <= 0xFF; byte++)
        mark_start(matcher, (unsigned char)byte);
    for (uint32_t i = 0; i < count; i++) {
        if (wanted[i].term.size == 0)
            continue;
        unsigned char first = (unsigned char)wanted[i].term.data[0];
        mark_start(matcher, first);
        mark_second(matcher, wanted[i].term);
        if (first >= 'a' && first <= 'z')
            mark_start(matcher, (unsigned char)(first - 'a' + 'A'));
        if (first == 'e') { /* oedema, aetiology: see may_have_term() */
            mark_start(matcher, 'a');
            mark_start(matcher, 'A');
            mark_start(matcher, 'o');
            mark_start(matcher, 'O');
        }
    }
}

/* Occurrences under construction. */
struct found {
    struct matches *matches;
    struct arena *arena;
    size_t room;
    bool failed;
};

static void add(struct found *found, uint32_t wanted, const struct token *token)
{
    struct matches *matches = found->matches;

    if (found->failed ||
            !arena_grow(found->arena, (void **)&matches->items, &found->room,
                    matches->count, sizeof *matches->items)) {
        found->failed = true;
        return;
    }
    matches->items[matches->count++] =
            (struct occurrence){ wanted, token->offset, token->size, token->position };
}

/* The wanted terms that the folded word is, looked at only if its first bytes allow. */
static void match_word(struct found *found, const struct matcher *matcher,
        palpate_view folded, const struct token *token)
{
    palpate_view term = { NULL, 0 };

    for (uint32_t i = 0; i < matcher->wanted_count; i++) {
        const struct wanted *wanted = &matcher->wanted[i];
        if (wanted->is_prefix) {
            if (view_starts_with(folded, wanted->term))
                add(found, i, token);
            continue;
        }
        if (term.data == NULL && may_have_term(folded, wanted->term))
            term = term_of(matcher->analyzer, folded);
        if (term.data != NULL && view_equals(term, wanted->term))
            add(found, i, token);
    }
}

/* How many blocks end between two places of the text. */
static uint32_t blocks_between(palpate_view text, uint32_t from, uint32_t to)
{
    const char *place = text.data + from;
    const char *end = text.data + to;
    uint32_t count = 0;

    while ((place = memchr(place, '\n', (size_t)(end - place))) != NULL) {
        count++;
        place++;
    }
    return count;
}

palpate_status matcher_find(struct matches *out, const struct matcher *matcher,
        struct arena *arena, palpate_view text, palpate_error *err)
{
    struct tokenizer tokens = tokens_of(text);
    struct found found = { .matches = out, .arena = arena };
    struct token token;
    uint32_t looked_at = 0; /* bytes searched for ends of blocks */
    uint32_t gaps = 0;

    *out = (struct matches){ NULL, 0 };
    while (token_next(&tokens, &token)) {
        char word[WORD_SIZE];
        palpate_view typed = { text.data + token.offset, token.size };
        if (!may_match(matcher, typed))
            continue;
        gaps += blocks_between(text, looked_at, token.offset);
        looked_at = token.offset;
        size_t size = word_fold(typed, word);
        token.position += gaps * MATCH_BLOCK_GAP;
        match_word(&found, matcher, (palpate_view){ word, size }, &token);
    }
    if (found.failed)
        return fail(err, PALPATE_NO_MEMORY, "out of memory while matching a passage");
    return PALPATE_OK;
}
