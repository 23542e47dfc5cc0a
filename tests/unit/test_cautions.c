#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "core/view.h"
#include "query/answer/cautions.h"

enum { ARTICLES = CAUTION_HITS + 5 };

static struct arena arena;
static palpate_search_options options;
static struct query_node root;
static struct question question;
static struct candidates candidates;

/* The hit in place i is of article 1000 + i, whose first passage is document i + 1. */
static palpate_hit *hits;
static uint32_t firsts[ARTICLES];

/* What the index holds of each article beyond the candidates, and what it was asked. */
static const char *warnings[ARTICLES][KIND_COUNT];
static uint32_t asked[KIND_COUNT]; /* articles, over all questions for the kind */
static palpate_status answers_with;

static palpate_status look_up(void *user, struct engine_result *out,
        const uint64_t *articles, uint32_t count, enum passage_kind kind,
        palpate_error *err)
{
    struct buffer *bytes = user;

    (void)err;
    asked[kind] += count;
    if (answers_with != PALPATE_OK)
        return answers_with;
    out->hits = calloc(count, sizeof *out->hits);
    assert_non_null(out->hits);
    for (uint32_t i = 0; i < count; i++) {
        const char *text = warnings[articles[i] - 1000][kind];
        struct passage_record record = { .ordinal = 3, .kind = kind };
        if (text == NULL)
            continue;
        record.text = view_of(text);
        buffer_clear(bytes);
        record_encode(bytes, &record, NULL);
        out->hits[out->count++] = (struct engine_hit){ .article = articles[i],
            .data = arena_copy(&arena, buffer_view(bytes)) };
    }
    return PALPATE_OK;
}

static int start(void **state)
{
    (void)state;
    arena_clear(&arena);
    options = (palpate_search_options){ .group = PALPATE_GROUP_ARTICLE };
    root = (struct query_node){ .kind = QUERY_LIST };
    question = (struct question){ .options = &options, .tree = { .root = &root } };
    candidates = (struct candidates){ .arena = &arena };
    memset(warnings, 0, sizeof warnings);
    memset(asked, 0, sizeof asked);
    answers_with = PALPATE_OK;
    hits = arena_zeroed(&arena, ARTICLES, sizeof *hits);
    assert_non_null(hits);
    for (uint32_t i = 0; i < ARTICLES; i++) {
        hits[i] = (palpate_hit){ .article = 1000 + i,
            .url = PALPATE_VIEW("https://c.example/"),
            .kind = kind_word(KIND_OTHER) };
        firsts[i] = i + 1;
    }
    return 0;
}

static int release(void **state)
{
    (void)state;
    arena_free(&arena);
    return 0;
}

static palpate_status add_care(uint32_t count)
{
    struct buffer bytes = { 0 };
    const struct cautions_request request = { .arena = &arena,
        .question = &question,
        .candidates = &candidates,
        .lookup = look_up,
        .user = &bytes };
    palpate_status status = cautions_add(hits, firsts, count, &request, NULL);

    buffer_free(&bytes);
    return status;
}

static void add_candidate(uint32_t first, enum passage_kind kind, const char *text)
{
    const struct candidate candidate = { .first = first,
        .record = { .kind = kind, .text = view_of(text) } };

    assert_int_equal(candidates_add(&candidates, &candidate, NULL), PALPATE_OK);
}

static void assert_care(const palpate_hit *hit, const char *text)
{
    assert_non_null(hit->care);
    assert_true(view_equals(hit->care->text, view_of(text)));
}

static void the_best_warning_among_the_candidates_is_taken(void **state)
{
    (void)state;
    add_candidate(2, KIND_RED_FLAGS, "Of another article.");
    add_candidate(1, KIND_OTHER, "Stretch.");
    add_candidate(1, KIND_CONTRAINDICATIONS, "Not with a fracture.");
    add_candidate(1, KIND_RED_FLAGS, "See a doctor.");
    assert_int_equal(add_care(1), PALPATE_OK);
    assert_care(&hits[0], "Not with a fracture.");
    assert_true(view_equals(hits[0].care->kind, PALPATE_VIEW("contraindications")));
    assert_true(view_equals(hits[0].care->url, hits[0].url));
    assert_int_equal(asked[KIND_CONTRAINDICATIONS], 0);
}

static void a_doubtful_passage_warns_of_nothing(void **state)
{
    (void)state;
    add_candidate(1, KIND_RED_FLAGS, "From the margin.");
    candidates.items[0].record.is_doubtful = true;
    assert_int_equal(add_care(1), PALPATE_OK);
    assert_null(hits[0].care);
}

static void the_index_is_asked_where_no_candidate_warns(void **state)
{
    (void)state;
    add_candidate(1, KIND_CONTRAINDICATIONS, "Known already.");
    warnings[0][KIND_CONTRAINDICATIONS] = "Not asked for.";
    warnings[1][KIND_CONTRAINDICATIONS] = "Not after surgery.";
    assert_int_equal(add_care(3), PALPATE_OK);
    assert_care(&hits[0], "Known already.");
    assert_care(&hits[1], "Not after surgery.");
    assert_null(hits[2].care);
    assert_int_equal(asked[KIND_CONTRAINDICATIONS], 2);
}

/* When to see a doctor belongs beside what the reader might do instead. */
static void red_flags_are_looked_for_beside_treatments_only(void **state)
{
    (void)state;
    for (int i = 0; i < 3; i++)
        warnings[i][KIND_RED_FLAGS] = "See a doctor.";
    hits[1].kind = kind_word(KIND_TREATMENT);
    hits[2].kind = kind_word(KIND_EXERCISES);
    assert_int_equal(add_care(3), PALPATE_OK);
    assert_null(hits[0].care);
    assert_care(&hits[1], "See a doctor.");
    assert_care(&hits[2], "See a doctor.");
    assert_int_equal(asked[KIND_RED_FLAGS], 2);
}

static void who_asks_for_treatment_gets_red_flags_with_every_article(void **state)
{
    (void)state;
    question.kinds = 1U << KIND_TREATMENT;
    warnings[0][KIND_RED_FLAGS] = "See a doctor.";
    assert_int_equal(add_care(2), PALPATE_OK);
    assert_care(&hits[0], "See a doctor.");
    assert_null(hits[1].care);
    assert_int_equal(asked[KIND_RED_FLAGS], 2);
}

static void when_not_to_do_it_comes_before_when_to_see_a_doctor(void **state)
{
    (void)state;
    hits[0].kind = kind_word(KIND_TREATMENT);
    warnings[0][KIND_RED_FLAGS] = "See a doctor.";
    warnings[0][KIND_CONTRAINDICATIONS] = "Not with a fracture.";
    assert_int_equal(add_care(1), PALPATE_OK);
    assert_care(&hits[0], "Not with a fracture.");
    assert_int_equal(asked[KIND_RED_FLAGS], 0);
}

static void a_hit_that_warns_itself_needs_no_other(void **state)
{
    (void)state;
    hits[0].kind = kind_word(KIND_CONTRAINDICATIONS);
    hits[1].kind = kind_word(KIND_RED_FLAGS);
    hits[2].is_related = true;
    for (uint32_t i = 0; i < 3; i++)
        add_candidate(i + 1, KIND_CONTRAINDICATIONS, "Not with a fracture.");
    assert_int_equal(add_care(3), PALPATE_OK);
    for (int i = 0; i < 3; i++)
        assert_null(hits[i].care);
    assert_int_equal(asked[KIND_CONTRAINDICATIONS], 0);
}

static void only_the_first_hits_get_a_warning(void **state)
{
    (void)state;
    for (int i = 0; i < ARTICLES; i++)
        warnings[i][KIND_CONTRAINDICATIONS] = "Not with a fracture.";
    assert_int_equal(add_care(ARTICLES), PALPATE_OK);
    assert_non_null(hits[CAUTION_HITS - 1].care);
    assert_null(hits[CAUTION_HITS].care);
    assert_int_equal(asked[KIND_CONTRAINDICATIONS], CAUTION_HITS);
}

static void single_passages_get_no_warning(void **state)
{
    (void)state;
    options.group = PALPATE_GROUP_NONE;
    add_candidate(1, KIND_CONTRAINDICATIONS, "Not with a fracture.");
    warnings[1][KIND_CONTRAINDICATIONS] = "Not after surgery.";
    assert_int_equal(add_care(2), PALPATE_OK);
    assert_null(hits[0].care);
    assert_null(hits[1].care);
}

static void the_index_is_not_asked_for_articles_of_one_passage(void **state)
{
    (void)state;
    hits[0].kind = kind_word(KIND_TREATMENT);
    firsts[0] = 0;
    assert_int_equal(add_care(1), PALPATE_OK);
    assert_int_equal(asked[KIND_CONTRAINDICATIONS], 0);
    assert_int_equal(asked[KIND_RED_FLAGS], 0);
    assert_null(hits[0].care);
}

static void no_hits_ask_for_nothing(void **state)
{
    (void)state;
    assert_int_equal(add_care(0), PALPATE_OK);
    assert_int_equal(asked[KIND_CONTRAINDICATIONS], 0);
}

static void a_failure_of_the_index_is_passed_on(void **state)
{
    (void)state;
    answers_with = PALPATE_CHANGED;
    assert_int_equal(add_care(1), PALPATE_CHANGED);
    assert_null(hits[0].care);
}

#define TEST(name) cmocka_unit_test_setup(name, start)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(the_best_warning_among_the_candidates_is_taken),
        TEST(a_doubtful_passage_warns_of_nothing),
        TEST(the_index_is_asked_where_no_candidate_warns),
        TEST(red_flags_are_looked_for_beside_treatments_only),
        TEST(who_asks_for_treatment_gets_red_flags_with_every_article),
        TEST(when_not_to_do_it_comes_before_when_to_see_a_doctor),
        TEST(a_hit_that_warns_itself_needs_no_other),
        TEST(only_the_first_hits_get_a_warning),
        TEST(single_passages_get_no_warning),
        TEST(the_index_is_not_asked_for_articles_of_one_passage),
        TEST(no_hits_ask_for_nothing),
        TEST(a_failure_of_the_index_is_passed_on),
    };

    return cmocka_run_group_tests(tests, NULL, release);
}
