#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "core/buffer.h"
#include "core/thesaurus_compile.h"
#include "core/view.h"
#include "query/expand/synonyms.h"
#include "query/language/parse.h"
#include "query/language/query_write.h"

static struct analyzer *analyzer;
static struct arena arena;
static struct query_tree tree;
static struct query_expansions expansions;

/* A compiled thesaurus in memory. */
static struct {
    struct buffer key;
    struct buffer value;
} entries[32];
static size_t entry_count;

static const char THESAURUS[] =
        "frozen shoulder\tadhesive capsulitis\tsynonym\tMeSH\n"
        "muscle energy technique\tMET\tabbreviation\tusage\tambiguous\n"
        "arthritis\tgout\tnarrower\tMeSH\n"
        "tennis elbow\tlateral epicondylitis\tsynonym\tNHS\n"
        "elbow\tcubital joint\tlay\tusage\n"
        "ankylosing spondylitis\tAS\tabbreviation\tusage\n"
        "cartilage\tgristle\tlay\tusage\n"
        "gristle\tcartilage\tlay\tother\n";

static palpate_status keep(
        void *user, palpate_view key, palpate_view value, palpate_error *err)
{
    (void)user;
    (void)err;
    buffer_append(&entries[entry_count].key, key);
    buffer_append(&entries[entry_count++].value, value);
    return PALPATE_OK;
}

static palpate_status look_up(
        void *user, palpate_view key, palpate_view *value, palpate_error *err)
{
    (void)user;
    (void)err;
    *value = (palpate_view){ NULL, 0 };
    for (size_t i = 0; i < entry_count; i++)
        if (view_equals(key, buffer_view(&entries[i].key)))
            *value = buffer_view(&entries[i].value);
    return PALPATE_OK;
}

/* A site on which muscle energy technique is done to necks and nothing else. */
static palpate_status meets(void *user, bool *is_met, const palpate_view *name,
        uint32_t count, const struct query_context *context, palpate_error *err)
{
    (void)user;
    (void)err;
    *is_met = false;
    for (uint32_t i = 0; i < context->count; i++)
        if (count == 3 && view_equals(name[0], PALPATE_VIEW("muscle")))
            *is_met |= view_equals(context->words[i], PALPATE_VIEW("neck"));
    return PALPATE_OK;
}

static int open_all(void **state)
{
    const struct thesaurus_file file = { PALPATE_VIEW("t.tsv"), view_of(THESAURUS) };

    (void)state;
    if (analyzer_open(&analyzer, NULL) != PALPATE_OK)
        return -1;
    return thesaurus_compile(&file, 1, analyzer, keep, NULL, NULL) == PALPATE_OK ? 0
                                                                                 : -1;
}

static int close_all(void **state)
{
    (void)state;
    for (size_t i = 0; i < entry_count; i++) {
        buffer_free(&entries[i].key);
        buffer_free(&entries[i].value);
    }
    analyzer_close(analyzer);
    arena_free(&arena);
    return 0;
}

static const char *expanded_without(const char *query, palpate_view disabled)
{
    static struct buffer out;
    struct synonyms_request request = { analyzer, &arena, look_up, meets, NULL,
        &disabled, disabled.size > 0, NULL };

    arena_clear(&arena);
    buffer_free(&out);
    assert_int_equal(query_parse(&tree, &arena, view_of(query), NULL), PALPATE_OK);
    assert_int_equal(synonyms_add(&expansions, &tree, &request, NULL), PALPATE_OK);
    query_write(&out, tree.root);
    buffer_append_byte(&out, '\0');
    return out.data;
}

static const char *expanded(const char *query)
{
    return expanded_without(query, (palpate_view){ NULL, 0 });
}

static void words_that_name_a_concept_bring_its_other_names(void **state)
{
    (void)state;
    assert_string_equal(expanded("Frozen shoulders exercises"),
            "frozen shoulders \"adhesive capsulitis\" exercises");
    assert_int_equal(expansions.count, 1);
    assert_true(view_equals(expansions.items[0]->from, view_of("Frozen shoulders")));
    assert_true(view_equals(expansions.items[0]->source, view_of("MeSH")));
    assert_true(expansions.items[0]->weight < 1);
}

static void words_apart_are_not_the_concept(void **state)
{
    (void)state;
    assert_string_equal(expanded("frozen peas on a sore shoulder"),
            "frozen peas on a sore shoulder");
    assert_string_equal(expanded("adhesive tape"), "adhesive tape");
}

static void the_longest_name_wins(void **state)
{
    (void)state;
    assert_string_equal(
            expanded("tennis elbow"), "tennis elbow \"lateral epicondylitis\"");
    assert_string_equal(expanded("elbow"), "elbow \"cubital joint\"");
}

static void a_phrase_may_be_its_other_name(void **state)
{
    (void)state;
    assert_string_equal(expanded("\"frozen shoulder\" pain"),
            "(\"frozen shoulder\" \"adhesive capsulitis\") pain");
    assert_string_equal(expanded("+\"frozen shoulder\""),
            "+(\"frozen shoulder\" \"adhesive capsulitis\")");
}

static void what_must_be_there_may_be_the_other_name(void **state)
{
    (void)state;
    assert_string_equal(expanded("+frozen +shoulder"),
            "+((+frozen +shoulder) \"adhesive capsulitis\")");
}

static void an_ambiguous_short_form_needs_company(void **state)
{
    (void)state;
    assert_string_equal(expanded("met"), "met");
    assert_string_equal(expanded("MET for neck pain"),
            "MET \"muscle energy technique\" for neck pain");
    assert_string_equal(expanded("muscle energy technique"), "muscle energy technique");
}

/* Who types nothing but a short form means it. */
static void a_short_form_alone_is_what_it_stands_for(void **state)
{
    (void)state;
    assert_string_equal(expanded("MET"), "MET \"muscle energy technique\"");
    assert_string_equal(
            expanded("what is MET"), "what is MET \"muscle energy technique\"");
    assert_string_equal(expanded("MET friends"), "MET friends");
}

static void company_that_no_meaning_keeps_is_none(void **state)
{
    (void)state;
    assert_string_equal(
            expanded("patients who met friends"), "patients who met friends");
    assert_string_equal(expanded("met -neck"), "met -neck");
}

static void a_common_word_is_no_short_form(void **state)
{
    (void)state;
    assert_string_equal(expanded("pain as a neck problem"), "pain as a neck problem");
}

static void names_that_lead_in_a_circle_are_added_once(void **state)
{
    (void)state;
    assert_string_equal(expanded("cartilage"), "cartilage gristle");
    assert_string_equal(expanded("gristle"), "gristle cartilage");
}

static void narrower_things_count_less_and_broader_ones_not_at_all(void **state)
{
    (void)state;
    assert_string_equal(expanded("arthritis"), "arthritis gout");
    double narrower = expansions.items[0]->weight;
    assert_string_equal(expanded("gout"), "gout");
    (void)expanded("frozen shoulder");
    assert_true(narrower < expansions.items[0]->weight);
}

static void what_is_forbidden_or_in_a_field_is_left_alone(void **state)
{
    (void)state;
    assert_string_equal(
            expanded("-\"frozen shoulder\" pain"), "-\"frozen shoulder\" pain");
    assert_string_equal(
            expanded("title:\"frozen shoulder\""), "title:\"frozen shoulder\"");
}

static void an_expansion_can_be_switched_off(void **state)
{
    (void)state;
    assert_string_equal(
            expanded_without("frozen shoulder", view_of("Adhesive Capsulitis")),
            "frozen shoulder");
    assert_int_equal(expansions.count, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(words_that_name_a_concept_bring_its_other_names),
        cmocka_unit_test(words_apart_are_not_the_concept),
        cmocka_unit_test(the_longest_name_wins),
        cmocka_unit_test(a_phrase_may_be_its_other_name),
        cmocka_unit_test(what_must_be_there_may_be_the_other_name),
        cmocka_unit_test(an_ambiguous_short_form_needs_company),
        cmocka_unit_test(a_short_form_alone_is_what_it_stands_for),
        cmocka_unit_test(company_that_no_meaning_keeps_is_none),
        cmocka_unit_test(a_common_word_is_no_short_form),
        cmocka_unit_test(names_that_lead_in_a_circle_are_added_once),
        cmocka_unit_test(narrower_things_count_less_and_broader_ones_not_at_all),
        cmocka_unit_test(what_is_forbidden_or_in_a_field_is_left_alone),
        cmocka_unit_test(an_expansion_can_be_switched_off),
    };
    return cmocka_run_group_tests(tests, open_all, close_all);
}
