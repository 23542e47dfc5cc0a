#include <float.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

/* cmocka.h needs the four before it. */
#include <cmocka.h>

#include "core/view.h"
#include "query/render/json_writer.h"

static void expect(struct buffer *out, const char *wanted)
{
    assert_false(out->failed);
    buffer_append_byte(out, '\0');
    assert_string_equal(out->data, wanted);
    buffer_free(out);
}

static void write_all_kinds(struct json_writer *writer)
{
    json_begin_object(writer, NULL);
    json_begin_array(writer, "empty");
    json_end_array(writer);
    json_begin_array(writer, "list");
    json_add_count(writer, NULL, UINT64_MAX);
    json_begin_object(writer, NULL);
    json_end_object(writer);
    json_add_flag(writer, NULL, false);
    json_end_array(writer);
    json_add_real(writer, "score", 0.5);
    json_add_text(writer, "text", PALPATE_VIEW("a"));
    json_end_object(writer);
}

static void values_stand_on_one_line_or_indented(void **state)
{
    struct buffer out = { 0 };
    struct json_writer flat = { .out = &out };
    struct json_writer indented = { .out = &out, .is_indented = true };

    (void)state;
    write_all_kinds(&flat);
    expect(&out, "{\"empty\":[],\"list\":[18446744073709551615,{},false],"
                 "\"score\":0.5,\"text\":\"a\"}");
    write_all_kinds(&indented);
    expect(&out, "{\n  \"empty\": [],\n  \"list\": [\n    18446744073709551615,\n"
                 "    {},\n    false\n  ],\n  \"score\": 0.5,\n  \"text\": \"a\"\n}");
}

static void text_cannot_leave_its_quotation_marks(void **state)
{
    struct buffer out = { 0 };
    struct json_writer writer = { .out = &out };
    const palpate_view all = { "\"\\\b\f\n\r\t\0\x1F</\x7F\u00E9", 14 };

    (void)state;
    json_begin_array(&writer, NULL);
    json_add_text(&writer, NULL, all);
    json_add_text(&writer, NULL, PALPATE_VIEW("\xFF\xC3"));
    json_add_text(&writer, NULL, (palpate_view){ NULL, 0 });
    json_end_array(&writer);
    expect(&out, "[\"\\\"\\\\\\b\\f\\n\\r\\t\\u0000\\u001F\\u003c/\x7F\u00E9\","
                 "\"\uFFFD\uFFFD\",\"\"]");
}

static void controls_beyond_ascii_are_escaped(void **state)
{
    struct buffer out = { 0 };
    struct json_writer writer = { .out = &out };

    (void)state;
    json_add_text(&writer, NULL,
            PALPATE_VIEW("a\xC2\x80"
                         "b\xC2\x9F\xC2\xA0"));
    expect(&out, "\"a\\u0080b\\u009F\xC2\xA0\"");
}

static void numbers_are_read_back_as_they_were(void **state)
{
    static const double NUMBERS[] = { 0.1, 1.0 / 3, 7.8339569438549859, -2.5e-300,
        DBL_MAX, DBL_MIN, 12345678901234567.0, 0 };

    (void)state;
    for (size_t i = 0; i < sizeof NUMBERS / sizeof *NUMBERS; i++) {
        struct buffer out = { 0 };
        struct json_writer writer = { .out = &out };
        json_add_real(&writer, NULL, NUMBERS[i]);
        buffer_append_byte(&out, '\0');
        assert_true(strtod(out.data, NULL) == NUMBERS[i]);
        assert_non_null(strpbrk(out.data, ".e"));
        buffer_free(&out);
    }
    struct buffer out = { 0 };
    struct json_writer writer = { .out = &out };
    json_add_real(&writer, NULL, 3);
    expect(&out, "3.0");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(values_stand_on_one_line_or_indented),
        cmocka_unit_test(text_cannot_leave_its_quotation_marks),
        cmocka_unit_test(controls_beyond_ascii_are_escaped),
        cmocka_unit_test(numbers_are_read_back_as_they_were),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
