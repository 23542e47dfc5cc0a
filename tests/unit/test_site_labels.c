#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "core/label.h"
#include "core/view.h"
#include "fixture_page.h"

/* The labels of a page with this head and body, "name=value;" each. */
static const char *labels_of(const char *head, const char *body)
{
    static char written[4096];
    char html[8192];
    struct label label;
    size_t size = 0;

    (void)snprintf(html, sizeof html,
            "<html><head><title>Knee</title>%s</head><body><article><h1>Knee</h1>"
            "<p>The knee bends and turns.</p>%s</article></body></html>",
            head, body);
    palpate_view labels = page_of_clinic(html)->facts.labels;
    written[0] = '\0';
    while (label_next(&label, &labels))
        size += (size_t)snprintf(written + size, sizeof written - size, "%.*s=%.*s;",
                (int)label.name.size, label.name.data, (int)label.value.size,
                label.value.data);
    return written;
}

static void an_attribute_has_the_name_and_the_value(void **state)
{
    (void)state;
    assert_string_equal(
            labels_of("", "<p data-palpate-filter='body part: shoulder'>x</p>"),
            "body part=shoulder;");
    assert_string_equal(labels_of("", "<p data-pagefind-filter='author:A, B'>x</p>"),
            "author=A, B;");
}

static void the_value_may_be_the_text_or_another_attribute(void **state)
{
    (void)state;
    assert_string_equal(
            labels_of("", "<span data-pagefind-filter='topic'> Sports \n <b>injury</b>"
                          "</span>"),
            "topic=Sports injury;");
    assert_string_equal(
            labels_of("", "<p data-part='hip' data-palpate-filter='part[data-part], "
                          "level, for: all'>easy</p>"),
            "part=hip;level=easy;for=all;");
    assert_string_equal(
            labels_of("<meta data-pagefind-filter='year[content]' content='2024'>"
                      "<meta data-pagefind-filter='team' content='hands'>",
                    ""),
            "year=2024;team=hands;");
}

static void keywords_and_sections_are_labels(void **state)
{
    (void)state;
    assert_string_equal(labels_of("<meta name=keywords content='knee, Hip , knee'>"
                                  "<meta property='article:section' content='Guides'>"
                                  "<meta property='article:tag' content='hip'>",
                                ""),
            "keyword=knee;keyword=Hip;section=Guides;");
    assert_string_equal(
            labels_of("<script type='application/ld+json'>{\"@type\":\"Article\","
                      "\"keywords\":[\"knee\",\"hip\"],\"articleSection\":\"Guides\"}"
                      "</script><script type='application/ld+json'>"
                      "{\"@type\":\"Article\",\"keywords\":\"wrist, hip\"}</script>",
                    ""),
            "keyword=knee;keyword=hip;section=Guides;keyword=wrist;");
}

static void what_is_no_label_is_left_out(void **state)
{
    char long_one[400];

    (void)state;
    (void)snprintf(long_one, sizeof long_one,
            "<p data-palpate-filter='part: %0200d'>x</p>", 7);
    assert_string_equal(labels_of("", long_one), "");
    assert_string_equal(labels_of("", "<p data-palpate-filter=''>x</p>"), "");
    assert_string_equal(labels_of("", "<p data-palpate-filter=': x'>x</p>"), "");
    assert_string_equal(labels_of("", "<p data-palpate-filter='a: !?'>x</p>"), "");
    assert_string_equal(labels_of("", "<p data-palpate-filter='a[b'></p>"), "");
    assert_string_equal(labels_of("", "<p data-palpate-filter='a[href]'>x</p>"), "");
}

static void a_label_is_one_however_it_is_written(void **state)
{
    char one[LABEL_KEY_SIZE];
    char other[LABEL_KEY_SIZE];
    struct label first = label_of(PALPATE_VIEW("Body-Part:  SHOULDER girdle"));
    struct label second = label_of(PALPATE_VIEW("body part:shoulder  girdle"));
    size_t size = label_key(&first, one);

    (void)state;
    assert_int_equal(size, label_key(&second, other));
    assert_memory_equal(one, other, size);
    first = label_of(PALPATE_VIEW("shoulder"));
    assert_int_equal(first.name.size, 0);
    first.value = PALPATE_VIEW("?");
    assert_int_equal(label_key(&first, one), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_attribute_has_the_name_and_the_value),
        cmocka_unit_test(the_value_may_be_the_text_or_another_attribute),
        cmocka_unit_test(keywords_and_sections_are_labels),
        cmocka_unit_test(what_is_no_label_is_left_out),
        cmocka_unit_test(a_label_is_one_however_it_is_written),
    };

    return cmocka_run_group_tests(tests, page_set_up, page_tear_down);
}
