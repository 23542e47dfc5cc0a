/* Any bytes may have a date: it is of the calendar, stands where it says, and is found
   again as it is printed. */
#include "core/view.h"
#include "fuzz.h"
#include "indexer/metadata/dates.h"

static int days_of(int year, int month)
{
    static const int DAYS[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
    bool is_leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);

    return DAYS[month - 1] + (month == 2 && is_leap);
}

static void require_printed(const struct date *date)
{
    char printed[16];
    struct date again;

    date_print(date, printed, sizeof printed);
    REQUIRE(date_find(&again, view_of(printed), false));
    REQUIRE(again.year == date->year && again.month == date->month &&
            again.day == date->day);
}

static void require_iso(const struct date *date)
{
    struct arena arena = { 0 };
    palpate_view iso = date_iso(&arena, date);
    struct date again;

    REQUIRE(iso.size == 10 || (iso.size > 11 && iso.data[10] == 'T'));
    REQUIRE(date_find(&again, iso, false));
    REQUIRE(again.year == date->year && again.month == date->month &&
            again.day == date->day);
    arena_free(&arena);
}

static void require_date(palpate_view text, bool is_day_first)
{
    struct date date;

    if (!date_find(&date, text, is_day_first))
        return;
    REQUIRE(date.start < date.end && date.end <= text.size);
    fuzz_require_inside(date.time, text);
    REQUIRE(date.year >= 1 && date.year <= 9999);
    REQUIRE(date.month >= 1 && date.month <= 12);
    REQUIRE(date.day >= 1 && date.day <= days_of(date.year, date.month));
    require_printed(&date);
    require_iso(&date);
    REQUIRE(!date_are_next(&date, &date));
}

void fuzz_one(palpate_view bytes)
{
    require_date(bytes, false);
    require_date(bytes, true);
}
