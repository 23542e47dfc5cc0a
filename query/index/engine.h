/* The index as the query side sees it: terms in, passages out.  The only module of the
   query side that knows the binding. */
#ifndef QUERY_ENGINE_H
#define QUERY_ENGINE_H

#include <palpate/search.h>
#include <palpate/status.h>
#include <palpate/view.h>
#include <stdbool.h>
#include <stdint.h>

#include "core/arena.h"
#include "core/curation.h"
#include "core/kind.h"
#include "query/expand/terms.h"
#include "query/index/budget.h"
#include "query/language/syntax.h"

struct engine;
struct vocabulary;

/* Opens the index at `path` and checks that this program can read it. */
palpate_status engine_open(struct engine **out, const char *path, palpate_error *err);
void engine_close(struct engine *engine);

/* Takes up what was published since; `*changed` says whether anything was. */
palpate_status engine_refresh(struct engine *engine, bool *changed, palpate_error *err);

/* Makes the index ready for a question: tries servers again that failed.
   PALPATE_NETWORK with the server where one cannot be asked, unless what others have is
   enough. */
palpate_status engine_ready(struct engine *engine, palpate_error *err);

/* Notes that a search failed by PALPATE_NETWORK, with this message. */
void engine_note_failure(struct engine *engine, const char *message);

/* From now on what servers have that answer is enough. */
void engine_allow_partial(struct engine *engine, bool is_allowed);

/* What a shard is missing of: why, for each place from 0; NULL after the last one. */
const char *engine_missing(const struct engine *engine, uint32_t place);

/* A question begins: records that were handed out to the one before may go, and no
   search outlasts its budget. */
void engine_begin(struct engine *engine, struct budget budget);

/* Whether no time is left for what comes next: its caller does without, and the answer
   is one that was cut. */
bool engine_is_late(struct engine *engine);

/* Whether anything that the question asked for was cut short by its budget. */
bool engine_was_cut(const struct engine *engine);

/* Describes what is open. */
palpate_status engine_info(
        struct engine *engine, palpate_index_info *info, palpate_error *err);

/* The analyzer whose terms the index holds; borrowed. */
struct analyzer *engine_analyzer(struct engine *engine);

/* The language of most passages; NULL for English, and where some are in English. */
const struct stemming *engine_language(const struct engine *engine);

/* Passages that have a folded word, in any language of the index. */
palpate_status engine_word_frequency(uint32_t *frequency, struct engine *engine,
        palpate_view folded, palpate_error *err);

/* Passages in the index. */
uint32_t engine_passages(const struct engine *engine);

/* Passages that have each term of the query, and its idf.  A prefix counts as the sum
   of its terms. */
palpate_status engine_weigh(
        struct engine *engine, struct query_terms *terms, palpate_error *err);

/* Weighs the terms of a claim: an article is what supports it, so that the idf is by
   articles, and words that relate count less.  `share`, from 0 to 1, says how far. */
palpate_status engine_weigh_claim(struct engine *engine, struct query_terms *terms,
        double share, palpate_error *err);

/* Passages that have `term`, and its idf. */
palpate_status engine_frequency(uint32_t *frequency, double *idf, struct engine *engine,
        palpate_view term, palpate_error *err);

/* Leaves those words of a tree in capitals that the index has so; the others are plain
   words. */
palpate_status engine_settle_capitals(
        struct engine *engine, struct query_node *node, palpate_error *err);

/* Finds the words of the index that the unfinished word of a tree may become.  One that
   has become a word already is finished: in capitals, too common to be indexed, or much
   commoner than all longer words together.  Lives in `arena`. */
palpate_status engine_complete(struct engine *engine, struct arena *arena,
        struct query_tree *tree, palpate_error *err);

/* The thesaurus entry of `key`, empty where there is none; valid until the next call.
 */
palpate_status engine_concept(struct engine *engine, palpate_view key,
        palpate_view *value, palpate_error *err);

/* What the owner of the index decided about answers.  Valid until the index is
   refreshed.  PALPATE_CORRUPT where it cannot be read. */
palpate_status engine_curation(
        const struct curation **out, struct engine *engine, palpate_error *err);

/* The same, with the words of questions as they are in a language; NULL for English. */
palpate_status engine_curation_in(const struct curation **out, struct engine *engine,
        const struct stemming *language, palpate_error *err);

/* The document that is passage 0 of the article at `url`, written as people write
   addresses: without its site, with one slash too many or too few at the end, or
   without ".html".  0 where there is none. */
palpate_status engine_find_url(
        uint32_t *first, struct engine *engine, palpate_view url, palpate_error *err);

/* An address that starts with a slash, after the base address of the index; any other
   as it is.  Lives in `arena`. */
palpate_status engine_whole_url(palpate_view *out, struct engine *engine,
        struct arena *arena, palpate_view url, palpate_error *err);

/* Whether any passage has all of `all` and one of `any`, folded words without stop
   words. */
palpate_status engine_meets(bool *meets, struct engine *engine, const palpate_view *all,
        uint32_t all_count, const palpate_view *any, uint32_t any_count,
        palpate_error *err);

/* Whether passages that have `term` are all in languages other than English: such a
   word is nobody's slip in an English query.  Passages that do not say their language
   count as English. */
palpate_status engine_is_foreign(
        bool *is_foreign, struct engine *engine, palpate_view term, palpate_error *err);

/* The terms of words that start with `first`.  Valid until the index is refreshed. */
palpate_status engine_words(const struct vocabulary **out, struct engine *engine,
        unsigned char first, palpate_error *err);

/* Calls `each` for the first `most` terms that start with `prefix`, in the order of
   their bytes, with all they have: for terms of completions (core/schema.h). */
typedef void engine_completion_visit(void *user, palpate_view term, uint32_t frequency);
palpate_status engine_each_completion(struct engine *engine, palpate_view prefix,
        uint32_t most, engine_completion_visit *each, void *user, palpate_error *err);

/* Calls `each` for every META_NAME + name of the thesaurus that starts with `key`. */
palpate_status engine_each_name(struct engine *engine, palpate_view key,
        engine_completion_visit *each, void *user, palpate_error *err);

/* The name after a whole META_NAME + key, copied into `arena`; empty for none. */
palpate_status engine_name(palpate_view *name, struct engine *engine,
        struct arena *arena, palpate_view key, palpate_error *err);

/* Calls `each` with the records of the first few passages that have `term`, until it
   has seen enough and returns false. */
typedef bool engine_record_visit(void *user, palpate_view data);
palpate_status engine_each_record(struct engine *engine, palpate_view term,
        uint32_t most, engine_record_visit *each, void *user, palpate_error *err);

/* Calls `each` with the records of the first passages of articles, until it has seen
   enough and returns false; of more than `most` articles with those of some, from all
   over the index.  A record is valid until `each` returns, and kept for no question. */
palpate_status engine_each_article(struct engine *engine, uint32_t most,
        engine_record_visit *each, void *user, palpate_error *err);

struct engine_hit {
    uint32_t document;
    double weight;
    uint64_t article;  /* key; only where the request asks for it */
    uint32_t date;     /* YYYYMMDD, 0 for none; only where the request asks for it */
    palpate_view data; /* the passage record, but for a request without records: valid
                          until the result is freed and engine_begin() */
};

struct engine_result {
    struct engine_hit *hits; /* best first */
    uint32_t count;
    uint32_t total; /* passages that match: exactly, or at least */
    bool is_exact;
    bool is_partial;      /* the deadline came first: there are no hits */
    struct arena records; /* those that no other question has */
};

struct significant_terms;

struct engine_request {
    const struct query_tree *tree;
    const struct query_terms *terms;
    const struct significant_terms *related; /* searched instead of the tree's words,
                                          under the tree's filters; or NULL */
    palpate_sort sort; /* in the index, before hits are counted off */
    bool with_articles;
    bool with_dates;
    bool without_records;
    bool with_total;  /* as high as it is known without a search for it */
    bool any_will_do; /* hits need no weight and no order: is there one at all? */
    uint32_t offset;
    uint32_t limit;
};

/* The passages that may answer, by impact × idf.  Words are exact; a phrase, NEAR,
   prefix or field brings every passage that could have it: see verify_is_needed().  A
   query without any indexed word or filter finds nothing. */
palpate_status engine_find(struct engine_result *out, struct engine *engine,
        const struct engine_request *request, palpate_error *err);

/* The articles that have words of the query, or the related ones, anywhere, by impact ×
   idf over the whole article in steps of 1/MAX_IMPACT, best first: their first
   passages, without records. Filters, demands and bans are not looked at. */
palpate_status engine_find_articles(struct engine_result *out, struct engine *engine,
        const struct engine_request *request, palpate_error *err);

/* The first passage of a kind in each of the given articles that has one, in the order
   of the index, without weights. */
palpate_status engine_find_kind(struct engine_result *out, struct engine *engine,
        const uint64_t *articles, uint32_t count, enum passage_kind kind,
        palpate_error *err);
void engine_result_free(struct engine_result *result);

/* The record of `document`, valid until engine_begin(). */
palpate_status engine_record(palpate_view *data, struct engine *engine,
        uint32_t document, palpate_error *err);

/* The record of `document` for one look: valid until `owner` is freed, and kept for no
   other question. */
palpate_status engine_pass(palpate_view *data, struct engine_result *owner,
        struct engine *engine, uint32_t document, palpate_error *err);

/* The key of the article that `document` is of. */
palpate_status engine_article(uint64_t *article, struct engine *engine,
        uint32_t document, palpate_error *err);

/* The document that is passage 0 of the article of which `document` is passage
   `ordinal`: it tells articles apart as their keys do.  0 where there can be none. */
uint32_t engine_first(const struct engine *engine, uint32_t document, uint32_t ordinal);

/* The document that is passage `ordinal` of the article whose passage 0 is `first`. */
uint32_t engine_passage(const struct engine *engine, uint32_t first, uint32_t ordinal);

/* The record with the header of the article of which `document` is passage `ordinal`,
   valid until engine_begin(). */
palpate_status engine_head(palpate_view *data, struct engine *engine, uint32_t document,
        uint32_t ordinal, palpate_error *err);

#endif
