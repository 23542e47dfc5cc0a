#include "query/rank/naming.h"

#include "core/term.h"
#include "core/token.h"
#include "core/view.h"
#include "query/language/question_words.h"

/* A part of a title or heading, in bytes of its field. */
struct part {
    uint32_t start;
    uint32_t end;
};

static bool is_at(const struct occurrence *occurrence, struct part part)
{
    return occurrence->offset >= part.start && occurrence->offset < part.end;
}

static bool stands_in(const struct matches *matches, struct part part, uint32_t wanted)
{
    for (uint32_t i = 0; i < matches->count; i++)
        if (matches->items[i].wanted == wanted && is_at(&matches->items[i], part))
            return true;
    return false;
}

/* Whether all words of another name stand in the part, and one of the user's that it is
   for is `term`. */
static bool has_name_for(const struct naming *query, const struct matches *matches,
        struct part part, const struct query_expansion *expansion, uint32_t term)
{
    bool is_for = false;

    for (uint32_t i = 0; i < expansion->word_count; i++)
        is_for |= expansion->words[i].wanted == term;
    for (uint32_t i = 0; is_for && i < expansion->node->word_count; i++) {
        uint32_t word = expansion->node->words[i].wanted;
        is_for = query->terms->terms[word].is_stop || stands_in(matches, part, word);
    }
    return is_for;
}

/* What stands in the part for a word of the query: 1 for itself, the weight of another
   name, 0 for nothing. */
static double share_of(const struct naming *query, const struct matches *matches,
        struct part part, uint32_t term)
{
    double share = stands_in(matches, part, term) ? 1 : 0;

    for (uint32_t i = 0; share < 1 && i < query->expansions->count; i++) {
        const struct query_expansion *expansion = query->expansions->items[i];
        if (expansion->weight > share &&
                has_name_for(query, matches, part, expansion, term))
            share = expansion->weight;
    }
    return share;
}

static bool is_matched(const struct matches *matches, uint32_t offset)
{
    for (uint32_t i = 0; i < matches->count; i++)
        if (matches->items[i].offset == offset)
            return true;
    return false;
}

/* Whether the part has no word beyond those that matched. */
static bool says_nothing_else(palpate_view text, const struct matches *matches,
        struct part part, uint32_t offset)
{
    struct tokenizer tokens =
            tokens_of(view_slice(text, part.start - offset, part.end - offset));
    struct token token;

    while (token_next(&tokens, &token)) {
        char folded[WORD_SIZE];
        palpate_view word = { folded,
            word_fold(view_slice(tokens.text, token.offset, token.size), folded) };
        if (!is_matched(matches, part.start + token.offset) && !is_stop_word(word) &&
                !is_question_word(word))
            return false;
    }
    return true;
}

static double share_of_part(const struct naming *query, palpate_view text,
        const struct matches *matches, struct part part, uint32_t offset)
{
    double share = 0;

    for (uint32_t i = 0; i < query->terms->count; i++) {
        if (!terms_name_something(&query->terms->terms[i]))
            continue;
        double here = share_of(query, matches, part, i);
        if (here <= 0)
            return 0;
        share = share == 0 || here < share ? here : share;
    }
    return share > 0 && says_nothing_else(text, matches, part, offset) ? share : 0;
}

static bool is_dash(palpate_view text, size_t place)
{
    palpate_view rest = view_slice(text, place, text.size);

    return place > 0 && text.data[place - 1] == ' ' &&
           (text.data[place] == '-' ||
                   view_starts_with(rest, PALPATE_VIEW("\xE2\x80\x93")) ||
                   view_starts_with(rest, PALPATE_VIEW("\xE2\x80\x94")));
}

/* Whether a part of a title ends at a place of it. */
static bool ends_part(palpate_view text, size_t place)
{
    switch (text.data[place]) {
    case ':':
    case '(':
    case ')':
    case '?':
    case '|': return true;
    case '-':
    case '\xE2': return is_dash(text, place);
    default: return false;
    }
}

/* Where the part ends that starts at `start`. */
static size_t end_of_part(palpate_view text, size_t start)
{
    size_t end = start;

    while (end < text.size && !ends_part(text, end))
        end++;
    return end;
}

/* What stands in the best part of `text`, which starts at `offset` of its field. */
static double share_of_text(const struct naming *query, palpate_view text,
        const struct matches *matches, uint32_t offset)
{
    double best = 0;

    for (size_t start = 0; matches->count > 0 && start < text.size;) {
        size_t end = end_of_part(text, start);
        struct part part = { offset + (uint32_t)start, offset + (uint32_t)end };
        double share = share_of_part(query, text, matches, part, offset);
        best = share > best ? share : best;
        start = end + 1;
    }
    return best;
}

/* The idf of the words that name something. */
static double idf_of_names(const struct query_terms *terms)
{
    double sum = 0;

    for (uint32_t i = 0; i < terms->count; i++)
        if (terms_name_something(&terms->terms[i]))
            sum += terms->terms[i].idf;
    return sum;
}

double naming_by_title(const struct naming *query, const struct passage_record *record,
        const struct passage_matches *matches)
{
    return share_of_text(query, record->title, &matches->field[FIELD_TITLE], 0) *
           idf_of_names(query->terms);
}

double naming_by_heading(const struct naming *query,
        const struct passage_record *record, const struct passage_matches *matches)
{
    uint32_t before = 0; /* the headings of a path are joined */

    if (record->heading_count == 0)
        return 0;
    for (uint32_t i = 0; i + 1 < record->heading_count; i++)
        before += (uint32_t)record->heading[i].size + 1;
    return share_of_text(query, record->heading[record->heading_count - 1],
                   &matches->field[FIELD_HEADING], before) *
           idf_of_names(query->terms);
}
