#include "query/rank/rank.h"

#include <math.h>

#include "query/rank/naming.h"
#include "query/rank/query_length.h"

enum {
    NEAR_WINDOW = 8, /* words within which two words of the query are near */
    MAX_TERMS = QUERY_MAX_WORDS + MAX_SYNONYMS * THESAURUS_WORDS
};

/* What each part is worth, in units of the idf of the words in it. */
static const double WEIGHTS[RANK_PARTS] = {
    [RANK_WORDS] = 1.0,
    [RANK_OTHER_NAMES] = 1.0,
    [RANK_PROXIMITY] = 0.30,
    [RANK_COVERAGE] = 0.60,
    [RANK_HEADING] = 0.20,
    [RANK_TITLE] = 0.25,
    [RANK_KIND] = 0.14,
    [RANK_LEAD] = 0.02,
    [RANK_ARTICLE] = 0.90,
    [RANK_LIKENESS] = 1.0,
};

/* Who asks whether something is safe, or when to worry, must not have to read past what
   answers: these kinds count twice. */
static const double CAUTION_FACTOR = 2;

/* What a title earns beyond its words where it is what the query names, and what a
   heading does, in units of the idf of what is named. */
static const double NAMED_TITLE = 0.5;
static const double NAMED_HEADING = 0.1;

/* What a passage of warnings loses where nobody asks for warnings, as a share of what
   its kind would earn it. */
static const double UNASKED_WARNING = 0.7;

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
        [RANK_LEAD] = "lead",
        [RANK_ARTICLE] = "article",
        [RANK_LIKENESS] = "likeness",
        [RANK_RELATED] = "related",
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
    struct field_counts found[MAX_TERMS]; /* of each term */
    double whole;                         /* idf of all words of the query */
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

/* The least distance, in words, between an `a` and a `b`; 0 where they never meet
   within the window.  The wrong order counts as one word further apart. */
static uint32_t least_distance(const struct matches *matches, uint32_t a, uint32_t b)
{
    const struct occurrence *last_a = NULL;
    const struct occurrence *last_b = NULL;
    uint32_t best = NEAR_WINDOW + 1;

    for (uint32_t i = 0; i < matches->count; i++) {
        const struct occurrence *here = &matches->items[i];
        uint32_t apart = NEAR_WINDOW + 1;
        if (here->wanted == b) {
            last_b = here;
            if (last_a != NULL)
                apart = here->position - last_a->position;
        } else if (here->wanted == a) {
            last_a = here;
            if (last_b != NULL)
                apart = here->position - last_b->position + 1;
        }
        if (apart > 0 && apart < best)
            best = apart;
    }
    return best <= NEAR_WINDOW ? best : 0;
}

static uint32_t nearest(const struct passage_matches *matches, uint32_t a, uint32_t b)
{
    uint32_t best = 0;

    for (int field = 0; field < FIELD_COUNT; field++) {
        uint32_t apart = least_distance(&matches->field[field], a, b);
        if (apart > 0 && (best == 0 || apart < best))
            best = apart;
    }
    return best;
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
        uint32_t apart = nearest(evidence->matches, order[i], order[i + 1]);
        if (apart > 0)
            sum += fmin(terms->terms[order[i]].idf, terms->terms[order[i + 1]].idf) /
                   apart;
    }
    return sum;
}

/* The idf of the query's words that stand in a field; of all of them for FIELD_COUNT.
 */
static double idf_in(const struct evidence *evidence, int field)
{
    const struct query_terms *terms = evidence->query->terms;
    double sum = 0;

    for (uint32_t i = 0; i < terms->count; i++) {
        bool is_there = field == FIELD_COUNT ? is_found(evidence, i)
                                             : evidence->found[i].count[field] > 0;
        if (is_there && terms_counts(&terms->terms[i]))
            sum += terms->terms[i].idf;
    }
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
        if (nearest(evidence->matches, expansion->words[i].wanted,
                    expansion->words[i + 1].wanted) != 1)
            return false;
    return true;
}

static double impact_of_name(
        const struct evidence *evidence, const struct query_expansion *expansion)
{
    struct field_counts found;

    for (int field = 0; field < FIELD_COUNT; field++)
        found.count[field] = verify_count(
                expansion->node, evidence->matches, (enum passage_field)field);
    return impact_exact(
            &found, &evidence->record->lengths, evidence->record->is_doubtful);
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
        double impact = impact_of_name(evidence, expansion);
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

static double kind_share(
        const struct rank_query *query, const struct passage_record *record)
{
    const uint32_t safety = 1U << KIND_CONTRAINDICATIONS;
    uint32_t kinds = query->kinds | (query->asks_if_safe ? safety : 0);
    bool is_warning = kind_is_warning((int)record->kind);

    if ((kinds >> record->kind & 1) != 0)
        return is_warning ? CAUTION_FACTOR : 1;
    return is_warning && !query->asks_if_safe ? -UNASKED_WARNING : 0;
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
        .asks_if_safe = question->asks_if_safe,
        .without_parts = question->options->without_parts };
}

struct rank_score rank_passage(const struct rank_query *query,
        const struct passage_record *record, const struct passage_matches *matches)
{
    struct evidence evidence = { .query = query, .record = record, .matches = matches };
    const struct naming names = { query->terms, query->expansions };
    struct rank_score score = { 0 };
    double instead = 0;

    gather_evidence(&evidence);
    if (evidence.whole <= 0)
        return score;
    score.part[RANK_WORDS] = score_of_words(&evidence);
    score.part[RANK_OTHER_NAMES] = other_names(&evidence, &instead);
    double brief = query_length_brevity(query->terms);
    double covered = (idf_in(&evidence, FIELD_COUNT) + instead) / evidence.whole;
    score.part[RANK_PROXIMITY] = brief * proximity(&evidence);
    score.part[RANK_COVERAGE] = brief * covered * covered * evidence.whole;
    score.part[RANK_HEADING] = score_of_headings(&evidence);
    score.part[RANK_TITLE] =
            query_length_topicality(query->terms) * idf_in(&evidence, FIELD_TITLE);
    score.part[RANK_KIND] = kind_share(query, record) * covered * evidence.whole;
    score.part[RANK_LEAD] = record->ordinal == 0 ? covered * evidence.whole : 0;
    for (int part = 0; part < RANK_PARTS; part++)
        score.part[part] *= WEIGHTS[part];
    score.part[RANK_HEADING] +=
            NAMED_HEADING * naming_by_heading(&names, record, matches);
    score.part[RANK_TITLE] += NAMED_TITLE * naming_by_title(&names, record, matches);
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
