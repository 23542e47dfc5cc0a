/* What the owner of an index decided, in its answers. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "search_passages.h"

static const char RULES[] =
        "pin\tswollen arm|fluid in my arm\thttps://c.example/lymph\n"
        "pin\tfrozen shoulder\thttps://c.example/cold/\n"
        "pin\ttape\thttps://c.example/ankle/\n"
        "pin\ttape\thttps://c.example/lymph/\n"
        "pin\tbooking\thttps://booking.example/c\tBook online\n"
        "note\tchest pain\tCall 112 now.\n"
        "redirect\tstuck arm\tfrozen shoulder\n"
        "redirect\tcircle\tstuck arm\n"
        "hide\t/tape/\n"
        "pin\tskin\thttps://c.example/tape/\n"
        "note\tshouldr\tThat is our magazine.\n"
        "pin\twho are you\thttps://c.example/lymph/\n";

static int open_curated(void **state)
{
    fixture_curation = RULES;
    int result = open_search_passages(state);
    fixture_curation = NULL;
    return result;
}

static void assert_pinned(const char *query, const char *url, const char *question)
{
    ask(query);
    if (answer->hit_count == 0)
        fail_msg("nothing found for %s", query);
    assert_view(answer->hits[0].url, url);
    assert_view(answer->hits[0].pinned, question);
}

static void assert_not_pinned(const char *query)
{
    ask(query);
    for (size_t i = 0; i < answer->hit_count; i++)
        if (answer->hits[i].pinned.size > 0)
            fail_msg("%s has a pinned page", query);
    assert_int_equal(answer->notice_count, 0);
}

static void a_pinned_page_comes_first_however_its_question_is_asked(void **state)
{
    (void)state;
    assert_pinned("swollen arm", "https://c.example/lymph/", "swollen arm");
    assert_pinned("Arms, swollen?", "https://c.example/lymph/", "swollen arm");
    assert_pinned(
            "what about a swollen arm", "https://c.example/lymph/", "swollen arm");
    assert_pinned("fluid in the arms", "https://c.example/lymph/", "fluid in my arm");
    assert_pinned("\"swollen arm\"", "https://c.example/lymph/", "swollen arm");
    assert_pinned("who are you", "https://c.example/lymph/", "who are you");
}

static void other_names_ask_the_same_question(void **state)
{
    const palpate_search_options words_only = { .no_expand = true };

    (void)state;
    assert_pinned("adhesive capsulitis", "https://c.example/cold/", "frozen shoulder");
    ask_with("adhesive capsulitis", &words_only);
    assert_view(answer->hits[0].url, "https://c.example/capsulitis/");
}

static void another_question_has_no_pinned_page(void **state)
{
    (void)state;
    assert_not_pinned("swollen");
    assert_not_pinned("arm");
    assert_not_pinned("swollen arm exercises");
    assert_not_pinned("frozen");
    assert_not_pinned("frozen peas");
    assert_not_pinned("swollen arm -fluid");
    assert_not_pinned("swollen arm kind:treatment");
    assert_not_pinned("title:swollen title:arm");
    assert_not_pinned("who is it");
}

static void a_pinned_page_is_there_once_and_counted_once(void **state)
{
    const palpate_search_options plain = { .no_curation = true };
    size_t count = 0;

    (void)state;
    ask_with("frozen shoulder", &plain);
    uint64_t total = answer->total;
    assert_view(answer->hits[0].url, "https://c.example/frozen/");
    ask("frozen shoulder");
    assert_int_equal(answer->total, total - 1); /* without the one that is hidden */
    for (size_t i = 0; i < answer->hit_count; i++)
        count += view_equals(answer->hits[i].url, view_of("https://c.example/cold/"));
    assert_int_equal(count, 1);
    assert_view(answer->hits[1].url, "https://c.example/frozen/");
    assert_int_equal(answer->hits[1].pinned.size, 0);
    assert_pinned("swollen arm", "https://c.example/lymph/", "swollen arm");
}

static void pinned_pages_stand_in_the_order_of_the_file(void **state)
{
    const palpate_search_options second = { .offset = 1, .limit = 1 };

    (void)state;
    ask("tapes");
    assert_true(answer->hit_count >= 2);
    assert_view(answer->hits[0].url, "https://c.example/ankle/");
    assert_view(answer->hits[1].url, "https://c.example/lymph/");
    ask_with("tapes", &second);
    assert_int_equal(answer->hit_count, 1);
    assert_view(answer->hits[0].url, "https://c.example/lymph/");
}

static void a_page_that_the_index_lacks_is_a_notice(void **state)
{
    (void)state;
    ask("bookings");
    assert_int_equal(answer->hit_count, 0);
    assert_int_equal(answer->notice_count, 1);
    assert_view(answer->notices[0].text, "Book online");
    assert_view(answer->notices[0].url, "https://booking.example/c");
    assert_view(answer->notices[0].question, "booking");
}

static void a_note_is_shown_beside_the_hits(void **state)
{
    (void)state;
    ask("kind:treatment chest pain");
    assert_int_equal(answer->notice_count, 1);
    ask("pain in the chest");
    assert_int_equal(answer->notice_count, 1);
    assert_view(answer->notices[0].text, "Call 112 now.");
    assert_int_equal(answer->notices[0].url.size, 0);
}

static void the_words_of_a_rule_are_no_slips(void **state)
{
    const palpate_search_options plain = { .no_curation = true };

    (void)state;
    ask_with("shouldr", &plain);
    assert_view(answer->corrected, "shoulder");
    ask("shouldr");
    assert_int_equal(answer->corrected.size, 0);
    assert_int_equal(answer->suggestion.size, 0);
    assert_int_equal(answer->notice_count, 1);
    ask("shouldr pain");
    assert_view(answer->corrected, "shoulder pain");
}

static void a_redirected_question_is_answered_as_the_other(void **state)
{
    (void)state;
    ask("stuck arms");
    assert_view(answer->redirected, "frozen shoulder");
    assert_view(answer->query, "stuck arms");
    assert_view(answer->read_as, "frozen shoulder");
    assert_view(answer->hits[0].url, "https://c.example/cold/"); /* pinned for that */
    ask("stuck arm kind:treatment -date:2021");
    assert_view(answer->redirected, "frozen shoulder");
    assert_true(answer->hit_count > 0);
    for (size_t i = 0; i < answer->hit_count; i++) {
        assert_view(answer->hits[i].kind, "treatment");
        assert_int_equal(answer->hits[i].pinned.size, 0);
    }
    ask("kind:treatment (stuck arm)");
    assert_view(answer->redirected, "frozen shoulder");
    ask("stuck (arm kind:treatment)");
    assert_int_equal(answer->redirected.size, 0);
    ask("circles");
    assert_view(answer->redirected, "stuck arm"); /* and not further */
}

static void a_hidden_page_is_never_an_answer(void **state)
{
    palpate_search_options options = { .group = PALPATE_GROUP_NONE };
    const palpate_search_options plain = { .no_curation = true };

    (void)state;
    ask_with("skin", &plain);
    assert_int_equal(answer->total, 1);
    assert_nothing("skin");
    assert_nothing("site:c.example skin");
    ask_with("skin", &options);
    assert_int_equal(answer->total, 0);
    options = (palpate_search_options){ .sort = PALPATE_SORT_NEWEST };
    ask_with("adhesive", &options);
    for (size_t i = 0; i < answer->hit_count; i++)
        assert_false(
                view_equals(answer->hits[i].url, view_of("https://c.example/tape/")));
    options = (palpate_search_options){ .facet_values = 9 };
    ask_with("skin OR ankle", &options);
    assert_int_equal(answer->total, 1);
    assert_int_equal(answer->facets[0].values[0].count, 1);
}

static void a_hidden_page_cannot_be_had_by_name(void **state)
{
    const palpate_search_options plain = { .no_curation = true };
    palpate_answer *passage = NULL;

    (void)state;
    ask_with("skin", &plain);
    uint64_t article = answer->hits[0].article;
    assert_int_equal(
            palpate_passage(&passage, searcher, article, 0, NULL, NULL), PALPATE_OK);
    assert_int_equal(passage->hit_count, 0);
    palpate_answer_free(passage);
}

static void an_explained_answer_says_that_pages_are_hidden(void **state)
{
    const palpate_search_options explain = { .explain = true };

    (void)state;
    ask_with("skin", &explain);
    assert_int_equal(answer->note_count, 1);
    ask("skin");
    assert_int_equal(answer->note_count, 0);
}

static void sorted_by_date_nothing_is_pinned(void **state)
{
    const palpate_search_options newest = { .sort = PALPATE_SORT_NEWEST };

    (void)state;
    ask_with("frozen shoulder", &newest);
    assert_view(answer->hits[0].url, "https://c.example/frozen/");
    assert_int_equal(answer->hits[0].pinned.size, 0);
    ask_with("chest pain", &newest);
    assert_int_equal(answer->notice_count, 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_pinned_page_comes_first_however_its_question_is_asked),
        cmocka_unit_test(other_names_ask_the_same_question),
        cmocka_unit_test(another_question_has_no_pinned_page),
        cmocka_unit_test(a_pinned_page_is_there_once_and_counted_once),
        cmocka_unit_test(pinned_pages_stand_in_the_order_of_the_file),
        cmocka_unit_test(a_page_that_the_index_lacks_is_a_notice),
        cmocka_unit_test(a_note_is_shown_beside_the_hits),
        cmocka_unit_test(the_words_of_a_rule_are_no_slips),
        cmocka_unit_test(a_redirected_question_is_answered_as_the_other),
        cmocka_unit_test(a_hidden_page_is_never_an_answer),
        cmocka_unit_test(a_hidden_page_cannot_be_had_by_name),
        cmocka_unit_test(an_explained_answer_says_that_pages_are_hidden),
        cmocka_unit_test(sorted_by_date_nothing_is_pinned),
    };

    return cmocka_run_group_tests(tests, open_curated, fixture_search_close);
}
