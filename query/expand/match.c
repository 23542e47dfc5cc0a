#include "query/expand/match.h"

#include <string.h>

#include "core/ascii.h"
#include "core/capitals.h"
#include "core/fail.h"
#include "core/schema.h"
#include "core/token.h"
#include "core/view.h"

enum { LETTERS = 26 };

static void mark_start(struct matcher *matcher, unsigned char byte)
{
    matcher->starts[byte / 8] |= (uint8_t)(1U << byte % 8);
}

static bool may_start(const struct matcher *matcher, unsigned char byte)
{
    return (matcher->starts[byte / 8] >> byte % 8 & 1) != 0;
}

static void mark_second(struct matcher *matcher, palpate_view term)
{
    if (!ascii_is_lower(term.data[0]))
        return;
    uint32_t *ruled_out = &matcher->ruled_out[term.data[0] - 'a'];
    if (term.size == 1)
        *ruled_out = 0;
    else if (ascii_is_lower(term.data[1]))
        *ruled_out &= ~(UINT32_C(1) << (term.data[1] - 'a'));
}

/* Whether byte number `i`, the third or the fourth, may change how the term starts:
   foetus. */
static bool may_change_start(palpate_view word, size_t i)
{
    return i < word.size && ((unsigned char)word.data[i] >= 0x80 ||
                                    ((word.data[i] | 0x20) == 'e' &&
                                            ((word.data[i - 1] | 0x20) == 'a' ||
                                                    (word.data[i - 1] | 0x20) == 'o')));
}

/* Most words of English are ruled out by their first two letters, before they are
   looked up or folded. */
static inline bool is_ruled_out(const struct matcher *matcher, palpate_view word)
{
    if (word.size < 2)
        return false;
    const unsigned first = ((unsigned char)word.data[0] | 0x20U) - 'a';
    const unsigned second = ((unsigned char)word.data[1] | 0x20U) - 'a';
    return first < LETTERS && second < LETTERS &&
           (matcher->ruled_out[first] >> second & 1) != 0 &&
           !may_change_start(word, 2) && !may_change_start(word, 3);
}

/* What words start with that are wanted: the term, without the prefix of capitals. */
static palpate_view word_of(const struct wanted *wanted)
{
    size_t prefix = wanted->is_capitals ? sizeof PREFIX_CAPITALS - 1 : 0;

    return view_slice(wanted->term, prefix, wanted->term.size);
}

/* Lets words through that may be the one. */
static void mark_word(struct matcher *matcher, palpate_view word)
{
    if (word.size == 0)
        return;
    unsigned char first = (unsigned char)word.data[0];
    mark_start(matcher, first);
    mark_second(matcher, word);
    if (ascii_is_lower(first))
        mark_start(matcher, (unsigned char)(first - 'a' + 'A'));
    if (first == 'e') { /* oedema, aetiology: see may_have_term() */
        mark_start(matcher, 'a');
        mark_start(matcher, 'A');
        mark_start(matcher, 'o');
        mark_start(matcher, 'O');
    }
}

/* What words of any start must not be looked at, before one is wanted: an ae or oe at
   the start may become an e. */
static void rule_out_all(struct matcher *matcher)
{
    const uint32_t *changing = term_changing_starts(matcher->analyzer);

    for (unsigned i = 0; i < LETTERS; i++)
        matcher->ruled_out[i] = ~changing[i];
    matcher->ruled_out['a' - 'a'] &= ~(UINT32_C(1) << ('e' - 'a'));
    matcher->ruled_out['o' - 'a'] &= ~(UINT32_C(1) << ('e' - 'a'));
}

void matcher_init(struct matcher *matcher, struct analyzer *analyzer,
        const struct wanted *wanted, uint32_t count)
{
    *matcher = (struct matcher){
        .analyzer = analyzer, .wanted = wanted, .wanted_count = count
    };

    rule_out_all(matcher);
    matcher->remembers = count < MATCH_NONE;
    for (uint32_t i = 0; i < count; i++)
        matcher->remembers &= !wanted[i].is_prefix && !wanted[i].is_capitals;
    /* A letter beyond ASCII may fold to any other. */
    for (unsigned byte = 0x80; byte <= 0xFF; byte++)
        mark_start(matcher, (unsigned char)byte);
    for (uint32_t i = 0; i < count; i++) {
        if (!wanted[i].is_unfinished)
            mark_word(matcher, word_of(&wanted[i]));
        for (uint32_t k = 0; k < wanted[i].form_count; k++)
            mark_word(matcher, wanted[i].forms[k]);
        for (uint32_t k = 0; k < wanted[i].completion_count; k++)
            mark_word(matcher, wanted[i].completions[k]);
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

/* Occurrences under construction. */
struct found {
    struct matches *matches;
    struct arena *arena;
    palpate_view text;
    uint32_t looked_at; /* bytes searched for ends of blocks */
    uint32_t gaps;      /* those found */
    size_t room;
    bool failed;
};

static void add_match(struct found *found, uint32_t wanted, const struct token *token)
{
    struct matches *matches = found->matches;

    if (found->failed ||
            !arena_grow(found->arena, (void **)&matches->items, &found->room,
                    matches->count, sizeof *matches->items)) {
        found->failed = true;
        return;
    }
    found->gaps += blocks_between(found->text, found->looked_at, token->offset);
    found->looked_at = token->offset;
    matches->items[matches->count++] = (struct occurrence){ wanted, token->offset,
        token->size, token->position + found->gaps * MATCH_BLOCK_GAP };
}

static bool is_name(palpate_view text, const struct token *token)
{
    return capitals_size(view_slice(text, token->offset, token->size)) > 0 &&
           capitals_stand_out(text, token);
}

/* What is asked of one word of a text. */
struct looked_at_word {
    palpate_view folded;
    palpate_view term; /* once it is needed */
    const struct token *token;
};

/* Stems the word at most once, and only where its first letter lets it be the term. */
static inline bool has_term(
        struct looked_at_word *word, const struct matcher *matcher, palpate_view term)
{
    if (matcher->language == 0 && !may_have_term(word->folded, term))
        return false;
    if (word->term.data == NULL)
        word->term = term_of(matcher->analyzer, word->folded);
    return view_equals(word->term, term);
}

/* Whether the word goes on after one of the starts that are wanted, as its language
   writes them. */
static bool starts_as_wanted(const struct looked_at_word *word,
        const struct matcher *matcher, const struct wanted *wanted)
{
    const struct stemming *language = analyzer_language(matcher->analyzer);
    char bytes[WORD_SIZE];
    palpate_view start = word->folded;

    if (view_starts_with(start, wanted->term))
        return true;
    if (language == NULL)
        return false;
    start = (palpate_view){ bytes, stemming_start(language, start, bytes) };
    bool starts = view_starts_with(start, wanted->term);
    for (uint32_t i = 0; !starts && i < wanted->form_count; i++)
        starts = view_starts_with(start, wanted->forms[i]);
    return starts;
}

static bool is_wanted(struct looked_at_word *word, const struct found *found,
        const struct matcher *matcher, const struct wanted *wanted)
{
    if (wanted->is_prefix)
        return starts_as_wanted(word, matcher, wanted);
    if (wanted->is_capitals)
        return view_equals(word->folded, word_of(wanted)) &&
               is_name(found->text, word->token);
    if (!wanted->is_unfinished && has_term(word, matcher, wanted->term))
        return true;
    for (uint32_t i = 0; i < wanted->form_count; i++)
        if (has_term(word, matcher, wanted->forms[i]))
            return true;
    for (uint32_t i = 0; i < wanted->completion_count; i++)
        if (has_term(word, matcher, wanted->completions[i]))
            return true;
    return false;
}

/* Adds the wanted terms that the folded word is, looked at only if its first bytes
   allow.  Returns the one that is a stem, or MATCH_NONE. */
static uint32_t match_word(struct found *found, const struct matcher *matcher,
        palpate_view folded, const struct token *token)
{
    struct looked_at_word word = { .folded = folded, .token = token };
    uint32_t own = MATCH_NONE;

    for (uint32_t i = 0; i < matcher->wanted_count; i++) {
        const struct wanted *wanted = &matcher->wanted[i];
        if (!is_wanted(&word, found, matcher, wanted))
            continue;
        add_match(found, i, token);
        if (!wanted->is_prefix && !wanted->is_capitals)
            own = i;
    }
    return own;
}

/* The word as it is remembered; of size 0 where it is not, for its length. */
static struct match_memory memory_of(palpate_view word)
{
    struct match_memory memory = { 0 };
    uint32_t halves[2];

    if (word.size > 2 * sizeof memory.start)
        return memory;
    memory.size = (uint8_t)word.size;
    if (word.size >= sizeof memory.start) {
        memcpy(&memory.start, word.data, sizeof memory.start);
        memcpy(&memory.end, word.data + word.size - sizeof memory.end,
                sizeof memory.end);
    } else if (word.size >= sizeof *halves) {
        memcpy(&halves[0], word.data, sizeof *halves);
        memcpy(&halves[1], word.data + word.size - sizeof *halves, sizeof *halves);
        memory.start = halves[0];
        memory.end = halves[1];
    } else {
        memory.start = (unsigned char)word.data[0];
        memory.end = (uint64_t)(unsigned char)word.data[word.size / 2] << 8 |
                     (unsigned char)word.data[word.size - 1];
    }
    return memory;
}

static size_t slot_of(const struct match_memory *memory)
{
    const uint64_t mixed =
            (memory->start ^ memory->size) * UINT64_C(0x9E3779B97F4A7C15) + memory->end;

    return (size_t)(mixed * UINT64_C(0xD6E8FEB86659FD93) >> (64 - MATCH_MEMORY_BITS));
}

/* Folds a word and compares it, unless it is known what it is. */
static void look_at(struct found *found, struct matcher *matcher, palpate_view typed,
        const struct token *token)
{
    struct match_memory word = memory_of(typed);
    struct match_memory *known = &matcher->memory[slot_of(&word)];
    char folded[WORD_SIZE];

    if (matcher->remembers && word.size > 0 && known->size == word.size &&
            known->language == matcher->language && known->start == word.start &&
            known->end == word.end) {
        if (known->wanted != MATCH_NONE)
            add_match(found, known->wanted, token);
        return;
    }
    word.language = matcher->language;
    size_t size = word_fold(typed, folded);
    word.wanted =
            (uint8_t)match_word(found, matcher, (palpate_view){ folded, size }, token);
    *known = word;
}

palpate_status matcher_find(struct matches *out, struct matcher *matcher,
        struct arena *arena, palpate_view text, palpate_error *err)
{
    struct tokenizer tokens = tokens_of(text);
    struct found found = { .matches = out, .arena = arena, .text = text };
    const struct stemming *language = analyzer_language(matcher->analyzer);
    struct token token;

    *out = (struct matches){ NULL, 0 };
    matcher->language = language == NULL ? 0 : (uint8_t)(stemming_number(language) + 1);
    while (token_next(&tokens, &token)) {
        palpate_view word = { text.data + token.offset, token.size };
        if (matcher->language != 0 ||
                (may_start(matcher, (unsigned char)word.data[0]) &&
                        !is_ruled_out(matcher, word)))
            look_at(&found, matcher, word, &token);
    }
    if (found.failed)
        return fail(err, PALPATE_NO_MEMORY, "out of memory while matching a passage");
    return PALPATE_OK;
}
