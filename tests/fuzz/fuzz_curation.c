/* Any bytes are a curation file, or refused with a sentence: what is read is within its
   bounds, every rule of a question has a word, and patterns can be asked. */
#include "core/curation.h"
#include "core/view.h"
#include "fuzz.h"

static void require_rule(const struct curation_rule *rule)
{
    bool is_pattern = rule->verb == CURATION_HIDE || rule->verb == CURATION_BOOST;

    REQUIRE(rule->verb < CURATION_RECENCY);
    REQUIRE(rule->value.size > 0);
    REQUIRE(rule->term_count <= CURATION_TERMS);
    if (!is_pattern)
        REQUIRE(rule->term_count > 0 && rule->question.size > 0);
    if (rule->verb == CURATION_BOOST)
        REQUIRE(rule->strength >= CURATION_LEAST_BOOST &&
                rule->strength <= CURATION_MOST_BOOST);
    if (is_pattern) {
        (void)curation_matches(rule, PALPATE_VIEW("https://h.example/a/b/?c#d"));
        (void)curation_matches(rule, rule->value);
    }
}

void fuzz_one(palpate_view bytes)
{
    static struct analyzer *analyzer;
    struct arena arena = { 0 };
    struct curation curation;
    palpate_error err;

    if (analyzer == NULL)
        REQUIRE(analyzer_open(&analyzer, NULL) == PALPATE_OK);
    if (curation_read(&curation, &arena, PALPATE_VIEW("rules.tsv"), bytes, analyzer,
                &err) != PALPATE_OK)
        fuzz_require_sentence(err.message);
    for (size_t i = 0; i < curation.count; i++)
        require_rule(&curation.rules[i]);
    REQUIRE(curation.recency >= 0);
    arena_free(&arena);
}
