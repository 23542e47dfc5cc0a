#include "indexer/metadata/calendars.h"

#include "core/view.h"
#include "indexer/metadata/months.h"

int calendar_read_era(struct date_cursor *cursor)
{
    static const struct {
        palpate_view name;
        int before; /* the year before its first */
    } ERAS[] = {
        { PALPATE_VIEW_INIT("\xE4\xBB\xA4\xE5\x92\x8C"), 2018 }, /* Reiwa */
        { PALPATE_VIEW_INIT("\xE5\xB9\xB3\xE6\x88\x90"), 1988 }, /* Heisei */
        { PALPATE_VIEW_INIT("\xE6\x98\xAD\xE5\x92\x8C"), 1925 }, /* Showa */
        { PALPATE_VIEW_INIT("\xE6\xB0\x91\xE5\x9C\x8B"), 1911 }, /* the republic */
        { PALPATE_VIEW_INIT("\xE6\xB0\x91\xE5\x9B\xBD"), 1911 },
    };

    for (size_t i = 0; i < sizeof ERAS / sizeof *ERAS; i++) {
        if (!date_skip_word(cursor, ERAS[i].name))
            continue;
        if (date_skip_word(cursor, PALPATE_VIEW("\xE5\x85\x83"))) /* the first */
            return ERAS[i].before + 1;
        while (date_skip_word(cursor, PALPATE_VIEW(" ")))
            ;
        int year = date_read_number(cursor, 3);
        return year < 1 ? 0 : ERAS[i].before + year;
    }
    return 0;
}

static bool is_leap(int year)
{
    return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

static int days_of(int year, int month)
{
    static const int DAYS[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };

    return DAYS[month - 1] + (month == 2 && is_leap(year));
}

/* Days from the first of January of the year 0 to that of `year`. */
static int days_before(int year)
{
    return 365 * year + (year + 3) / 4 - (year + 99) / 100 + (year + 399) / 400;
}

/* Persian years have a leap day in 8 of 33 years. */
static void convert_persian(int *year, int *month, int *day)
{
    enum { SHIFT = 1595, EPOCH = 355668, LONG = 6 /* months of 31 days */ };
    const int months = *month - MONTH_PERSIAN - 1;
    const int years = *year + SHIFT;

    if (*day < 1 || *day > (months < LONG ? 31 : 30)) {
        *month = 0; /* no date */
        return;
    }
    int days = 365 * years + years / 33 * 8 + (years % 33 + 3) / 4 - EPOCH + *day +
               months * 30 + (months < LONG ? months : LONG);
    *year += 621;
    *year += days >= days_before(*year + 1);
    days -= days_before(*year);
    *month = 1;
    for (; days >= days_of(*year, *month); ++*month)
        days -= days_of(*year, *month);
    *day = days + 1;
}

void calendar_convert(int *year, int *month, int *day)
{
    enum { BUDDHIST = 543, FIRST_BUDDHIST = 2400 };

    if (*month > MONTH_PERSIAN && *month <= MONTH_PERSIAN + 12 && *year >= 1200 &&
            *year < 1600)
        convert_persian(year, month, day);
    else if (*year >= FIRST_BUDDHIST)
        *year -= BUDDHIST;
}
