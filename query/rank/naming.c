#include "query/rank/naming.h"

#include "core/term.h"
#include "core/token.h"
#include "core/view.h"
#include "query/language/intent.h"
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

/* Whether a word of a text in `language` is too common to name anything. */
static bool is_stop(palpate_view word, const struct stemming *language)
{
    return language == NULL ? is_stop_word(word)
                            : stemming_has_stop_word(language, word);
}

/* Whether the part has no word beyond those that matched. */
static bool says_nothing_else(palpate_view text, const struct matches *matches,
        struct part part, uint32_t offset, const struct stemming *language)
{
    struct tokenizer tokens =
            tokens_of(view_slice(text, part.start - offset, part.end - offset));
    struct token token;

    while (token_next(&tokens, &token)) {
        char folded[WORD_SIZE];
        palpate_view word = { folded,
            word_fold(view_slice(tokens.text, token.offset, token.size), folded) };
        if (!is_matched(matches, part.start + token.offset) &&
                !is_stop(word, language) && !is_question_word(word, language))
            return false;
    }
    return true;
}

/* Whether a word names something and asks for none of `kinds`. */
static bool is_name(const struct query_term *term, uint32_t kinds)
{
    return terms_name_something(term) && (term->kinds & kinds) == 0;
}

static double share_of_part(const struct naming *query, palpate_view text,
        const struct matches *matches, struct part part, uint32_t offset,
        const struct stemming *language)
{
    double share = 0;

    for (uint32_t i = 0; i < query->terms->count; i++) {
        if (!is_name(&query->terms->terms[i], query->kinds))
            continue;
        double here = share_of(query, matches, part, i);
        if (here <= 0)
            return 0;
        share = share == 0 || here < share ? here : share;
    }
    return share > 0 && says_nothing_else(text, matches, part, offset, language) ? share
                                                                                 : 0;
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
        const struct matches *matches, uint32_t offset, const struct stemming *language)
{
    double best = 0;

    for (size_t start = 0; matches->count > 0 && start < text.size;) {
        size_t end = end_of_part(text, start);
        struct part part = { offset + (uint32_t)start, offset + (uint32_t)end };
        double share = share_of_part(query, text, matches, part, offset, language);
        best = share > best ? share : best;
        start = end + 1;
    }
    return best;
}

/* The idf of the words that name something. */
static double idf_of_names(const struct query_terms *terms, uint32_t kinds)
{
    double sum = 0;

    for (uint32_t i = 0; i < terms->count; i++)
        if (is_name(&terms->terms[i], kinds))
            sum += terms->terms[i].idf;
    return sum;
}

double naming_by_title(const struct naming *query, const struct passage_record *record,
        const struct passage_matches *matches)
{
    return share_of_text(query, record->title, &matches->field[FIELD_TITLE], 0,
                   matches->language) *
           idf_of_names(query->terms, query->kinds);
}

/* Whether a word of the query that names something stands in the part. */
static bool holds_name(
        const struct naming *query, const struct matches *matches, struct part part)
{
    for (uint32_t i = 0; i < matches->count; i++)
        if (is_at(&matches->items[i], part) &&
                is_name(&query->terms->terms[matches->items[i].wanted], query->kinds))
            return true;
    return false;
}

bool naming_is_topic(const struct naming *query, const struct passage_record *record,
        const struct passage_matches *matches)
{
    const struct matches *here = &matches->field[FIELD_TITLE];
    palpate_view title = record->title;

    for (size_t start = 0; here->count > 0 && start < title.size;) {
        const struct part part = { (uint32_t)start,
            (uint32_t)end_of_part(title, start) };
        if (holds_name(query, here, part) &&
                says_nothing_else(title, here, part, 0, matches->language))
            return true;
        start = part.end + 1U;
    }
    return false;
}

/* Where the nearest heading starts: the headings of a path are joined. */
static uint32_t offset_of_nearest(const struct passage_record *record)
{
    uint32_t before = 0;

    for (uint32_t i = 0; i + 1 < record->heading_count; i++)
        before += (uint32_t)record->heading[i].size + 1;
    return before;
}

double naming_by_heading(const struct naming *query,
        const struct passage_record *record, const struct passage_matches *matches)
{
    if (record->heading_count == 0)
        return 0;
    return share_of_text(query, record->heading[record->heading_count - 1],
                   &matches->field[FIELD_HEADING], offset_of_nearest(record),
                   matches->language) *
           idf_of_names(query->terms, query->kinds);
}

/* What a stop word counts where a heading is compared with a question: "how" and "why"
   tell two questions about one thing apart. */
static const double FRAME_WORD = 2;

/* What a word of a heading that asks counts against it where the question lacks it, as
   a share of what a word that names something does. */
static const double ASKING_EXCESS = 0.2;

/* What a heading earns for a query of names alone, as a share of what it earns for a
   question: who types a name wants the article. */
static const double BARE_NAMES = 0.3;

/* A heading beside a question, in units of idf. */
struct comparison {
    double own;     /* what it says of the question beyond the title */
    double said;    /* and with what the title says, too */
    double missing; /* of the question, neither in it nor in the title */
    double excess;  /* in it, and not in the question */
};

/* The mean idf of the words that name something. */
static double mean_idf_of_names(const struct query_terms *terms)
{
    uint32_t count = 0;

    for (uint32_t i = 0; i < terms->count; i++)
        count += terms_name_something(&terms->terms[i]);
    return count == 0 ? 1 : idf_of_names(terms, 0) / count;
}

static bool has_frame(const struct query_terms *terms)
{
    for (uint32_t i = 0; i < terms->count; i++)
        if (terms->terms[i].is_scored &&
                (terms->terms[i].is_stop || terms->terms[i].is_asking))
            return true;
    return false;
}

static bool has_stop_words(const struct query_terms *terms)
{
    for (uint32_t i = 0; i < terms->count; i++)
        if (terms->terms[i].is_scored && terms->terms[i].is_stop)
            return true;
    return false;
}

/* Adds what the heading has and lacks of one word of the question. */
static void compare_word(struct comparison *sum, const struct naming *query,
        const struct passage_record *record, const struct passage_matches *matches,
        struct part heading, uint32_t word)
{
    const struct query_term *term = &query->terms->terms[word];
    const struct matches *here = &matches->field[FIELD_HEADING];
    const struct part title = { 0, (uint32_t)record->title.size };

    double worth = term->is_stop ? FRAME_WORD : term->idf;
    double said = worth * share_of(query, here, heading, word);
    bool is_in_title = !term->is_stop &&
                       share_of(query, &matches->field[FIELD_TITLE], title, word) > 0;
    sum->said += said;
    sum->own += is_in_title ? 0 : said;
    sum->missing += said > 0 || is_in_title ? 0 : worth;
}

/* What the words of the heading count that are not in the question. */
static double excess_of(const struct naming *query, palpate_view heading,
        const struct passage_matches *matches, uint32_t offset)
{
    const struct matches *here = &matches->field[FIELD_HEADING];
    const struct stemming *language = matches->language;
    const double name = mean_idf_of_names(query->terms);
    const double stop = has_stop_words(query->terms) ? FRAME_WORD : 0;
    struct tokenizer tokens = tokens_of(heading);
    struct token token;
    double excess = 0;

    while (token_next(&tokens, &token)) {
        char folded[WORD_SIZE];
        palpate_view word = { folded,
            word_fold(view_slice(heading, token.offset, token.size), folded) };
        if (is_matched(here, offset + token.offset))
            continue;
        excess += is_stop(word, language)            ? stop
                  : is_question_word(word, language) ? ASKING_EXCESS * name
                                                     : name;
    }
    return excess;
}

double naming_by_question(const struct naming *query,
        const struct passage_record *record, const struct passage_matches *matches)
{
    const struct matches *here = &matches->field[FIELD_HEADING];
    uint32_t before = offset_of_nearest(record);
    struct comparison sum = { 0 };

    if (record->heading_count == 0 || here->count == 0)
        return 0;
    palpate_view heading = record->heading[record->heading_count - 1];
    const struct part part = { before, before + (uint32_t)heading.size };
    for (uint32_t i = 0; i < query->terms->count; i++)
        if (query->terms->terms[i].is_scored)
            compare_word(&sum, query, record, matches, part, i);
    if (sum.own <= 0)
        return 0;
    sum.excess = excess_of(query, heading, matches, before);
    double alike = sum.said / (sum.said + sum.missing + sum.excess);
    double share = alike * alike * alike * alike; /* nearly the question, or nothing */
    return share * sum.own * (has_frame(query->terms) ? 1 : BARE_NAMES);
}

bool naming_asks_else(
        const struct passage_record *record, const struct passage_matches *matches)
{
    if (record->heading_count == 0)
        return false;
    palpate_view heading = record->heading[record->heading_count - 1];
    const uint32_t before = offset_of_nearest(record);
    struct tokenizer tokens = tokens_of(heading);
    struct token token;

    if (!view_ends_with(heading, PALPATE_VIEW("?")))
        return false;
    while (token_next(&tokens, &token)) {
        char folded[WORD_SIZE];
        palpate_view word = { folded,
            word_fold(view_slice(heading, token.offset, token.size), folded) };
        if (!is_matched(&matches->field[FIELD_HEADING], before + token.offset) &&
                !is_stop(word, matches->language) &&
                !is_question_word(word, matches->language) &&
                intent_of_word(word, matches->language) == 0)
            return true;
    }
    return false;
}
