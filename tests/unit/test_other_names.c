#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

#include "core/view.h"
#include "fixture_search.h"

enum { MENTIONS = 14 };

static const char THESAURUS[] =
        "frozen shoulder\tadhesive capsulitis\tsynonym\tMeSH\n"
        "frozen shoulder\tcapsular arthropathy\tnarrower\tusage\n"
        "manual edge tester\tMET\tabbreviation\tusage\tambiguous\n";

static char addresses[MENTIONS][64];
static char texts[MENTIONS][80];

/* A site on which many articles mention a frozen shoulder, and the one about it calls
   it by its other name. */
static int open_index(void **state)
{
    struct fixture_passage passages[MENTIONS + 3] = {
        { "https://n.example/capsulitis/", "Stages", "Adhesive capsulitis and stages",
                "First there is pain, then the joint is stiff.", KIND_SYMPTOMS, NULL },
        { "https://n.example/arthropathy/", "Capsular arthropathy", NULL,
                "It is one form of many.", KIND_OTHER, NULL },
        { "https://n.example/tester/", "Tools", NULL,
                "The manual edge tester measures a blade.", KIND_OTHER, NULL },
    };

    (void)state;
    for (size_t i = 0; i < MENTIONS; i++) {
        (void)snprintf(addresses[i], sizeof addresses[i], "https://n.example/%zu/", i);
        (void)snprintf(texts[i], sizeof texts[i],
                "Thing %zu may also help somebody with a frozen shoulder.", i);
        passages[i + 3] = (struct fixture_passage){ addresses[i], "Other things", NULL,
            texts[i], KIND_OTHER, NULL };
    }
    return fixture_search_open(passages, MENTIONS + 3, THESAURUS);
}

/* Place of an article among the hits, from 0, or their number. */
static size_t place_of(const char *url)
{
    size_t place = 0;

    while (place < answer->hit_count &&
            !view_equals(answer->hits[place].url, view_of(url)))
        place++;
    return place;
}

static void the_article_by_another_name_is_seen_below_the_users_words(void **state)
{
    (void)state;
    ask_with("frozen shoulder", NULL);
    size_t place = place_of("https://n.example/capsulitis/");
    assert_int_equal(answer->hit_count, 10);
    assert_int_equal(place, 9);
    assert_true(view_equals(
            answer->hits[place].other_name, view_of("adhesive capsulitis")));
    for (size_t i = 0; i < place; i++)
        assert_int_equal(answer->hits[i].other_name.size, 0);
}

static void an_example_of_it_has_no_place_reserved(void **state)
{
    const palpate_view disabled = PALPATE_VIEW("adhesive capsulitis");
    const palpate_search_options options = { .disabled = &disabled,
        .disabled_count = 1 };

    (void)state;
    ask_with("frozen shoulder", &options);
    assert_int_equal(answer->expanded_count, 1);
    assert_int_equal(place_of("https://n.example/arthropathy/"), 10);
}

static void pages_with_a_reserved_place_join_without_gap_or_overlap(void **state)
{
    palpate_search_options page = { .limit = 3 };
    size_t count = 0;
    size_t seen = 0;

    (void)state;
    for (; page.offset < MENTIONS + 3; page.offset += page.limit) {
        ask_with("frozen shoulder", &page);
        count += answer->hit_count;
        seen += place_of("https://n.example/capsulitis/") < answer->hit_count;
    }
    ask_with("frozen shoulder", NULL);
    assert_int_equal(count, answer->total);
    assert_int_equal(seen, 1);
}

static void an_expansion_says_what_it_is_and_who_says_so(void **state)
{
    (void)state;
    ask_with("frozen shoulder", NULL);
    assert_int_equal(answer->expanded_count, 2);
    assert_true(view_equals(answer->expanded[0].relation, view_of("synonym")));
    assert_true(view_equals(answer->expanded[0].source, view_of("MeSH")));
    assert_true(view_equals(answer->expanded[1].relation, view_of("narrower")));
}

static void a_short_form_means_what_the_other_words_go_with(void **state)
{
    (void)state;
    ask_with("met blade", NULL);
    assert_int_equal(answer->expanded_count, 1);
    assert_true(view_equals(answer->expanded[0].to, view_of("manual edge tester")));
    ask_with("met shoulder", NULL);
    assert_int_equal(answer->expanded_count, 0);
    ask_with("met", NULL);
    assert_int_equal(answer->expanded_count, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_article_by_another_name_is_seen_below_the_users_words),
        cmocka_unit_test(an_example_of_it_has_no_place_reserved),
        cmocka_unit_test(pages_with_a_reserved_place_join_without_gap_or_overlap),
        cmocka_unit_test(an_expansion_says_what_it_is_and_who_says_so),
        cmocka_unit_test(a_short_form_means_what_the_other_words_go_with),
    };
    return cmocka_run_group_tests(tests, open_index, fixture_search_close);
}
