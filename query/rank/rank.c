#include "query/rank/rank.h"

#include <math.h>

#include "query/rank/asked.h"
#include "query/rank/guide.h"
#include "query/rank/naming.h"
#include "query/rank/nearness.h"
#include "query/rank/query_length.h"

enum { MAX_TERMS = QUERY_MAX_WORDS + MAX_SYNONYMS * THESAURUS_WORDS };

/* What each part is worth, in units of the idf of the words in it. */
static const double WEIGHTS[RANK_PARTS] = {
    [RANK_WORDS] = 1.0,
    [RANK_OTHER_NAMES] = 1.0,
    [RANK_PROXIMITY] = 0.30,
    [RANK_COVERAGE] = 0.60,
    [RANK_HEADING] = 0.20,
    [RANK_TITLE] = 0.25,
    [RANK_KIND] = 0.14,
    [RANK_AMOUNT] = 0.30,
    [RANK_LEAD] = 0.02,
    [RANK_ARTICLE] = 0.90,
    [RANK_LIKENESS] = 1.0,
    [RANK_BOOST] = 1.0,
    [RANK_RECENCY] = 1.0,
};

/* What a title earns beyond its words where it is what the query names, and what a
   heading does, in units of the idf of what is named. */
static const double NAMED_TITLE = 0.5;
static const double NAMED_HEADING = 0.1;

/* What a title earns, in units of idf, that says both the thing and the kind that is
   asked for. */
static const double GUIDE = 1;

/* What a passage earns of the kind that is asked for, in units of the idf of what is
   asked about, where that is what the title names: all its passages are about it. */
static const double ASPECT = 0.5;

/* What is left of what a passage earns for its kind where a question of safety is asked
   and its heading asks another one. */
static const double ASKS_ELSE = 0.5;

/* What a heading earns that is the question, in units of the idf of what it says beyond
   the title. */
static const double ASKED_HEADING = 0.5;

/* What another name weighs at least that is the same thing, and no example of it. */
static const double SAME_THING = 0.5;

/* What the words of a concept lose of their coverage where they stand apart. */
static const double APART_FACTOR = 0.5;

const char *rank_part_name(enum rank_part part)
{
    static const char *const NAMES[RANK_PARTS] = {
        [RANK_WORDS] = "words",
        [RANK_OTHER_NAMES] = "other names",
        [RANK_PROXIMITY] = "proximity",
        [RANK_COVERAGE] = "coverage",
        [RANK_HEADING] = "heading",
        [RANK_TITLE] = "title",
        [RANK_KIND] = "kind",
        [RANK_AMOUNT] = "amount",
        [RANK_LEAD] = "lead",
        [RANK_ARTICLE] = "article",
        [RANK_LIKENESS] = "likeness",
        [RANK_RELATED] = "related",
        [RANK_BOOST] = "boost",
        [RANK_RECENCY] = "recency",
    };

    return NAMES[part];
}

const char *palpate_score_part_name(uint32_t part)
{
    return part < RANK_PARTS ? rank_part_name((enum rank_part)part) : NULL;
}

/* What the scoring of one passage works on. */
struct evidence {
    const struct rank_query *query;
    const struct passage_record *record;
    const struct passage_matches *matches;
    struct field_counts found[MAX_TERMS];    /* of each term */
    struct field_counts named[MAX_SYNONYMS]; /* of each other name */
    double whole;                            /* idf of all words of the query */
};

static void gather_evidence(struct evidence *evidence)
{
    const struct query_terms *terms = evidence->query->terms;

    for (uint32_t i = 0; i < terms->count && i < MAX_TERMS; i++) {
        evidence->found[i] = (struct field_counts){ { 0 } };
        if (terms_counts(&terms->terms[i]))
            evidence->whole += terms->terms[i].idf;
    }
    for (int field = 0; field < FIELD_COUNT; field++) {
        const struct matches *here = &evidence->matches->field[field];
        for (uint32_t i = 0; i < here->count; i++)
            if (here->items[i].wanted < MAX_TERMS)
                evidence->found[here->items[i].wanted].count[field]++;
    }
}

static void count_names(struct evidence *evidence)
{
    const struct query_expansions *expansions = evidence->query->expansions;

    for (uint32_t i = 0; i < expansions->count; i++)
        for (int field = 0; field < FIELD_COUNT; field++)
            evidence->named[i].count[field] = verify_count(expansions->items[i]->node,
                    evidence->matches, (enum passage_field)field);
}

static bool is_found(const struct evidence *evidence, uint32_t term)
{
    const uint32_t *count = evidence->found[term].count;

    return count[FIELD_TEXT] + count[FIELD_HEADING] + count[FIELD_TITLE] > 0;
}

static double word_score(const struct evidence *evidence, uint32_t term)
{
    const struct query_term *asked = &evidence->query->terms->terms[term];

    return terms_counts(asked) ? asked->idf * impact_exact(&evidence->found[term],
                                                      &evidence->record->lengths,
                                                      evidence->record->is_doubtful)
                               : 0;
}

static double score_of_words(const struct evidence *evidence)
{
    double sum = 0;

    for (uint32_t i = 0; i < evidence->query->terms->count; i++)
        sum += word_score(evidence, i);
    return sum;
}

/* Each word of the query and the next one: side by side earns the idf of the commoner
   word, further apart a share of it. */
static double proximity(const struct evidence *evidence)
{
    const struct query_terms *terms = evidence->query->terms;
    uint32_t order[MAX_TERMS];
    uint32_t count = 0;
    double sum = 0;

    for (uint32_t next = 0; next < terms->count; next++)
        for (uint32_t i = 0; i < terms->count && count < MAX_TERMS; i++)
            if (terms_counts(&terms->terms[i]) && terms->terms[i].typed_order == next)
                order[count++] = i;
    for (uint32_t i = 0; i + 1 < count; i++) {
        if (!is_found(evidence, order[i]) || !is_found(evidence, order[i + 1]))
            continue;
        uint32_t apart = nearness_distance(evidence->matches, order[i], order[i + 1]);
        if (apart > 0)
            sum += fmin(terms->terms[order[i]].idf, terms->terms[order[i + 1]].idf) /
                   apart;
    }
    return sum;
}

/* The idf of the query's words that are here at all. */
static double idf_here(const struct evidence *evidence)
{
    const struct query_terms *terms = evidence->query->terms;
    double sum = 0;

    for (uint32_t i = 0; i < terms->count; i++)
        if (terms_counts(&terms->terms[i]) && is_found(evidence, i))
            sum += terms->terms[i].idf;
    return sum;
}

/* What the user's own words for a thing are worth, and what they earn here. */
struct own_words {
    double idf;
    double earned;
    double missing; /* idf of those that are not here */
};

static struct own_words own_words_of(
        const struct evidence *evidence, const struct query_expansion *expansion)
{
    const struct query_terms *terms = evidence->query->terms;
    struct own_words own = { 0, 0, 0 };

    for (uint32_t i = 0; i < terms->count; i++) {
        if (!terms_counts(&terms->terms[i]))
            continue;
        for (uint32_t k = 0; k < expansion->word_count; k++) {
            if (expansion->words[k].wanted != i)
                continue;
            own.idf += terms->terms[i].idf;
            own.earned += word_score(evidence, i);
            own.missing += is_found(evidence, i) ? 0 : terms->terms[i].idf;
            break;
        }
    }
    return own;
}

/* Whether the user's words for a thing stand side by side somewhere: "frozen peas on a
   sore shoulder" is no frozen shoulder. */
static bool is_named(
        const struct evidence *evidence, const struct query_expansion *expansion)
{
    for (uint32_t i = 0; i + 1 < expansion->word_count; i++)
        if (nearness_distance(evidence->matches, expansion->words[i].wanted,
                    expansion->words[i + 1].wanted) != 1)
            return false;
    return true;
}

/* What the best other name of one concept earns beyond the words themselves. `*covered`
   gets the idf that it stands in for; it is negative where the words of the concept are
   there, but neither side by side nor by another name. */
static double other_name(
        const struct evidence *evidence, uint32_t concept, double *covered)
{
    const struct query_expansions *expansions = evidence->query->expansions;
    double best = 0;
    double lost = 0;
    bool has_name = false;

    *covered = 0;
    for (uint32_t i = 0; i < expansions->count; i++) {
        const struct query_expansion *expansion = expansions->items[i];
        if (expansion->concept != concept)
            continue;
        struct own_words own = own_words_of(evidence, expansion);
        double impact = impact_exact(&evidence->named[i], &evidence->record->lengths,
                evidence->record->is_doubtful);
        if (impact <= 0) {
            lost = expansion->is_loose || is_named(evidence, expansion)
                           ? 0
                           : own.idf - own.missing;
            continue;
        }
        has_name = true;
        best = fmax(best, expansion->weight * own.idf * impact - own.earned);
        *covered = fmax(*covered, own.missing * expansion->weight);
    }
    if (!has_name)
        *covered = -APART_FACTOR * lost;
    return best;
}

static double other_names(const struct evidence *evidence, double *covered)
{
    double sum = 0;

    *covered = 0;
    for (uint32_t i = 0; i < evidence->query->expansions->concept_count; i++) {
        double instead = 0;
        sum += other_name(evidence, i, &instead);
        *covered += instead;
    }
    return sum;
}

/* What the title says of a word of the query: 1 for itself, the weight of another name
   of the same thing, 0 for nothing. */
static double share_in_title(const struct evidence *evidence, uint32_t term)
{
    const struct query_expansions *expansions = evidence->query->expansions;
    double share = evidence->found[term].count[FIELD_TITLE] > 0 ? 1 : 0;

    for (uint32_t i = 0; share < 1 && i < expansions->count; i++) {
        const struct query_expansion *expansion = expansions->items[i];
        if (evidence->named[i].count[FIELD_TITLE] == 0 || expansion->is_loose ||
                expansion->weight < SAME_THING || expansion->weight <= share)
            continue;
        for (uint32_t k = 0; k < expansion->word_count; k++)
            if (expansion->words[k].wanted == term)
                share = expansion->weight;
    }
    return share;
}

static double idf_in_title(const struct evidence *evidence)
{
    const struct query_terms *terms = evidence->query->terms;
    double sum = 0;

    for (uint32_t i = 0; i < terms->count; i++)
        if (terms_counts(&terms->terms[i]))
            sum += terms->terms[i].idf * share_in_title(evidence, i);
    return sum;
}

/* The headings tell the passages of an article apart: what its title says too does not.
 */
static double score_of_headings(const struct evidence *evidence)
{
    const struct query_terms *terms = evidence->query->terms;
    double sum = 0;

    for (uint32_t i = 0; i < terms->count; i++) {
        const uint32_t *count = evidence->found[i].count;
        if (terms_counts(&terms->terms[i]) && count[FIELD_HEADING] > 0 &&
                count[FIELD_TITLE] == 0)
            sum += terms->terms[i].idf;
    }
    return sum;
}

static void leave_out(struct rank_score *score, uint32_t without_parts)
{
    score->total = 0;
    for (int part = 0; part < RANK_PARTS; part++) {
        if ((without_parts >> part & 1) != 0)
            score->part[part] = 0;
        score->total += score->part[part];
    }
}

struct rank_query rank_query_of(const struct question *question)
{
    return (struct rank_query){ .terms = &question->terms,
        .expansions = &question->expansions,
        .kinds = question->kinds,
        .counted = question->counted,
        .amounts = question->amounts,
        .asks_if_safe = question->asks_if_safe,
        .without_parts = question->options->without_parts };
}

struct rank_score rank_passage(const struct rank_query *query,
        const struct passage_record *record, const struct passage_matches *matches)
{
    struct evidence evidence = { .query = query, .record = record, .matches = matches };
    const struct naming names = { query->terms, query->expansions, 0 };
    const struct naming topic = { query->terms, query->expansions,
        guide_kinds_beside(query->terms, query->kinds, matches) };
    struct rank_score score = { 0 };
    double instead = 0;

    gather_evidence(&evidence);
    count_names(&evidence);
    if (evidence.whole <= 0)
        return score;
    score.part[RANK_WORDS] = score_of_words(&evidence);
    score.part[RANK_OTHER_NAMES] = other_names(&evidence, &instead);
    double brief = query_length_brevity(query->terms);
    double covered = (idf_here(&evidence) + instead) / evidence.whole;
    score.part[RANK_PROXIMITY] = brief * proximity(&evidence);
    score.part[RANK_COVERAGE] = brief * covered * covered * evidence.whole;
    score.part[RANK_HEADING] = score_of_headings(&evidence);
    score.part[RANK_TITLE] =
            query_length_topicality(query->terms) * idf_in_title(&evidence);
    score.part[RANK_KIND] =
            asked_kind_share(query->kinds, query->asks_if_safe, record) *
            (query->asks_if_safe && naming_asks_else(record, matches) ? ASKS_ELSE : 1) *
            (query->asks_if_safe ? covered : sqrt(fmax(covered, 0))) * evidence.whole;
    score.part[RANK_AMOUNT] =
            asked_amount_share(query->amounts, query->counted, record->text) * covered *
            evidence.whole;
    score.part[RANK_LEAD] = record->ordinal == 0 ? covered * evidence.whole : 0;
    for (int part = 0; part < RANK_PARTS; part++)
        score.part[part] *= WEIGHTS[part];
    score.part[RANK_HEADING] +=
            NAMED_HEADING * naming_by_heading(&names, record, matches) +
            ASKED_HEADING * naming_by_question(&names, record, matches);
    score.part[RANK_TITLE] += NAMED_TITLE * naming_by_title(&names, record, matches);
    if (asked_is_answered(topic.kinds, record))
        score.part[RANK_KIND] += ASPECT * naming_by_title(&topic, record, matches);
    if (!query->asks_if_safe)
        score.part[RANK_TITLE] += GUIDE * guide_to(query->terms, record, matches);
    leave_out(&score, query->without_parts);
    return score;
}

void rank_add(struct rank_score *score, const struct rank_query *query,
        enum rank_part part, double earned)
{
    if ((query->without_parts >> part & 1) != 0)
        return;
    score->part[part] += WEIGHTS[part] * earned;
    score->total += WEIGHTS[part] * earned;
}
