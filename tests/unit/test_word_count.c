#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "core/view.h"
#include "core/word_count.h"
#include "indexer/content/wording.h"

static const char CHINESE[] = "膝盖的疼痛在早上很常见，稍微活动一下就会好转。";
static const char THAI[] = "อาการปวดเข่าเป็นเรื่องที่พบได้บ่อยในตอนเช้า";

static void words_between_spaces_count_one_each(void **state)
{
    (void)state;
    assert_int_equal(word_count(view_of("")), 0);
    assert_int_equal(word_count(view_of("The knee's pain, 1.5 cm of it.")), 7);
    assert_int_equal(word_count(view_of("Колено болит утром")), 3);
    assert_int_equal(word_count(view_of("무릎이 아침에 아프다")), 3);
}

static void two_signs_of_chinese_and_japanese_are_a_word(void **state)
{
    (void)state;
    assert_int_equal(word_count(view_of("膝盖疼痛")), 2);
    assert_int_equal(word_count(view_of(CHINESE)), 11);
    assert_int_equal(word_count(view_of("ひざの痛み")), 3);
}

static void five_signs_of_thai_and_its_neighbours_are_a_word(void **state)
{
    (void)state;
    uint32_t words = word_count(view_of(THAI));
    assert_in_range(words, 7, 10);
}

static void other_letters_amid_signs_count_as_one_word(void **state)
{
    (void)state;
    assert_int_equal(word_count(view_of("使用MRI检查膝盖")), 4);
    assert_int_equal(word_count_run(view_of("使用MRI检查膝盖")), 40);
    assert_int_equal(word_count_run(view_of("，。！")), 0);
}

static void chinese_reads_as_prose_does(void **state)
{
    (void)state;
    struct wording wording;

    wording_read(&wording, view_of(CHINESE));
    assert_int_equal(wording.words, 11);
    assert_int_equal(wording.commas, 1);
    assert_int_equal(wording.sentences, 1);
    assert_int_equal(wording.last, '.');
    assert_in_range(wording.function, 2, 5);
}

static void a_sign_after_a_full_stop_is_no_end_of_a_sentence(void **state)
{
    (void)state;
    struct wording wording;

    wording_read(&wording, view_of("全程3.5公里"));
    assert_int_equal(wording.last, '\0');
    wording_read(&wording, view_of("「疼吗？」"));
    assert_int_equal(wording.last, '?');
}

static void thai_has_function_words(void **state)
{
    (void)state;
    struct wording wording;

    wording_read(&wording, view_of(THAI));
    assert_in_range(wording.function, 3, 5);
    assert_in_range(wording.words, 7, 10);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(words_between_spaces_count_one_each),
        cmocka_unit_test(two_signs_of_chinese_and_japanese_are_a_word),
        cmocka_unit_test(five_signs_of_thai_and_its_neighbours_are_a_word),
        cmocka_unit_test(other_letters_amid_signs_count_as_one_word),
        cmocka_unit_test(chinese_reads_as_prose_does),
        cmocka_unit_test(a_sign_after_a_full_stop_is_no_end_of_a_sentence),
        cmocka_unit_test(thai_has_function_words),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
