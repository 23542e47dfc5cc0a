#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "core/buffer.h"
#include "core/term.h"
#include "core/view.h"
#include "fixture_search.h"
#include "query/expand/word_families.h"
#include "query/expand/word_variants.h"

static const struct fixture_passage PASSAGES[] = {
    { "https://c.example/spine/", "Spine", NULL, "The spine carries the trunk.",
            KIND_DEFINITION, NULL },
    { "https://c.example/spinal/", "Cord", NULL, "The spinal cord runs inside it.",
            KIND_DEFINITION, NULL },
    { "https://c.example/joined/", "Pictures", NULL, "An xray shows the bone.",
            KIND_DIAGNOSIS, NULL },
    { "https://c.example/apart/", "More pictures", NULL,
            "An X-ray is seldom needed; a follow-up visit is enough.", KIND_DIAGNOSIS,
            NULL },
    { "https://c.example/slash/", "Levels", NULL, "A disc at C5/6 presses on a root.",
            KIND_CAUSES, NULL },
    { "https://c.example/dash/", "More levels", NULL,
            "The joint C5\xE2\x80\x93"
            "C6 is stiff.",
            KIND_CAUSES, NULL },
    { "https://c.example/pt/", "Who helps", NULL,
            "Physical therapy helps after a fall.", KIND_TREATMENT, NULL },
    { "https://c.example/physio/", "Who else helps", NULL,
            "Physiotherapy helps, too, when a foramen is narrow.", KIND_TREATMENT,
            NULL },
};

static struct analyzer *analyzer;

static int open_index(void **state)
{
    (void)state;
    if (analyzer_open(&analyzer, NULL) != PALPATE_OK)
        return -1;
    return fixture_search_open(PASSAGES, sizeof PASSAGES / sizeof *PASSAGES, NULL);
}

static int close_index(void **state)
{
    analyzer_close(analyzer);
    return fixture_search_close(state);
}

/* The variants of words, with '|' between them. */
static const char *variants_of(const char *words)
{
    static struct buffer out;
    struct query_word list[4] = { 0 };
    struct word_variants found;
    struct tokenizer tokens = tokens_of(view_of(words));
    struct token token;
    uint32_t count = 0;

    while (token_next(&tokens, &token))
        list[count++].folded = view_slice(view_of(words), token.offset, token.size);
    word_variants_find(&found, analyzer, list, count, false);
    buffer_free(&out);
    for (uint32_t i = 0; i < found.count; i++) {
        if (i > 0)
            buffer_append_byte(&out, '|');
        buffer_append(&out, (palpate_view){ found.items[i].text, found.items[i].size });
    }
    buffer_append_byte(&out, '\0');
    return out.data;
}

static void two_words_may_be_one_and_one_two(void **state)
{
    (void)state;
    assert_string_equal(variants_of("x ray"), "xray");
    assert_string_equal(variants_of("xray"), "x ray");
    assert_string_equal(variants_of("followup"), "follow up");
    assert_string_equal(variants_of("postoperative"), "post operative");
    assert_string_equal(variants_of("knee"), "");
    assert_string_equal(variants_of("sacroiliac"), "sacro iliac");
    assert_string_equal(variants_of("wheelchairs"), "wheel chair");
}

static void a_level_of_the_spine_is_written_in_several_ways(void **state)
{
    (void)state;
    assert_string_equal(variants_of("c5 6"), "c56|c5 c6");
    assert_string_equal(variants_of("l4 l5"), "l4l5|l4 5");
    assert_string_equal(variants_of("l5 s1"), "l5s1");
    assert_string_equal(variants_of("5 6"), "");
}

static void a_word_brings_its_family(void **state)
{
    (void)state;
    assert_string_equal(variants_of("muscles"), "muscular");
    assert_string_equal(variants_of("spinal"), "spine");
    assert_string_equal(
            variants_of("physiotherapy"), "physio therapy|physical therapy|physio");
    assert_string_equal(
            variants_of("physical therapy"), "physicaltherapy|physiotherapy|physio");
    assert_string_equal(variants_of("edema"), "edematous");
    assert_string_equal(variants_of("oedema"), "edematous");
}

static void a_number_has_a_word_and_a_grouping(void **state)
{
    (void)state;
    assert_string_equal(variants_of("two"), "2");
    assert_string_equal(variants_of("12"), "twelve");
    assert_string_equal(variants_of("third"), "3rd");
    assert_string_equal(variants_of("10,000"), "10000");
    assert_string_equal(variants_of("1234567"), "1,234,567");
    assert_string_equal(variants_of("999"), "");
    assert_string_equal(variants_of("1,5"), "");
    assert_string_equal(variants_of("tens"), "");
}

static void a_unit_is_written_in_full_and_short(void **state)
{
    (void)state;
    assert_string_equal(variants_of("500 mg"),
            "500mg|500mg|500 mg|500mgs|500 mgs|500 milligram|500 milligrams|"
            "500 milligramme|500 milligrammes");
    assert_string_equal(variants_of("two hours"),
            "twohours|2hr|two hr|2 hr|2hrs|two hrs|2 hrs|2hour|two hour|2 hour|"
            "two hours|2 hours");
    assert_string_equal(variants_of("wks"), "wk|wks|week|weeks");
    assert_string_equal(variants_of("foot"), "");
    assert_string_equal(variants_of("6 ft"), "6ft|6ft|6 ft|6foot|6 foot|6feet|6 feet");
}

static void a_numeral_is_roman_after_what_is_numbered(void **state)
{
    (void)state;
    assert_string_equal(variants_of("type ii"), "typeii|type 2");
    assert_string_equal(variants_of("grade 3"), "grade3|grade iii");
    assert_string_equal(variants_of("type iib"), "typeiib|type 2b");
    assert_string_equal(variants_of("stage 3a"), "stage3a|stage iiia");
    assert_string_equal(variants_of("grade 12"), "grade12|grade xii");
    assert_string_equal(variants_of("grade 13"), "grade13");
    assert_string_equal(variants_of("iv drip"), "ivdrip");
}

/* A member that the stemmer leads to the term of another one would never be asked for,
   and one in two families would only ever bring those of the first. */
static void assert_term_of_its_own(struct buffer *all, palpate_view member)
{
    struct buffer key = { 0 };

    buffer_append_byte(&key, '\n');
    assert_true(thesaurus_key(&key, analyzer, member));
    buffer_append_byte(&key, '\n');
    if (view_find(buffer_view(all), buffer_view(&key)) < all->size)
        fail_msg("%.*s", (int)member.size, member.data);
    buffer_append(all, buffer_view(&key));
    buffer_free(&key);
}

static void members_of_families_have_terms_of_their_own(void **state)
{
    struct buffer all = { 0 };
    const char *members;

    (void)state;
    for (size_t i = 0; (members = word_family_at(i)) != NULL; i++) {
        while (*members != '\0') {
            size_t size = strcspn(members, "|");
            assert_term_of_its_own(&all, (palpate_view){ members, size });
            members += size + (members[size] == '|');
        }
    }
    buffer_free(&all);
}

static void assert_found(const char *query, const char *first, const char *second)
{
    ask_with(query, NULL);
    if (answer->hit_count < 2)
        fail_msg("%zu hits for %s", answer->hit_count, query);
    assert_true(view_equals(answer->hits[0].url, view_of(first)));
    assert_true(view_equals(answer->hits[1].url, view_of(second)));
}

static void the_word_as_typed_ranks_above_its_variants(void **state)
{
    (void)state;
    assert_found("spine", "https://c.example/spine/", "https://c.example/spinal/");
    assert_found("spinal", "https://c.example/spinal/", "https://c.example/spine/");
    assert_found("xray", "https://c.example/joined/", "https://c.example/apart/");
    assert_found("x-ray", "https://c.example/apart/", "https://c.example/joined/");
    assert_found("C5-C6", "https://c.example/dash/", "https://c.example/slash/");
    assert_found("c5/6", "https://c.example/slash/", "https://c.example/dash/");
    assert_found(
            "physical therapy", "https://c.example/pt/", "https://c.example/physio/");
}

static void variants_hold_inside_quotes_and_for_words_that_must_be_there(void **state)
{
    (void)state;
    assert_found("\"c5/6\"", "https://c.example/slash/", "https://c.example/dash/");
    assert_found("+spine", "https://c.example/spine/", "https://c.example/spinal/");
}

static palpate_view marked(const palpate_hit *hit, size_t mark)
{
    assert_true(mark < hit->mark_count);
    return view_slice(hit->text, hit->marks[mark].offset, hit->marks[mark].size);
}

/* Of a phrase the words are highlighted where they stand as the phrase, or as its
   variant, and nowhere else. */
static void only_the_phrase_and_its_variant_are_highlighted(void **state)
{
    (void)state;
    ask_with("\"c5/6\"", NULL);
    assert_int_equal(answer->hit_count, 2);
    assert_int_equal(answer->hits[0].mark_count, 2);
    assert_true(view_equals(marked(&answer->hits[0], 0), PALPATE_VIEW("C5")));
    assert_true(view_equals(marked(&answer->hits[0], 1), PALPATE_VIEW("6")));
    assert_int_equal(answer->hits[1].mark_count, 1);
    assert_true(view_equals(marked(&answer->hits[1], 0), PALPATE_VIEW("C5\xE2\x80\x93"
                                                                      "C6")));
    ask_with("\"an xray\"", NULL);
    assert_int_equal(answer->hit_count, 1);
    assert_int_equal(answer->hits[0].mark_count, 2);
}

static void a_variant_says_what_it_is_and_can_be_switched_off(void **state)
{
    const palpate_view disabled = PALPATE_VIEW_INIT("spinal");
    const palpate_search_options without = { .disabled = &disabled,
        .disabled_count = 1 };

    (void)state;
    ask_with("spine", NULL);
    assert_int_equal(answer->expanded_count, 1);
    assert_true(view_equals(answer->expanded[0].to, disabled));
    assert_true(view_equals(answer->expanded[0].relation, PALPATE_VIEW("form")));
    assert_true(view_equals(answer->expanded[0].source, PALPATE_VIEW("palpate")));
    ask_with("spine", &without);
    assert_int_equal(answer->expanded_count, 0);
    assert_int_equal(answer->hit_count, 1);
}

/* "xray" is in no text, "x-ray" is: there is nothing to correct. */
static void a_word_that_was_found_by_a_variant_is_not_misspelled(void **state)
{
    (void)state;
    ask_with("followup visit", NULL);
    assert_int_equal(answer->suggestion.size, 0);
    assert_int_equal(answer->corrected.size, 0);
    assert_true(answer->hit_count >= 1);
}

static void a_variant_that_the_index_lacks_is_not_searched(void **state)
{
    (void)state;
    ask_with("physical trunk", NULL);
    assert_int_equal(answer->expanded_count, 0);
    ask_with("foramina", NULL);
    assert_int_equal(answer->expanded_count, 0);
    assert_int_equal(answer->hit_count, 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(two_words_may_be_one_and_one_two),
        cmocka_unit_test(a_level_of_the_spine_is_written_in_several_ways),
        cmocka_unit_test(a_number_has_a_word_and_a_grouping),
        cmocka_unit_test(a_unit_is_written_in_full_and_short),
        cmocka_unit_test(a_numeral_is_roman_after_what_is_numbered),
        cmocka_unit_test(a_word_brings_its_family),
        cmocka_unit_test(members_of_families_have_terms_of_their_own),
        cmocka_unit_test(the_word_as_typed_ranks_above_its_variants),
        cmocka_unit_test(variants_hold_inside_quotes_and_for_words_that_must_be_there),
        cmocka_unit_test(only_the_phrase_and_its_variant_are_highlighted),
        cmocka_unit_test(a_variant_says_what_it_is_and_can_be_switched_off),
        cmocka_unit_test(a_word_that_was_found_by_a_variant_is_not_misspelled),
        cmocka_unit_test(a_variant_that_the_index_lacks_is_not_searched),
    };
    return cmocka_run_group_tests(tests, open_index, close_index);
}
