#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "core/buffer.h"
#include "core/impact.h"
#include "core/view.h"
#include "query/expand/terms.h"
#include "query/language/parse.h"
#include "query/language/syntax.h"
#include "query/rank/rank.h"
#include "query/rank/verify.h"

static struct analyzer *analyzer;
static struct arena arena;
static struct query_tree tree;
static struct query_terms terms;
static struct passage_matches matches;

static const char TITLE[] = "Frozen shoulder";
static const char HEADING[] = "Treatment\nHeat or cold";
static const char TEXT[] =
        "A bag of frozen peas, on a sore shoulder, may ease pain.\n"
        "Heat is pleasant before the exercises. Cold comes after them.";

/* Looks for `query` in the passage above. */
static void look(const char *query)
{
    struct matcher matcher;
    const palpate_view fields[FIELD_COUNT] = { [FIELD_TEXT] = view_of(TEXT),
        [FIELD_HEADING] = view_of(HEADING),
        [FIELD_TITLE] = view_of(TITLE) };

    arena_clear(&arena);
    assert_int_equal(query_parse(&tree, &arena, view_of(query), NULL), PALPATE_OK);
    assert_int_equal(terms_collect(&terms, &arena, analyzer, &tree, NULL), PALPATE_OK);
    for (uint32_t i = 0; i < terms.count; i++)
        terms.terms[i].idf = 1;
    matcher_init(&matcher, analyzer, terms.wanted, terms.count);
    for (int field = 0; field < FIELD_COUNT; field++)
        assert_int_equal(matcher_find(&matches.field[field], &matcher, &arena,
                                 fields[field], NULL),
                PALPATE_OK);
}

static bool holds(const char *query)
{
    look(query);
    return verify_node(tree.root, &matches);
}

static void append_mark(void *user, const struct occurrence *occurrence)
{
    struct buffer *out = user;

    buffer_append_string(out, out->size == 0 ? "" : "|");
    buffer_append(out, view_slice(view_of(TEXT), occurrence->offset, occurrence->size));
}

/* What is to be highlighted in the text, joined by "|". */
static const char *marks_of(const char *query)
{
    static struct buffer out;

    buffer_free(&out);
    look(query);
    verify_marks(tree.root, &matches, FIELD_TEXT, append_mark, &out);
    buffer_append_byte(&out, '\0');
    return out.data;
}

static int open_analyzer(void **state)
{
    (void)state;
    return analyzer_open(&analyzer, NULL) == PALPATE_OK ? 0 : -1;
}

static int close_analyzer(void **state)
{
    (void)state;
    analyzer_close(analyzer);
    arena_free(&arena);
    return 0;
}

static void a_phrase_holds_only_word_after_word(void **state)
{
    (void)state;
    assert_true(holds("\"frozen shoulder\"")); /* in the title */
    assert_true(holds("\"frozen pea\""));
    assert_true(holds("\"bag of frozen peas\""));
    assert_true(holds("\"peas on a sore shoulder\""));
    assert_false(holds("\"sore frozen\""));
    assert_false(holds("\"peas shoulder\""));
}

static void a_phrase_does_not_run_from_one_block_into_the_next(void **state)
{
    (void)state;
    assert_false(holds("\"ease pain heat\""));
    assert_false(holds("\"treatment heat\""));
    assert_false(holds("pain NEAR/5 pleasant"));
}

static void near_counts_words_in_any_order(void **state)
{
    (void)state;
    assert_true(holds("shoulder NEAR/6 peas"));
    assert_false(holds("shoulder NEAR/3 peas"));
    assert_true(holds("exercises NEAR/4 heat NEAR/5 pleasant"));
}

static void fields_are_looked_at_by_themselves(void **state)
{
    (void)state;
    assert_true(holds("title:frozen"));
    assert_false(holds("title:peas"));
    assert_true(holds("heading:cold"));
    assert_false(holds("heading:frozen"));
    assert_true(holds("heading:\"heat or cold\""));
}

static void demands_and_bans_are_kept(void **state)
{
    (void)state;
    assert_true(holds("+peas knee"));
    assert_false(holds("+peas +knee"));
    assert_false(holds("peas -shoulder"));
    assert_false(holds("knee hip"));
    assert_true(holds("knee OR peas"));
    assert_false(holds("peas AND knee"));
    assert_true(holds("(peas OR knee) AND pain"));
    assert_true(holds("-knee"));
    assert_true(holds("+of pea*"));
    assert_false(holds("+pear*"));
}

static void a_highlight_is_exactly_what_matched(void **state)
{
    (void)state;
    assert_string_equal(marks_of("frozen"), "frozen");
    assert_string_equal(marks_of("\"frozen peas\""), "frozen|peas");
    assert_string_equal(marks_of("\"frozen shoulder\""), "");
    assert_string_equal(marks_of("exercise -peas"), "exercises");
    assert_string_equal(marks_of("the bag of peas"), "bag|peas");
    assert_string_equal(marks_of("pleas*"), "pleasant");
    assert_string_equal(marks_of("title:frozen"), "");
}

static void only_what_the_index_cannot_prove_is_verified(void **state)
{
    static const struct {
        const char *query;
        bool needed;
    } CASES[] = { { "frozen shoulder", false }, { "the frozen shoulder", false },
        { "\"frozen shoulder\"", true }, { "+knee -hip", false }, { "+the knee", true },
        { "title:knee", true }, { "kind:faq knee", false }, { "kne*", true } };

    (void)state;
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
        look(CASES[i].query);
        if (verify_is_needed(tree.root) != CASES[i].needed)
            fail_msg("%s", CASES[i].query);
    }
}

static struct rank_score score(const char *query, struct passage_record record)
{
    const struct query_expansions none = { NULL, 0, 0 };
    const struct rank_query rank = { .terms = &terms, .expansions = &none };

    look(query);
    record.lengths = (struct field_counts){ { 50, 4, 2 } };
    return rank_passage(&rank, &record, &matches);
}

static void the_parts_of_a_score_add_up_to_it(void **state)
{
    struct rank_score whole =
            score("frozen shoulder exercises", (struct passage_record){ 0 });
    double sum = 0;

    (void)state;
    for (int part = 0; part < RANK_PARTS; part++)
        sum += whole.part[part];
    assert_true(whole.total > 0);
    assert_true(sum == whole.total);
}

static void words_side_by_side_earn_more_than_words_apart(void **state)
{
    struct rank_score side_by_side = score("frozen peas", (struct passage_record){ 0 });
    struct rank_score apart = score("frozen pain", (struct passage_record){ 0 });

    (void)state;
    assert_true(side_by_side.part[RANK_PROXIMITY] > apart.part[RANK_PROXIMITY]);
}

static void a_doubtful_passage_scores_less(void **state)
{
    struct rank_score sure = score("peas", (struct passage_record){ 0 });
    struct rank_score doubtful =
            score("peas", (struct passage_record){ .is_doubtful = true });

    (void)state;
    assert_true(doubtful.total < sure.total);
}

static void a_rarer_word_has_the_higher_idf_and_none_is_negative(void **state)
{
    (void)state;
    assert_true(impact_idf(1, 1000) > impact_idf(500, 1000));
    assert_true(impact_idf(1000, 1000) > 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_phrase_holds_only_word_after_word),
        cmocka_unit_test(a_phrase_does_not_run_from_one_block_into_the_next),
        cmocka_unit_test(near_counts_words_in_any_order),
        cmocka_unit_test(fields_are_looked_at_by_themselves),
        cmocka_unit_test(demands_and_bans_are_kept),
        cmocka_unit_test(a_highlight_is_exactly_what_matched),
        cmocka_unit_test(only_what_the_index_cannot_prove_is_verified),
        cmocka_unit_test(the_parts_of_a_score_add_up_to_it),
        cmocka_unit_test(words_side_by_side_earn_more_than_words_apart),
        cmocka_unit_test(a_doubtful_passage_scores_less),
        cmocka_unit_test(a_rarer_word_has_the_higher_idf_and_none_is_negative),
    };
    return cmocka_run_group_tests(tests, open_analyzer, close_analyzer);
}
