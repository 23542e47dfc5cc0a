#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "core/view.h"
#include "indexer/metadata/dates.h"

static void assert_reads(const char *text, const char *expected, bool is_day_first)
{
    struct arena arena = { 0 };
    struct date date;
    palpate_view iso = { "", 0 };

    if (date_find(&date, view_of(text), is_day_first))
        iso = date_iso(&arena, &date);
    if (!view_equals(iso, view_of(expected)))
        fail_msg("<%s> is <%.*s>, not <%s>", text, (int)iso.size, iso.data, expected);
    arena_free(&arena);
}

static void assert_each(const char *const (*pairs)[2], size_t count)
{
    for (size_t i = 0; i < count; i++)
        assert_reads(pairs[i][0], pairs[i][1], false);
}

#define ASSERT_EACH(pairs) assert_each(pairs, sizeof(pairs) / sizeof *(pairs))

static void machines_write_dates_with_times(void **state)
{
    static const char *const DATES[][2] = {
        { "2024-05-01", "2024-05-01" },
        { " 2024-05-01T10:00:00Z ", "2024-05-01T10:00:00Z" },
        { "2024-05-01T10:00:00.123+02:00", "2024-05-01T10:00:00.123+02:00" },
        { "2024-05-01 10:00:00 +0200", "2024-05-01T10:00:00" },
        { "2024-05-01 10", "2024-05-01" },
        { "2024/5/1", "2024-05-01" },
        { "2024.05.01", "2024-05-01" },
        { "20240501", "2024-05-01" },
        { "Wed, 01 May 2024 10:00:00 GMT", "2024-05-01" },
    };

    (void)state;
    ASSERT_EACH(DATES);
}

static void people_write_dates_in_words(void **state)
{
    static const char *const DATES[][2] = {
        { "1 May 2024", "2024-05-01" },
        { "May 1, 2024", "2024-05-01" },
        { "MAY 1ST, 2024", "2024-05-01" },
        { "1st of May, 2024", "2024-05-01" },
        { "Sept. 3, 2021", "2021-09-03" },
        { "03-Mar-2021", "2021-03-03" },
        { "Published on 3\xC2\xA0March\xC2\xA0"
          "2021 by the team",
                "2021-03-03" },
        { "1. Mai 2024", "2024-05-01" },
        { "3. M\xC3\xA4rz 2021", "2021-03-03" },
        { "le 1er ao\xC3\xBBt 2024", "2024-08-01" },
        { "1 de mayo de 2024", "2024-05-01" },
        { "5 dicembre 2023", "2023-12-05" },
        { "7 de outubro de 2022", "2022-10-07" },
        { "9 oktober 2020", "2020-10-09" },
        { "2 maja 2019", "2019-05-02" },
        { "2024\xE5\xB9\xB4"
          "5\xE6\x9C\x88"
          "1\xE6\x97\xA5",
                "2024-05-01" },
    };

    (void)state;
    ASSERT_EACH(DATES);
}

static void dates_are_read_in_forty_languages(void **state)
{
    static const char *const DATES[][2] = {
        { "Ngày đăng: 15 tháng 3 năm 2022", "2022-03-15" },
        { "Thứ Ba, 15 Tháng 3, 2022", "2022-03-15" },
        { "5 Января 2021", "2021-01-05" },
        { "15 березня 2022", "2022-03-15" },
        { "15 март 2022", "2022-03-15" },
        { "15 Μαρτίου 2022", "2022-03-15" },
        { "2024. május 1.", "2024-05-01" },
        { "2024 m. gegužės 1 d.", "2024-05-01" },
        { "15 de març de 2022", "2022-03-15" },
        { "1 d’abril de 2021", "2021-04-01" },
        { "15 martie 2022", "2022-03-15" },
        { "3. října 2020", "2020-10-03" },
        { "12 EKİM 2020", "2020-10-12" },
        { "15. maaliskuuta 2022", "2022-03-15" },
        { "15 Maret 2022", "2022-03-15" },
        { "2024년 5월 1일", "2024-05-01" },
        { "2024 年 5 月 1 日", "2024-05-01" },
        { "15 مارس 2022", "2022-03-15" },
        { "15 كانون الثاني 2022", "2022-01-15" },
        { "15 במרץ 2022", "2022-03-15" },
        { "15 मार्च 2022", "2022-03-15" },
        { "١٥ مارس ٢٠٢٢", "2022-03-15" },
        { "２０２４年１月２日", "2024-01-02" },
    };

    (void)state;
    ASSERT_EACH(DATES);
}

static void other_calendars_are_brought_to_the_usual_one(void **state)
{
    static const char *const DATES[][2] = {
        { "15 มีนาคม พ.ศ. 2565", "2022-03-15" },
        { "15 มี.ค. 2565", "2022-03-15" },
        { "15/03/2565", "2022-03-15" },
        { "令和6年5月1日", "2024-05-01" },
        { "平成元年5月1日", "1989-05-01" },
        { "民國113年5月1日", "2024-05-01" },
        { "۱۲ مرداد ۱۴۰۲", "2023-08-03" },
        { "۱۴۰۲/۰۵/۰۳", "2023-07-25" },
        { "۱ فروردین ۱۴۰۳", "2024-03-20" },
        { "۳۰ اسفند ۱۴۰۳", "2025-03-20" },
        { "۳۱ اسفند ۱۴۰۳", "" },
        /* Numbers are months of the year that is beside them, and only twelve of them.
         */
        { "12005024", "" },
        { "13002105", "" },
        { "14023305", "" },
        { "۱۴۰۲/۱۳/۰۳", "" },
        { "۱۴۰۲/۹۹/۰۳", "" },
        { "25/35/1300", "" },
        { "25/21/1402", "" },
        { "1402-99-01", "" },
    };

    (void)state;
    ASSERT_EACH(DATES);
}

static void the_language_decides_between_day_and_month(void **state)
{
    (void)state;
    assert_reads("03/05/2021", "2021-03-05", false);
    assert_reads("03/05/2021", "2021-05-03", true);
    assert_reads("03.05.2021", "2021-05-03", false);
    assert_reads("23/05/2021", "2021-05-23", false);
    assert_reads("05/23/2021", "2021-05-23", true);
    assert_reads("5/3/21", "2021-05-03", false);
    assert_reads("30.10.99", "1999-10-30", false);
}

static void no_calendar_has_nonsense(void **state)
{
    static const char *const DATES[][2] = {
        { "2024-02-30", "" },
        { "2023-02-29", "" },
        { "2024-02-29", "2024-02-29" },
        { "32 May 2024", "" },
        { "April 31, 2024", "" },
        { "13/13/2021", "" },
        { "0000-00-00", "" },
        { "1823-04-01", "" },
        { "May 2024", "" },
        { "maybe 5, 2024", "" },
        { "call 0800-12-3456", "" },
        { "version 1.2.3.2024", "" },
        { "12024-05-01", "" },
        { "", "" },
    };

    (void)state;
    ASSERT_EACH(DATES);
}

static void the_first_date_of_several_counts(void **state)
{
    (void)state;
    assert_reads("Published July 8, 2025, updated August 9, 2025", "2025-07-08", false);
    assert_reads("Chapter 12 of 2019: 3 March 2021", "2021-03-03", false);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(machines_write_dates_with_times),
        cmocka_unit_test(people_write_dates_in_words),
        cmocka_unit_test(dates_are_read_in_forty_languages),
        cmocka_unit_test(other_calendars_are_brought_to_the_usual_one),
        cmocka_unit_test(the_language_decides_between_day_and_month),
        cmocka_unit_test(no_calendar_has_nonsense),
        cmocka_unit_test(the_first_date_of_several_counts),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
