#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "core/buffer.h"
#include "core/thesaurus.h"
#include "core/thesaurus_compile.h"
#include "core/view.h"

static struct analyzer *analyzer;
static struct buffer out;

static int open_analyzer(void **state)
{
    (void)state;
    return analyzer_open(&analyzer, NULL) == PALPATE_OK ? 0 : -1;
}

static int close_analyzer(void **state)
{
    (void)state;
    analyzer_close(analyzer);
    buffer_free(&out);
    return 0;
}

/* Writes "key: text relation source[ ambiguous], …" a line. */
static palpate_status write_entry(
        void *user, palpate_view key, palpate_view value, palpate_error *err)
{
    static const char *const RELATIONS[] = { "synonym", "abbreviation", "spelling",
        "lay", "narrower", "broader", "related", "form", "professional", "close" };
    struct arena arena = { 0 };
    struct thesaurus_name *names = NULL;
    uint32_t count = 0;
    palpate_status status = thesaurus_decode(&names, &count, &arena, value, err);

    (void)user;
    buffer_append(&out, key);
    for (uint32_t i = 0; i < count; i++) {
        buffer_append_format(&out, "%s%.*s (%s, %.*s%s)", i == 0 ? ": " : ", ",
                (int)names[i].text.size, names[i].text.data,
                RELATIONS[names[i].relation], (int)names[i].source.size,
                names[i].source.data, names[i].is_ambiguous ? ", ambiguous" : "");
    }
    buffer_append_byte(&out, '\n');
    arena_free(&arena);
    return status;
}

static const char *compiled(const char *first, const char *second)
{
    const struct thesaurus_file files[] = { { PALPATE_VIEW("a.tsv"), view_of(first) },
        { PALPATE_VIEW("b.tsv"), view_of(second) } };

    buffer_clear(&out);
    assert_int_equal(
            thesaurus_compile(files, 2, analyzer, write_entry, NULL, NULL), PALPATE_OK);
    buffer_append_byte(&out, '\0');
    return out.data;
}

static void names_of_a_concept_lead_to_one_another(void **state)
{
    (void)state;
    assert_string_equal(
            compiled("# comment\n\n"
                     "frozen shoulder\tadhesive capsulitis\tsynonym\tMeSH\n"
                     "frozen shoulder\tpericapsulitis\tsynonym\tclinical usage\n",
                    ""),
            "adhesiv capsuliti: frozen shoulder (synonym, MeSH), "
            "pericapsulitis (synonym, clinical usage)\n"
            "frozen shoulder: adhesive capsulitis (synonym, MeSH), "
            "pericapsulitis (synonym, clinical usage)\n"
            "pericapsul: adhesive capsulitis (synonym, MeSH), "
            "frozen shoulder (synonym, clinical usage)\n");
}

static void an_ambiguous_short_form_is_marked_under_its_own_name_only(void **state)
{
    (void)state;
    assert_string_equal(
            compiled("muscle energy technique\tMET\tabbreviation\tusage\tambiguous\n",
                    ""),
            "met: muscle energy technique (synonym, usage, ambiguous)\n"
            "muscl energi techniqu: MET (abbreviation, usage)\n");
}

static void a_short_form_of_two_concepts_is_ambiguous(void **state)
{
    (void)state;
    assert_string_equal(compiled("range of motion\tROM\tabbreviation\tusage\n",
                                "read only memory\tROM\tabbreviation\tusage\n"),
            "rang of motion: ROM (abbreviation, usage)\n"
            "read onli memori: ROM (abbreviation, usage)\n"
            "rom: range of motion (synonym, usage, ambiguous), "
            "read only memory (synonym, usage, ambiguous)\n");
}

static void lists_say_nothing_of_ambiguity_and_single_letters_nothing_at_all(
        void **state)
{
    (void)state;
    assert_string_equal(
            compiled("multiple sclerosis\tMS|M|disseminated sclerosis\n", ""),
            "dissemin sclerosi: MS (synonym, a.tsv), "
            "multiple sclerosis (synonym, a.tsv)\n"
            "ms: disseminated sclerosis (synonym, a.tsv, ambiguous), "
            "multiple sclerosis (synonym, a.tsv, ambiguous)\n"
            "multipl sclerosi: disseminated sclerosis (synonym, a.tsv), "
            "MS (synonym, a.tsv)\n");
}

static void what_is_close_is_not_led_back_from(void **state)
{
    (void)state;
    assert_string_equal(compiled("acne\tacne vulgaris\tprofessional\tNHS\n"
                                 "acne\tsebum\tclose\tusage\n",
                                ""),
            "acn: acne vulgaris (professional, NHS), sebum (close, usage)\n"
            "acn vulgari: acne (synonym, NHS), sebum (close, usage)\n"
            "sebum: acne (related, usage), acne vulgaris (related, NHS)\n");
}

static void what_is_narrower_one_way_is_broader_the_other(void **state)
{
    (void)state;
    assert_string_equal(compiled("arthritis\tgout\tnarrower\tMeSH\n"
                                 "arthritis\tjoint inflammation\tlay\tNHS\n",
                                ""),
            "arthriti: joint inflammation (lay, NHS), gout (narrower, MeSH)\n"
            "gout: arthritis (broader, MeSH), joint inflammation (broader, NHS)\n"
            "joint inflamm: arthritis (synonym, NHS), gout (narrower, MeSH)\n");
}

static void the_order_of_files_and_a_cycle_do_not_matter(void **state)
{
    static const char A[] = "whiplash\tneck sprain\tsynonym\ts\n";
    static const char B[] = "neck sprain\twhiplash\tsynonym\ts\n";
    struct buffer first = { 0 };

    (void)state;
    buffer_append_string(&first, compiled(A, B));
    assert_string_equal(compiled(B, A), "neck sprain: whiplash (synonym, s)\n"
                                        "whiplash: neck sprain (synonym, s)\n");
    assert_true(view_equals(buffer_view(&first), view_of(out.data)));
    buffer_free(&first);
}

static void a_list_with_bars_is_read_as_synonyms(void **state)
{
    (void)state;
    assert_string_equal(compiled("gout\tpodagra|gouty arthritis\n", ""),
            "gout: gouty arthritis (synonym, a.tsv), podagra (synonym, a.tsv)\n"
            "gouti arthriti: gout (synonym, a.tsv), podagra (synonym, a.tsv)\n"
            "podagra: gout (synonym, a.tsv), gouty arthritis (synonym, a.tsv)\n");
}

static void a_line_that_cannot_be_read_is_named(void **state)
{
    static const struct {
        const char *bytes;
        const char *message;
    } CASES[] = { { "a\tb\tsynonym\ts\nnonsense\n", "bad.tsv:2: expected" },
        { "a\tb\tcousin\ts\n", "bad.tsv:1: unknown relation" },
        { "a\t\xFF\tsynonym\ts\n", "not UTF-8" } };
    palpate_error err;

    (void)state;
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
        const struct thesaurus_file file = { PALPATE_VIEW("bad.tsv"),
            view_of(CASES[i].bytes) };
        assert_int_equal(thesaurus_compile(&file, 1, analyzer, write_entry, NULL, &err),
                PALPATE_BAD_INPUT);
        assert_non_null(strstr(err.message, CASES[i].message));
    }
}

static void a_damaged_entry_is_corrupt(void **state)
{
    struct arena arena = { 0 };
    struct thesaurus_name *names = NULL;
    uint32_t count = 0;

    (void)state;
    assert_int_equal(
            thesaurus_decode(&names, &count, &arena, PALPATE_VIEW("\x01"), NULL),
            PALPATE_CORRUPT);
    assert_int_equal(thesaurus_decode(&names, &count, &arena,
                             PALPATE_VIEW("\x63\x01\x01"
                                          "a\x01"
                                          "b"),
                             NULL),
            PALPATE_CORRUPT);
    arena_free(&arena);
}

static void a_name_with_a_language_is_found_by_its_stems_too(void **state)
{
    (void)state;
    assert_string_equal(compiled("low back pain\tLumbalgie\tsynonym\tMeSH\t\tde\n", ""),
            "low back pain: Lumbalgie (synonym, MeSH)\n"
            "low:de back:de pain:de: Lumbalgie (synonym, MeSH)\n"
            "lumbalgi: low back pain (synonym, MeSH)\n"
            "lumbalgi:de: low back pain (synonym, MeSH)\n");
}

static void what_is_no_code_of_a_language_is_refused_with_its_line(void **state)
{
    const struct thesaurus_file file = { PALPATE_VIEW("a.tsv"),
        PALPATE_VIEW("back pain\tLumbalgie\tsynonym\tMeSH\t\tGerman\n") };
    palpate_error err;

    (void)state;
    assert_int_equal(thesaurus_compile(&file, 1, analyzer, write_entry, NULL, &err),
            PALPATE_BAD_INPUT);
    assert_non_null(strstr(err.message, "a.tsv:1: unknown language"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_name_with_a_language_is_found_by_its_stems_too),
        cmocka_unit_test(what_is_no_code_of_a_language_is_refused_with_its_line),
        cmocka_unit_test(names_of_a_concept_lead_to_one_another),
        cmocka_unit_test(an_ambiguous_short_form_is_marked_under_its_own_name_only),
        cmocka_unit_test(a_short_form_of_two_concepts_is_ambiguous),
        cmocka_unit_test(
                lists_say_nothing_of_ambiguity_and_single_letters_nothing_at_all),
        cmocka_unit_test(what_is_close_is_not_led_back_from),
        cmocka_unit_test(what_is_narrower_one_way_is_broader_the_other),
        cmocka_unit_test(the_order_of_files_and_a_cycle_do_not_matter),
        cmocka_unit_test(a_list_with_bars_is_read_as_synonyms),
        cmocka_unit_test(a_line_that_cannot_be_read_is_named),
        cmocka_unit_test(a_damaged_entry_is_corrupt),
    };
    return cmocka_run_group_tests(tests, open_analyzer, close_analyzer);
}
