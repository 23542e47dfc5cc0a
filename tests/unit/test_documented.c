/* What documents say of the tables of the library. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>
#include <palpate/render.h>

#include "core/buffer.h"
#include "core/kind.h"
#include "core/view.h"
#include "fixture_document.h"
#include "query/language/fields.h"
#include "query/language/limits.h"

static struct buffer wanted;

static void assert_says_wanted(void)
{
    buffer_append_byte(&wanted, '\0');
    assert_false(wanted.failed);
    assert_says(wanted.data);
    buffer_clear(&wanted);
}

static void the_manual_says_each_limit_as_the_library_keeps_it(void **state)
{
    (void)state;
    open_document("docs/QUERY_SYNTAX.md");
#define LIMIT_IN_MANUAL(name, word, documented, note) \
    assert_says("\n| `" word "` | " documented " |\n");
    SEARCH_LIMITS(LIMIT_IN_MANUAL)
    assert_says("At most " LIMIT_TEXT(SPELL_WORDS) " words that the index lacks");
    assert_says("at most the " LIMIT_TEXT(TYPED_BECOMES) " most");
    assert_says("`NEAR` alone means `NEAR/" LIMIT_TEXT(QUERY_NEAR_DEFAULT) "`");
    assert_says("`NEAR/" LIMIT_TEXT(QUERY_MAX_NEAR) "` is the limit");
    assert_says("the " LIMIT_TEXT(ENGINE_PREFIX_TERMS) " most frequent of the index |");
    assert_says("up to " LIMIT_TEXT(QUERY_MAX_DEPTH) " deep");
    assert_says("at most " LIMIT_TEXT(TAIL_COUNTED) ", or as many as the page needs");
    open_document("docs/THESAURUS.md");
    assert_says("up to " LIMIT_TEXT(LEXICON_WORDS) " words");
}

static void the_schema_of_answers_lists_every_limit(void **state)
{
    const char *comma = "";

    (void)state;
    open_document("server/openapi.json");
    buffer_append_string(&wanted, "\"enum\": [");
#define LIMIT_IN_SCHEMA(name, word, documented, note)       \
    buffer_append_format(&wanted, "%s\"%s\"", comma, word); \
    comma = ", ";
    SEARCH_LIMITS(LIMIT_IN_SCHEMA)
    buffer_append_string(&wanted, "]");
    assert_says_wanted();
}

static void the_manual_and_the_schema_know_every_kind(void **state)
{
    (void)state;
    open_document("docs/QUERY_SYNTAX.md");
#define KIND_IN_MANUAL(name, value, word, label, warns) assert_says("`" word "`");
    PASSAGE_KINDS(KIND_IN_MANUAL)
    open_document("server/openapi.json");
    /* In what is asked for, in hits, and in passages that come with them. */
#define KIND_IN_SCHEMA(name, value, word, label, warns) \
    assert_says_often("              \"" word "\"", 3);
    PASSAGE_KINDS(KIND_IN_SCHEMA)
}

static void a_kind_has_one_label_and_only_some_kinds_warn(void **state)
{
    (void)state;
    assert_string_equal(palpate_kind_label(PALPATE_VIEW("red-flags")), "Warning signs");
    assert_true(palpate_kind_is_warning(PALPATE_VIEW("red-flags")));
    assert_true(palpate_kind_is_warning(PALPATE_VIEW("contraindications")));
    assert_false(palpate_kind_is_warning(PALPATE_VIEW("symptoms")));
    assert_null(palpate_kind_label(PALPATE_VIEW("no kind")));
    assert_false(palpate_kind_is_warning(PALPATE_VIEW("no kind")));
}

static void sentences_and_manuals_name_every_field(void **state)
{
    static const char *const MANUALS[] = { "docs/QUERY_SYNTAX.md",
        "docs/palpate-query.1", "query/program/options.c" };
    const char *comma = "";

    (void)state;
#define FIELD_IN_SENTENCE(name, word, facet)         \
    buffer_append_format(&wanted, "%s" word, comma); \
    comma = QUERY_##name == QUERY_DATE ? " and " : ", ";
    WORD_FIELDS(FIELD_IN_SENTENCE)
    FILTER_FIELDS(FIELD_IN_SENTENCE)
    buffer_append_byte(&wanted, '\0');
    assert_string_equal(wanted.data, FIELD_WORDS);
    buffer_clear(&wanted);
    for (size_t i = 0; i < sizeof MANUALS / sizeof *MANUALS; i++) {
        open_document(MANUALS[i]);
#define FIELD_IN_MANUAL(name, word, facet) assert_says(word ":");
        WORD_FIELDS(FIELD_IN_MANUAL)
        FILTER_FIELDS(FIELD_IN_MANUAL)
    }
}

static void the_schema_has_every_filter_and_its_facet(void **state)
{
    const char *comma = "";

    (void)state;
    open_document("server/openapi.json");
#define FILTER_IN_SCHEMA(name, word, facet)                     \
    assert_says_often("#/components/parameters/" word "\"", 2); \
    assert_says("\n        \"name\": \"" word "\",");           \
    assert_says("\"" facet "\": {\"$ref\": \"#/components/schemas/");
    FILTER_FIELDS(FILTER_IN_SCHEMA)
    open_document("docs/HTTP_API.md");
    buffer_append_string(&wanted, "\n| ");
#define FILTER_IN_MANUAL(name, word, facet)               \
    buffer_append_format(&wanted, "%s`" word "`", comma); \
    comma = ", ";
    FILTER_FIELDS(FILTER_IN_MANUAL)
    buffer_append_string(&wanted, " | filters");
    assert_says_wanted();
}

static void the_manual_of_palpate_query_names_every_format(void **state)
{
    (void)state;
    open_document("docs/palpate-query.1");
    for (uint32_t i = 0; palpate_format_name(i) != NULL; i++) {
        palpate_format format = PALPATE_FORMAT_TEXT;
        assert_true(palpate_format_of(&format, view_of(palpate_format_name(i))));
        assert_int_equal(format, i);
        assert_says(palpate_format_name(i));
    }
}

static int close_documents(void **state)
{
    buffer_free(&wanted);
    return close_document(state);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_manual_says_each_limit_as_the_library_keeps_it),
        cmocka_unit_test(the_schema_of_answers_lists_every_limit),
        cmocka_unit_test(the_manual_and_the_schema_know_every_kind),
        cmocka_unit_test(a_kind_has_one_label_and_only_some_kinds_warn),
        cmocka_unit_test(sentences_and_manuals_name_every_field),
        cmocka_unit_test(the_schema_has_every_filter_and_its_facet),
        cmocka_unit_test(the_manual_of_palpate_query_names_every_format),
    };
    return cmocka_run_group_tests(tests, NULL, close_documents);
}
