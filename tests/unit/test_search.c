#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>
#include <palpate/render.h>

#include "core/view.h"
#include "search_passages.h"

static void the_passage_that_says_what_it_is_comes_first(void **state)
{
    (void)state;
    assert_first("frozen shoulder", "https://c.example/frozen/", NULL);
    assert_int_equal(answer->hits[0].more_count, 2);
}

static void another_name_is_found_and_said_to_be(void **state)
{
    (void)state;
    ask("frozen shoulder");
    assert_int_equal(answer->expanded_count, 1);
    assert_view(answer->expanded[0].to, "adhesive capsulitis");
    assert_view(answer->expanded[0].source, "MeSH");
    assert_view(answer->hits[1].url, "https://c.example/capsulitis/");
    assert_true(answer->hits[1].mark_count >= 2);
}

static void peas_on_a_shoulder_are_no_frozen_shoulder(void **state)
{
    (void)state;
    assert_first(
            "frozen peas on a sore shoulder", "https://c.example/cold/", "Cold packs");
    for (size_t i = 0; i < answer->expanded_count; i++)
        assert_view(answer->expanded[i].from, "sore");
    ask("\"frozen shoulder\"");
    assert_int_equal(answer->hit_count, 2);
    for (size_t i = 0; i < answer->hit_count; i++)
        assert_false(
                view_equals(answer->hits[i].url, view_of("https://c.example/cold/")));
}

static void an_expansion_can_be_left_out(void **state)
{
    const palpate_search_options plain = { .no_expand = true };

    (void)state;
    ask_with("\"frozen shoulder\"", &plain);
    assert_int_equal(answer->hit_count, 1);
    assert_int_equal(answer->expanded_count, 0);
}

static void spellings_of_two_countries_meet(void **state)
{
    (void)state;
    assert_first("edema", "https://c.example/lymph/", NULL);
    assert_first("joint mobilization", "https://c.example/frozen/", "Treatment");
}

static void words_that_only_look_alike_are_kept_apart(void **state)
{
    (void)state;
    ask("lateral");
    assert_int_equal(answer->total, 1);
    assert_nothing("adhesions");
}

static void a_phrase_stands_in_its_order(void **state)
{
    (void)state;
    assert_first("\"stiff shoulder\"", "https://c.example/frozen/", "Treatment");
    assert_int_equal(answer->total, 1);
    assert_nothing("\"shoulder stiff\"");
    assert_first("\"bag of frozen peas\"", "https://c.example/cold/", "Cold packs");
    assert_nothing("\"leave a reply\"");
}

static void demands_bans_fields_and_prefixes_hold(void **state)
{
    (void)state;
    assert_first("+peas shoulder", "https://c.example/cold/", "Cold packs");
    assert_int_equal(answer->hit_count, 1);
    ask("shoulder -frozen -adhesive");
    assert_int_equal(answer->hit_count, 0);
    assert_first("title:heat", "https://c.example/cold/", "Cold packs");
    assert_nothing("title:peas");
    assert_first("heading:stages", "https://c.example/capsulitis/", "Stages");
    assert_first("mobilis*", "https://c.example/frozen/", "Treatment");
    assert_first("ligam*", "https://c.example/ankle/", "Exercises");
    assert_nothing("zebra*");
    assert_first("peas NEAR/6 shoulder", "https://c.example/cold/", "Cold packs");
    assert_nothing("peas NEAR/2 shoulder");
}

static void filters_hold_for_the_whole_query(void **state)
{
    (void)state;
    assert_first("shoulder kind:treatment", "https://c.example/frozen/", "Treatment");
    assert_first("kind:exercises", "https://c.example/ankle/", "Exercises");
    assert_int_equal(answer->hit_count, 1);
    ask("kind:treatment date:2020");
    assert_int_equal(answer->hit_count, 1);
    assert_view(answer->hits[0].url, "https://c.example/cold/");
    ask("kind:treatment kind:exercises");
    assert_int_equal(answer->hit_count, 4);
    ask("-kind:treatment");
    assert_int_equal(answer->hit_count, 4);
}

static void flat_results_count_passages(void **state)
{
    const palpate_search_options flat = { .group = PALPATE_GROUP_NONE };

    (void)state;
    ask_with("stiff", &flat);
    assert_int_equal(answer->total, 3);
    assert_true(answer->total_is_exact);
    ask("stiff");
    assert_int_equal(answer->total, 2);
}

static void pages_of_results_join_without_gap_or_overlap(void **state)
{
    struct palpate_search_options page = { .limit = 2 };
    char seen[8][64];
    size_t count = 0;

    (void)state;
    for (page.offset = 0; page.offset < 8; page.offset += 2) {
        ask_with("shoulder stiff oedema ankle tape cold capsulitis", &page);
        for (size_t i = 0; i < answer->hit_count; i++)
            (void)snprintf(seen[count++], sizeof seen[0], "%.*s",
                    (int)answer->hits[i].url.size, answer->hits[i].url.data);
    }
    assert_int_equal(count, 6);
    for (size_t i = 0; i < count; i++)
        for (size_t k = i + 1; k < count; k++)
            assert_string_not_equal(seen[i], seen[k]);
}

static void a_score_is_the_sum_of_its_parts(void **state)
{
    const palpate_search_options explain = { .explain = true };

    (void)state;
    ask_with("frozen shoulder exercises", &explain);
    for (size_t i = 0; i < answer->hit_count; i++) {
        double sum = 0;
        for (size_t k = 0; k < answer->hits[i].part_count; k++)
            sum += answer->hits[i].parts[k].value;
        assert_true(answer->hits[i].part_count > 0);
        assert_true(sum - answer->hits[i].score < 1e-9 &&
                    answer->hits[i].score - sum < 1e-9);
    }
}

/* Sums a part over all hits, or the scores for PALPATE_SCORE_PARTS. */
static double sum_of(uint32_t part)
{
    double sum = 0;

    for (size_t i = 0; i < answer->hit_count; i++)
        sum += part == PALPATE_SCORE_PARTS ? answer->hits[i].score
                                           : answer->hits[i].parts[part].value;
    return sum;
}

/* Who reads how to treat something is told when not to, though the words asked for do
   not stand there. */
static void a_hit_comes_with_what_its_article_warns_of(void **state)
{
    const palpate_search_options flat = { .group = PALPATE_GROUP_NONE };

    (void)state;
    assert_first("mobilisation", "https://c.example/frozen/", "Treatment");
    assert_non_null(answer->hits[0].care);
    assert_view(answer->hits[0].care->kind, "contraindications");
    assert_view(answer->hits[0].care->heading[0], "Cautions");
    assert_true(answer->hits[0].care->snippet.size > 0);
    assert_true(answer->hits[0].care->link.size > 0);
    /* A warning needs no other, and an article without one gives none. */
    assert_first("force", "https://c.example/frozen/", "Cautions");
    assert_null(answer->hits[0].care);
    assert_first("ligament", "https://c.example/ankle/", "Exercises");
    assert_null(answer->hits[0].care);
    ask_with("mobilisation", &flat);
    assert_null(answer->hits[0].care);
}

static void assert_text_has(const char *words)
{
    const palpate_render_options text = { .format = PALPATE_FORMAT_TEXT };
    palpate_view rendering;

    assert_int_equal(palpate_render(&rendering, answer, &text, NULL), PALPATE_OK);
    assert_non_null(strstr(rendering.data, words));
    palpate_rendering_free(rendering);
}

/* One name for a warning, wherever it is shown. */
static void a_warning_is_labelled_with_the_name_of_its_kind(void **state)
{
    (void)state;
    ask("mobilisation");
    assert_text_has("When not to: Cautions");
    ask("force");
    assert_text_has("[When not to]");
}

static void a_small_site_shows_only_what_has_the_words(void **state)
{
    (void)state;
    ask("daily");
    assert_int_equal(answer->hit_count, 1);
}

static void every_part_can_be_left_out_of_the_score(void **state)
{
    palpate_search_options options = { .explain = true, .group = PALPATE_GROUP_NONE };
    static const char *const ASKED = "frozen shoulder exercises daily how often";
    uint32_t part = 0;

    (void)state;
    ask_with(ASKED, &options);
    /* Likeness and what is related are for larger sites: test_related_passages.c; what
       the owner gives is tested in test_steer.c. */
    for (; strcmp(palpate_score_part_name(part), "likeness") != 0; part++) {
        options.without_parts = 0;
        ask_with(ASKED, &options);
        double expected = sum_of(PALPATE_SCORE_PARTS) - sum_of(part);
        assert_true(sum_of(part) != 0);
        options.without_parts = 1U << part;
        ask_with(ASKED, &options);
        assert_string_equal(
                answer->hits[0].parts[part].name, palpate_score_part_name(part));
        assert_true(sum_of(part) == 0);
        assert_true(sum_of(PALPATE_SCORE_PARTS) - expected < 1e-9 &&
                    expected - sum_of(PALPATE_SCORE_PARTS) < 1e-9);
    }
    assert_int_equal(part + 4, answer->hits[0].part_count);
}

static void nothing_is_an_error(void **state)
{
    static const char *const QUERIES[] = { "", "   ", "\"", "(", "AND", "knee AND", "-",
        "+", "***", "title:", "the", "\"to be or not to be\"", "a NEAR", "\xFF\xFE",
        "C5-C6", "don't", "-shoulder", "-kind:faq", "date:9999", "kind:faq" };

    (void)state;
    for (size_t i = 0; i < sizeof QUERIES / sizeof *QUERIES; i++)
        ask(QUERIES[i]);
}

static void a_missing_index_names_the_way_out(void **state)
{
    palpate_searcher *none = NULL;
    palpate_error err;

    (void)state;
    assert_int_equal(
            palpate_searcher_open(&none, "/nonexistent/index", &err), PALPATE_NO_INDEX);
    assert_null(none);
    assert_non_null(strstr(err.message, "/nonexistent/index"));
    assert_non_null(strstr(err.message, "palpate-index"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_passage_that_says_what_it_is_comes_first),
        cmocka_unit_test(another_name_is_found_and_said_to_be),
        cmocka_unit_test(peas_on_a_shoulder_are_no_frozen_shoulder),
        cmocka_unit_test(an_expansion_can_be_left_out),
        cmocka_unit_test(spellings_of_two_countries_meet),
        cmocka_unit_test(words_that_only_look_alike_are_kept_apart),
        cmocka_unit_test(a_phrase_stands_in_its_order),
        cmocka_unit_test(demands_bans_fields_and_prefixes_hold),
        cmocka_unit_test(filters_hold_for_the_whole_query),
        cmocka_unit_test(flat_results_count_passages),
        cmocka_unit_test(pages_of_results_join_without_gap_or_overlap),
        cmocka_unit_test(a_score_is_the_sum_of_its_parts),
        cmocka_unit_test(a_hit_comes_with_what_its_article_warns_of),
        cmocka_unit_test(a_warning_is_labelled_with_the_name_of_its_kind),
        cmocka_unit_test(a_small_site_shows_only_what_has_the_words),
        cmocka_unit_test(every_part_can_be_left_out_of_the_score),
        cmocka_unit_test(nothing_is_an_error),
        cmocka_unit_test(a_missing_index_names_the_way_out),
    };
    return cmocka_run_group_tests(tests, open_search_passages, fixture_search_close);
}
