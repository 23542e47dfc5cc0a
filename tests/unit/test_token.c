#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "core/buffer.h"
#include "core/token.h"
#include "core/view.h"

/* The folded words of a text, joined by "|". */
static const char *words_of(const char *text)
{
    static char out[4096];
    struct tokenizer tokens = tokens_of(view_of(text));
    struct token token;
    size_t size = 0;

    while (token_next(&tokens, &token)) {
        if (size > 0)
            out[size++] = '|';
        char word[WORD_SIZE];
        size_t folded =
                word_fold((palpate_view){ text + token.offset, token.size }, word);
        memcpy(out + size, word, folded);
        size += folded;
    }
    out[size] = '\0';
    return out;
}

static void words_are_runs_of_letters_and_digits(void **state)
{
    (void)state;
    assert_string_equal(words_of("Frozen shoulder, e.g. at C5/6 or L4-L5!"),
            "frozen|shoulder|eg|at|c5|6|or|l4|l5");
    assert_string_equal(words_of(""), "");
    assert_string_equal(words_of(" ... --- "), "");
}

static void an_apostrophe_stays_inside_and_a_possessive_goes(void **state)
{
    (void)state;
    assert_string_equal(words_of("don\xE2\x80\x99t 'quote' Baker's cysts' rock'n'roll"),
            "don't|quote|baker|cysts|rock'n'roll");
}

static void every_sign_that_is_typed_for_an_apostrophe_is_one(void **state)
{
    (void)state;
    assert_string_equal(words_of("don\xE2\x80\x98t don\xE2\x80\x9Bt don\xC2\xB4t "
                                 "don`t don\xE2\x80\xB2t don\xCA\xBCt don\xCA\xB9t "
                                 "don\xEF\xBC\x87t"),
            "don't|don't|don't|don't|don't|don't|don't|don't");
    assert_string_equal(
            words_of("`quote` Baker`s \xE2\x80\x98so\xE2\x80\x99"), "quote|baker|so");
}

static void letters_with_points_between_them_are_a_word(void **state)
{
    (void)state;
    assert_string_equal(words_of("A.C.L. tear, T.E.N.S, U.S., e.g. (i.e. p.m.) a.c.l"),
            "acl|tear|tens|us|eg|ie|pm|acl");
    assert_string_equal(
            words_of("The A.C.L.s and the A.C.L.'s"), "the|acls|and|the|acl|s");
    assert_string_equal(words_of("J.R. Smith, A. B. Jones"), "jr|smith|a|b|jones");
}

static void points_between_words_part_them(void **state)
{
    (void)state;
    assert_string_equal(words_of("Rest.Then move. vitamin A.Then C.diff a,b"),
            "rest|then|move|vitamin|a|then|c|diff|a|b");
    assert_string_equal(words_of("H2A.Z www.clinic.example S.A.Me"),
            "h2a|z|www|clinic|example|sa|me");
}

static void single_letters_around_an_ampersand_are_a_word(void **state)
{
    (void)state;
    assert_string_equal(words_of("A&E, R&D; Q&A AT&T salt&pepper A & E"),
            "a&e|r&d|q&a|at|t|salt|pepper|a|e");
}

static void a_greek_letter_is_its_name(void **state)
{
    (void)state;
    assert_string_equal(words_of("\xCE\xB2-blocker \xCE\x92 \xCE\xB1-blockers "
                                 "\xCE\xA9-3 TNF-\xCE\xB1 \xCE\xB3 \xCE\x94"),
            "beta|blocker|beta|alpha|blockers|omega|3|tnf|alpha|gamma|delta");
    assert_string_equal(words_of("\xC3\x9F-blocker"), "beta|blocker");
}

static void a_greek_letter_parts_from_latin_ones(void **state)
{
    (void)state;
    assert_string_equal(words_of("TNF\xCE\xB1 IFN\xCE\xB3 \xCE\xB2hCG \xCE\xB2"
                                 "2-agonist NF-\xCE\xBA"
                                 "B"),
            "tnf|alpha|ifn|gamma|beta|hcg|beta2|agonist|nf|kappa|b");
}

static void a_word_of_greek_stays_as_it_is(void **state)
{
    (void)state;
    assert_string_equal(words_of("\xCE\xBF\xCF\x8E\xCE\xBC\xCE\xBF\xCF\x82"),
            "\xCE\xBF\xCF\x89\xCE\xBC\xCE\xBF\xCF\x83");
}

static void a_micro_sign_before_a_unit_is_a_u(void **state)
{
    (void)state;
    assert_string_equal(
            words_of("25 \xC2\xB5g 25\xC2\xB5g 5 \xCE\xBCmol \xC2\xB5-opioid"),
            "25|ug|25ug|5|umol|mu|opioid");
}

static void letters_that_no_mark_makes_fold_to_plain_ones(void **state)
{
    (void)state;
    assert_string_equal(words_of("\xC4\x90"
                                 "au \xC4\x91i \xC3\xB0 \xC3\xBE"
                                 "or \xC4\xA7 \xC4\xB1 \xC5\xA7 K\xC3\xB8ge "
                                 "\xC5\x81"
                                 "odz"),
            "dau|di|d|thor|h|i|t|koge|lodz");
}

static void numbers_keep_their_points(void **state)
{
    (void)state;
    assert_string_equal(words_of("0.5 ml, 1,000 steps. 3.x"), "0.5|ml|1,000|steps|3|x");
}

static void invisible_characters_split_nothing(void **state)
{
    (void)state;
    assert_string_equal(
            words_of("mani\xC2\xADpu\xE2\x80\x8Blation\xE2\x80\x8B end\xC2\xAD"),
            "manipulation|end");
}

static void accents_and_ligatures_fold(void **state)
{
    (void)state;
    assert_string_equal(words_of("\xC5\x92"
                                 "dema r\xC3\xA9sum\xC3\xA9 re\xCC\x81sume\xCC\x81 "
                                 "h\xC3\xA6matoma \xEF\xAC\x81t STRA\xC3\x9F"
                                 "E"),
            "oedema|resume|resume|haematoma|fit|strasse");
}

static void a_character_of_chinese_is_a_word(void **state)
{
    (void)state;
    assert_string_equal(words_of("\xE8\x82\xA9\xE5\x91\xA8 pain"),
            "\xE8\x82\xA9|\xE5\x91\xA8|pain");
}

/* Of half width and of full width, with the mark of its sound after it or in it. */
static void kana_of_any_width_are_the_same_words(void **state)
{
    static const char *const WORDS[] = { "\u30DE\u30C3\u30B5\u30FC\u30B8",
        "\uFF8F\uFF6F\uFF7B\uFF70\uFF7C\uFF9E",
        "\u30DE\u30C3\u30B5\u30FC\u30B7\u3099" };

    (void)state;
    for (size_t i = 0; i < sizeof WORDS / sizeof *WORDS; i++)
        assert_string_equal(words_of(WORDS[i]), "\u30DE|\u30C3|\u30B5|\u30FC|\u30B7");
    assert_string_equal(words_of("\uFF8D\uFF9F\uFF72\uFF9D"), "\u30D8|\u30A4|\u30F3");
    assert_string_equal(
            words_of("\uFF2D\uFF32\uFF29\u691C\u67FB"), "mri|\u691C|\u67FB");
    assert_string_equal(words_of("\uFF29\uFF34 \uFF42\uFF41\uFF4E\uFF44 \uFF11\uFF10"),
            "it|band|10");
}

static void an_i_is_one_with_and_without_its_dot(void **state)
{
    (void)state;
    assert_string_equal(
            words_of("\u0130LT\u0130HAP iltihap \u0131s\u0131 ISI i\u0307lk"),
            "iltihap|iltihap|isi|isi|ilk");
}

static void bytes_that_are_no_text_separate(void **state)
{
    (void)state;
    assert_string_equal(words_of("ab\xFF"
                                 "cd\xC3"),
            "ab|cd");
}

static void a_very_long_word_is_cut_at_a_character(void **state)
{
    struct buffer text = { 0 };
    char word[WORD_SIZE];
    char again[WORD_SIZE];

    (void)state;
    for (int i = 0; i < 100000; i++)
        buffer_append_string(&text, "\xD0\xB6");
    struct tokenizer tokens = tokens_of(buffer_view(&text));
    struct token token;
    assert_true(token_next(&tokens, &token));
    assert_int_equal(token.size, text.size);
    size_t size = word_fold(buffer_view(&text), word);
    assert_int_equal(size, WORD_SIZE);
    assert_int_equal(word_fold((palpate_view){ word, size }, again), size);
    assert_memory_equal(word, again, size);
    assert_false(token_next(&tokens, &token));
    buffer_free(&text);
}

static void positions_count_words(void **state)
{
    struct tokenizer tokens = tokens_of(view_of("one, two; three"));
    struct token token;

    (void)state;
    for (uint32_t i = 0; i < 3; i++) {
        assert_true(token_next(&tokens, &token));
        assert_int_equal(token.position, i);
    }
}

static void plain_words_are_those_that_any_words_would_be(void **state)
{
    static const char *const PARTS[] = { "a", "B", "7", " ", ",", ".", "'", "\xC2\xAD",
        "\xC3\xA9", "\xE2\x80\x99", "\xE4\xB8\xAD", "\n", "-", "\xCC\x81", "knee",
        "\xFF", "&", "`", "\xCE\xB2", "\xC2\xB5", "c.d", "E&", "x.", "9mg", "\xC4\x91",
        "\xC3\x9F", "\xCE\xBA\xCE\xB1", "Knee", "a.", "!", "\xE2\x80\xB2", "it's" };
    uint32_t seed = 1;

    (void)state;
    for (unsigned i = 0; i < 20000; i++) {
        struct buffer text = { 0 };
        struct token token;
        struct token expected;
        for (unsigned k = 0; k < 12; k++) {
            seed = seed * 1664525U + 1013904223U;
            buffer_append_string(&text, PARTS[seed >> 27]);
        }
        struct tokenizer tokens = tokens_of(buffer_view(&text));
        struct tokenizer any = tokens;
        bool is_one = true;
        while (is_one) {
            is_one = token_next_of_any(&any, &expected);
            assert_int_equal(token_next(&tokens, &token), is_one);
            if (is_one)
                assert_memory_equal(&token, &expected, sizeof token);
        }
        assert_int_equal(tokens.offset, any.offset);
        buffer_free(&text);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(words_are_runs_of_letters_and_digits),
        cmocka_unit_test(an_apostrophe_stays_inside_and_a_possessive_goes),
        cmocka_unit_test(every_sign_that_is_typed_for_an_apostrophe_is_one),
        cmocka_unit_test(letters_with_points_between_them_are_a_word),
        cmocka_unit_test(points_between_words_part_them),
        cmocka_unit_test(single_letters_around_an_ampersand_are_a_word),
        cmocka_unit_test(a_greek_letter_is_its_name),
        cmocka_unit_test(a_greek_letter_parts_from_latin_ones),
        cmocka_unit_test(a_word_of_greek_stays_as_it_is),
        cmocka_unit_test(a_micro_sign_before_a_unit_is_a_u),
        cmocka_unit_test(letters_that_no_mark_makes_fold_to_plain_ones),
        cmocka_unit_test(numbers_keep_their_points),
        cmocka_unit_test(invisible_characters_split_nothing),
        cmocka_unit_test(accents_and_ligatures_fold),
        cmocka_unit_test(a_character_of_chinese_is_a_word),
        cmocka_unit_test(kana_of_any_width_are_the_same_words),
        cmocka_unit_test(an_i_is_one_with_and_without_its_dot),
        cmocka_unit_test(bytes_that_are_no_text_separate),
        cmocka_unit_test(a_very_long_word_is_cut_at_a_character),
        cmocka_unit_test(positions_count_words),
        cmocka_unit_test(plain_words_are_those_that_any_words_would_be),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
