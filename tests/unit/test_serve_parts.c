#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>
#include <palpate/search.h>

#include "server/filter.h"
#include "server/form.h"
#include "server/kind_label.h"
#include "server/languages.h"
#include "server/limits.h"
#include "server/question.h"
#include "server/rate.h"
#include "server/request.h"

static struct address address(const char *text)
{
    struct address address = { .is_known = false };

    assert_true(address_parse(&address, text));
    return address;
}

static void gzip_is_taken_where_the_list_says_so(void **state)
{
    static const char *const YES[] = { "gzip", "GZIP", "x-gzip", "br, gzip",
        "br;q=1.0, gzip;q=0.8", "*", "identity, *;q=0.1", "gzip ; q=0.001",
        " ,, gzip" };
    static const char *const NO[] = { "", "br", "gzip;q=0", "gzip;q=0.0, *", "*;q=0",
        "gzipped", "deflate, br", "identity" };

    (void)state;
    for (size_t i = 0; i < sizeof YES / sizeof *YES; i++)
        assert_true(request_takes_gzip(YES[i]));
    for (size_t i = 0; i < sizeof NO / sizeof *NO; i++)
        assert_false(request_takes_gzip(NO[i]));
    assert_false(request_takes_gzip(NULL));
}

static bool is_header(const char *name, palpate_view value)
{
    return form_header_fault((palpate_view){ name, strlen(name) }, value) == NULL;
}

static void addresses_and_headers_have_a_form(void **state)
{
    (void)state;
    assert_null(form_target_fault("/search?q=%00a%20b&x=\xC3\xA9"));
    assert_null(form_target_fault(""));
    assert_non_null(form_target_fault("/search?q=a b"));
    assert_non_null(form_target_fault("/a\x7F"));
    assert_non_null(form_target_fault("/a%00b?q=c"));
    assert_true(is_header("X-Forwarded-For", PALPATE_VIEW("a\tb \xC3\xA9")));
    assert_true(is_header("!#$%&'*+-.^_`|~0aZ", PALPATE_VIEW("")));
    assert_false(is_header("", PALPATE_VIEW("a")));
    assert_false(is_header("Host ", PALPATE_VIEW("a")));
    assert_false(is_header("X\xC3\xA9", PALPATE_VIEW("a")));
    assert_false(is_header("X", PALPATE_VIEW("a\nb")));
    assert_false(is_header("X", PALPATE_VIEW("a\0b")));
    assert_string_equal(form_path("/a"), "/a");
    assert_string_equal(form_path("*"), "*");
    assert_string_equal(form_path("http://x/a/b"), "/a/b");
    assert_string_equal(form_path("HTTPS://x"), "/");
}

static void tags_compare_weakly(void **state)
{
    (void)state;
    assert_true(request_has_tag("W/\"a\"", "W/\"a\""));
    assert_true(request_has_tag("\"a\"", "W/\"a\""));
    assert_true(request_has_tag("\"b\", W/\"a\" ,\"c\"", "W/\"a\""));
    assert_true(request_has_tag("*", "W/\"a\""));
    assert_false(request_has_tag("\"aa\"", "W/\"a\""));
    assert_false(request_has_tag("", "W/\"a\""));
    assert_false(request_has_tag(NULL, "W/\"a\""));
    assert_false(request_has_tag("*", ""));
}

static void an_address_is_a_host_or_a_network(void **state)
{
    struct address a = address("2001:db8::1");
    struct address b = address("203.0.113.5, 2001:db8::ffff");
    struct address c = address("2001:db8:0:1::1");
    struct address d = address(" 192.0.2.7 ");
    struct address mapped = address("::ffff:192.0.2.7");
    struct address none = { .is_known = false };

    (void)state;
    assert_true(address_equals(&a, &b));
    assert_false(address_equals(&a, &c));
    assert_true(address_equals(&d, &mapped));
    assert_false(address_equals(&none, &none));
    assert_string_equal(d.text, "192.0.2.7");
    assert_false(address_parse(&none, "unknown"));
    assert_false(address_parse(&none, ""));
    assert_false(address_parse(&none, "192.0.2.7:80"));
}

static void an_address_may_ask_so_often_and_others_do_not_matter(void **state)
{
    struct rates *rates = calloc(1, sizeof *rates);
    struct address one = address("192.0.2.1");
    struct address other = address("192.0.2.2");
    const uint64_t start = 1000000;

    (void)state;
    assert_non_null(rates);
    rates_init(rates);
    for (int i = 0; i < 5; i++)
        assert_int_equal(rates_take(rates, &one, start, 2, 5), 0);
    assert_int_equal(rates_take(rates, &one, start, 2, 5), 1);
    assert_int_equal(rates_take(rates, &other, start, 2, 5), 0);
    assert_int_equal(rates_take(rates, &one, start + 400000, 2, 5), 1);
    assert_int_equal(rates_take(rates, &one, start + 500000, 2, 5), 0);
    assert_int_equal(rates_take(rates, &one, start + 500000, 2, 5), 1);
    assert_int_equal(rates_take(rates, &one, start, 0, 5), 0);
    free(rates);
}

static void a_crowd_of_addresses_does_not_lift_the_bound_of_one(void **state)
{
    struct rates *rates = calloc(1, sizeof *rates);
    struct address one = address("192.0.2.1");
    unsigned refused = 0;

    (void)state;
    assert_non_null(rates);
    rates_init(rates);
    for (unsigned i = 0; i < 20000; i++) {
        char text[32];
        (void)snprintf(text, sizeof text, "10.%u.%u.1", i >> 8 & 255, i & 255);
        struct address other = address(text);
        (void)rates_take(rates, &other, 1000000 + i, 1, 1);
        refused += rates_take(rates, &one, 1000000 + i, 1, 3) > 0;
    }
    assert_true(refused >= 20000 - 3);
    free(rates);
}

static void limits_are_numbers_within_bounds(void **state)
{
    struct limits limits;
    struct limits before;
    char complaint[128];

    (void)state;
    limits_default(&limits);
    assert_int_equal(limits.query_bytes, 8192);
    assert_true(limits_set(&limits, "max-hits", "7", complaint, sizeof complaint));
    assert_int_equal(limits.hits, 7);
    before = limits;
    static const char *const WRONG[] = { "", "-1", "0", "10001", "7x", " 7", "1e3",
        "99999999999999999999999" };
    for (size_t i = 0; i < sizeof WRONG / sizeof *WRONG; i++)
        assert_false(
                limits_set(&limits, "max-hits", WRONG[i], complaint, sizeof complaint));
    assert_false(limits_set(&limits, "hits", "7", complaint, sizeof complaint));
    assert_memory_equal(&limits, &before, sizeof limits);
}

/* What a filter is written as, or NULL; the caller frees it. */
static char *written(const char *name, const char *value)
{
    struct text text;
    size_t size = 0;

    text_open(&text);
    const char *complaint =
            filter_write(&text, name, (palpate_view){ value, strlen(value) });
    char *words = text_close(&text, &size);
    if (complaint == NULL)
        return words;
    free(words);
    return NULL;
}

static void nothing_gets_out_of_a_filter(void **state)
{
    static const struct {
        const char *name;
        const char *value;
        const char *written; /* NULL: refused */
    } CASES[] = {
        { "kind", "red-flags", "kind:red-flags " },
        { "kind", "red-flags knee", NULL },
        { "kind", "nothing", NULL },
        { "site", "www.clinic.example", "site:www.clinic.example " },
        { "site", "clinic.example OR x", NULL },
        { "site", "-x", NULL },
        { "lang", "en-gb", "lang:en-gb " },
        { "lang", "", NULL },
        { "author", "Jane Smith", "author:\"Jane Smith\" " },
        { "author", "x\" OR \u201Cy", "author:\"x  OR  y\" " },
        { "author", "\"\u201D\u00AB", NULL },
        { "date", "2019", "date:2019 " },
        { "date", "2019-05..2020-06-30", "date:2019-05..2020-06-30 " },
        { "date", "..2020", "date:..2020 " },
        { "date", "2020..", "date:2020.. " },
        { "date", "..", NULL },
        { "date", "2019-13", NULL },
        { "date", "2019-05-32", NULL },
        { "date", "2019-05-07x", NULL },
        { "date", "2019..2020..2021", NULL },
        { "colour", "red", NULL },
    };

    (void)state;
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
        char *words = written(CASES[i].name, CASES[i].value);
        if (CASES[i].written == NULL)
            assert_null(words);
        else
            assert_string_equal(words, CASES[i].written);
        free(words);
    }
}

static void filters_are_taken_off_a_spelling(void **state)
{
    palpate_view words =
            PALPATE_VIEW("author:\"jane smith\" kind:exercises knee: pain");

    (void)state;
    words = filter_skip(filter_skip(words));
    assert_true(view_is(words, "knee: pain"));
    assert_true(view_is(filter_skip(words), "knee: pain"));
    assert_int_equal(filter_skip(PALPATE_VIEW("kind:exercises")).size, 0);
    assert_int_equal(filter_skip(PALPATE_VIEW("")).size, 0);
}

static void text_is_escaped_for_pages_and_addresses(void **state)
{
    struct text text;
    size_t size = 0;

    (void)state;
    text_open(&text);
    text_add_escaped(&text, PALPATE_VIEW("<a href='x'>\"&\u00E9</a>"));
    text_add_escaped(&text, (palpate_view){ "\0\x1B\n", 3 });
    text_add_percent(&text, PALPATE_VIEW("a b&c=\u00E9/\"+"));
    char *bytes = text_close(&text, &size);
    assert_string_equal(bytes,
            "&lt;a href=&#39;x&#39;&gt;&quot;&amp;\u00E9&lt;/a&gt;  \n"
            "a%20b%26c%3D%C3%A9%2F%22%2B");
    assert_int_equal(size, strlen(bytes));
    free(bytes);
}

static char *key_of(palpate_view text, const palpate_view *disabled, size_t count)
{
    struct question question = { .text = (char *)text.data,
        .size = text.size,
        .options = { .limit = 10, .disabled_count = count } };
    size_t size = 0;

    memcpy(question.disabled, disabled, count * sizeof *disabled);
    char *key = question_key(&question, "form", &size);
    assert_non_null(key);
    assert_int_equal(size, strlen(key));
    return key;
}

static void no_bytes_of_one_question_make_it_another(void **state)
{
    const palpate_view two[] = { PALPATE_VIEW("a"), PALPATE_VIEW("b") };
    const palpate_view turned[] = { PALPATE_VIEW("b"), PALPATE_VIEW("a") };
    const palpate_view one[] = { PALPATE_VIEW("a\nb") };
    const palpate_view sly[] = { PALPATE_VIEW("a 1:b") };
    char *keys[] = { key_of(PALPATE_VIEW("x"), two, 2),
        key_of(PALPATE_VIEW("x"), one, 1), key_of(PALPATE_VIEW("x"), sly, 1),
        key_of(PALPATE_VIEW("x 1:a 1:b"), two, 0),
        key_of(PALPATE_VIEW("x\n0 10"), two, 2), key_of(PALPATE_VIEW(""), two, 2) };
    enum { COUNT = sizeof keys / sizeof *keys };

    (void)state;
    for (size_t i = 0; i < COUNT; i++)
        for (size_t j = 0; j < i; j++)
            assert_string_not_equal(keys[i], keys[j]);
    char *same = key_of(PALPATE_VIEW("x"), turned, 2);
    assert_string_equal(same, keys[0]);
    free(same);
    for (size_t i = 0; i < COUNT; i++)
        free(keys[i]);
}

/* Each kind once, and what has no name of its own last. */
static void what_warns_is_the_first_to_choose(void **state)
{
    size_t count = 0;

    (void)state;
    assert_string_equal(kind_to_choose(0), "red-flags");
    assert_string_equal(kind_to_choose(1), "contraindications");
    while (kind_to_choose(count) != NULL)
        count++;
    assert_string_equal(kind_to_choose(count - 1), "other");
    for (size_t i = 0; i < count; i++) {
        const palpate_view kind = { kind_to_choose(i), strlen(kind_to_choose(i)) };
        assert_true(kind_has_name(kind) == (i != count - 1));
        for (size_t k = 0; k < i; k++)
            assert_string_not_equal(kind_to_choose(k), kind_to_choose(i));
    }
    assert_null(palpate_kind_name((uint32_t)count));
}

static void languages_are_listed_by_what_they_weigh(void **state)
{
    static const char *const EXAMPLES[][2] = { { "en-GB,en;q=0.9,es;q=0.8", "en,es" },
        { "en;q=0.2, es", "es,en" }, { "de", "de" }, { "DE-at", "de" },
        { "*, fr;q=0", "" }, { "", "" }, { "a, !, toolonglanguage, it", "it" },
        { "aa,bb,cc,dd,ee", "aa,bb,cc,dd" },
        { "en;q=0.5,de;q=0.5,fr;q=1.0", "fr,en,de" },
        { "en;q=,de;q=9,fr;q=0.25", "de,fr" } };
    char out[LANGUAGES_SIZE];

    (void)state;
    for (size_t i = 0; i < sizeof EXAMPLES / sizeof *EXAMPLES; i++) {
        const char *list = EXAMPLES[i][0];
        palpate_view read = languages_read(out, (palpate_view){ list, strlen(list) });
        if (read.size != strlen(EXAMPLES[i][1]) ||
                memcmp(read.data, EXAMPLES[i][1], read.size) != 0)
            fail_msg("<%s> is <%.*s>", list, (int)read.size, read.data);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(gzip_is_taken_where_the_list_says_so),
        cmocka_unit_test(addresses_and_headers_have_a_form),
        cmocka_unit_test(tags_compare_weakly),
        cmocka_unit_test(an_address_is_a_host_or_a_network),
        cmocka_unit_test(an_address_may_ask_so_often_and_others_do_not_matter),
        cmocka_unit_test(a_crowd_of_addresses_does_not_lift_the_bound_of_one),
        cmocka_unit_test(limits_are_numbers_within_bounds),
        cmocka_unit_test(nothing_gets_out_of_a_filter),
        cmocka_unit_test(filters_are_taken_off_a_spelling),
        cmocka_unit_test(text_is_escaped_for_pages_and_addresses),
        cmocka_unit_test(no_bytes_of_one_question_make_it_another),
        cmocka_unit_test(what_warns_is_the_first_to_choose),
        cmocka_unit_test(languages_are_listed_by_what_they_weigh),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
