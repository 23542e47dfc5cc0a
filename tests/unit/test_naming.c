#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "core/view.h"
#include "fixture_search.h"

/* The article of the name says it once; others say it again and again. */
static const struct fixture_passage PASSAGES[] = {
    { "https://c.example/headache/", "Headache from the neck", "Neck and pain",
            "Neck pain and headache go together: neck pain on one side, with pain in "
            "the neck muscles and in the joints of the neck.",
            KIND_OTHER, NULL },
    { "https://c.example/exercises/", "Exercises for neck pain", "Evidence",
            "Neck pain eases with exercise: in trials neck pain was less, and pain in "
            "the neck came back later.",
            KIND_OTHER, NULL },
    { "https://c.example/neck-pain/", "Neck pain: causes and what helps", "Causes",
            "Most of it comes from muscles and joints, and neck scans tell little.",
            KIND_OTHER, NULL },
    { "https://c.example/capsulitis/", "Adhesive capsulitis", NULL,
            "The capsule thickens in stages, and the arm lifts less.", KIND_OTHER,
            NULL },
    { "https://c.example/wry/", "Wry neck (torticollis)",
            "Is it like a frozen shoulder?",
            "Only in name: a frozen shoulder lasts for years.", KIND_OTHER, NULL },
    { "https://c.example/plaque/", "Psoriasis vulgaris of the scalp", NULL,
            "Flakes and red skin that come and go.", KIND_OTHER, NULL },
    { "https://c.example/salon/", "Hair", NULL,
            "Ask the salon what they use for scaly scalp, and how a scaly scalp is "
            "washed.",
            KIND_OTHER, NULL },
    { "https://c.example/massage/", "Choosing a therapist", NULL,
            "Ask someone you trust, someone with training in massage, and someone "
            "near.",
            KIND_OTHER, NULL },
    { "https://c.example/cancer/", "Massage and illness", NULL,
            "With cancer the oncology team is asked before any massage of the area, "
            "and pressure stays light where bones are thin or platelets few.",
            KIND_CONTRAINDICATIONS, NULL },
    { "https://c.example/flags/", "Fever", NULL,
            "Fever with rigid limbs is an emergency.", KIND_RED_FLAGS, NULL },
    { "https://c.example/limbs/", "Cold", NULL,
            "Fever with rigid limbs passes in a day.", KIND_OTHER, NULL },
};

static const char THESAURUS[] = "frozen shoulder\tadhesive capsulitis\tsynonym\tMeSH\n"
                                "scaly scalp\tpsoriasis vulgaris\tsynonym\tMeSH\n";

static int open_index(void **state)
{
    (void)state;
    return fixture_search_open(PASSAGES, sizeof PASSAGES / sizeof *PASSAGES, THESAURUS);
}

static void assert_first(const char *query, const char *slug)
{
    ask_with(query, NULL);
    assert_true(answer->hit_count > 0);
    palpate_view url = answer->hits[0].url;
    if (view_find(url, view_of(slug)) == url.size)
        fail_msg("%s: %.*s", query, (int)url.size, url.data);
}

static void the_article_of_the_name_comes_first(void **state)
{
    static const char *const QUERIES[] = { "neck pain", "Neck Pain", "pain neck",
        "what is neck pain", "what is the neck pain?", "necks pain" };

    (void)state;
    for (size_t i = 0; i < sizeof QUERIES / sizeof *QUERIES; i++)
        assert_first(QUERIES[i], "/neck-pain/");
}

static void another_name_in_a_title_counts_as_a_title(void **state)
{
    (void)state;
    assert_first("scaly scalp", "/plaque/");
}

static void a_name_with_more_words_is_another_one(void **state)
{
    (void)state;
    assert_first("exercises for neck pain", "/exercises/");
}

static void a_name_in_parentheses_is_one_too(void **state)
{
    (void)state;
    assert_first("torticollis", "/wry/");
    assert_first("wry neck", "/wry/");
}

static double title_part(const palpate_hit *hit)
{
    for (size_t i = 0; i < hit->part_count; i++)
        if (strcmp(hit->parts[i].name, "title") == 0)
            return hit->parts[i].value;
    fail_msg("no part of this name");
    return 0;
}

static void a_title_by_another_name_counts_as_a_title(void **state)
{
    const palpate_search_options options = { .explain = true };
    bool is_found = false;

    (void)state;
    ask_with("frozen shoulder", &options);
    for (size_t i = 0; i < answer->hit_count; i++) {
        palpate_view title = answer->hits[i].title;
        bool is_named = view_equals(title, PALPATE_VIEW("Adhesive capsulitis"));
        is_found |= is_named;
        assert_true((title_part(&answer->hits[i]) > 0) == is_named);
    }
    assert_true(is_found);
}

static void who_only_helps_to_ask_is_no_topic(void **state)
{
    (void)state;
    assert_first("can I massage someone with cancer", "/cancer/");
    assert_first("someone with cancer wants a massage", "/cancer/");
}

static void warnings_nobody_asked_for_come_after_what_answers(void **state)
{
    (void)state;
    assert_first("rigid limbs", "/limbs/");
    assert_first("rigid limbs when to see a doctor", "/flags/");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_article_of_the_name_comes_first),
        cmocka_unit_test(another_name_in_a_title_counts_as_a_title),
        cmocka_unit_test(a_name_with_more_words_is_another_one),
        cmocka_unit_test(a_name_in_parentheses_is_one_too),
        cmocka_unit_test(a_title_by_another_name_counts_as_a_title),
        cmocka_unit_test(who_only_helps_to_ask_is_no_topic),
        cmocka_unit_test(warnings_nobody_asked_for_come_after_what_answers),
    };
    return cmocka_run_group_tests(tests, open_index, fixture_search_close);
}
