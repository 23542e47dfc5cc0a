#include "indexer/metadata/dates.h"

#include <stdio.h>

#include "core/ascii.h"
#include "core/buffer.h"
#include "core/view.h"
#include "indexer/metadata/calendars.h"
#include "indexer/metadata/date_cursor.h"
#include "indexer/metadata/letters.h"
#include "indexer/metadata/months.h"

enum {
    SEARCHED = 300, /* bytes: a date stands early or not at all */
    YEAR_FIRST = 1900,
    PERSIAN_FIRST = 1300, /* the years of the Persian calendar that are read */
    PERSIAN_LAST = 1500,
    CENTURY_TURN = 70, /* "30.10.71" is of 1971 */
    DAY_LAST = 31
};

static bool is_possible(const struct date *date)
{
    static const int DAYS[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
    bool is_leap =
            date->year % 4 == 0 && (date->year % 100 != 0 || date->year % 400 == 0);

    if (date->year < YEAR_FIRST || date->year >= 2200 || date->month < 1 ||
            date->month > 12)
        return false;
    return date->day >= 1 &&
           date->day <= DAYS[date->month - 1] + (date->month == 2 && is_leap);
}

/* A hyphen, slash, dot or the sign of Chinese, Japanese or Korean after a number. */
static bool skip_separator(
        struct date_cursor *cursor, palpate_view sign, palpate_view other)
{
    const size_t start = cursor->place;

    while (date_peek(cursor) == ' ')
        cursor->place++;
    if (date_skip_word(cursor, sign) || date_skip_word(cursor, other)) {
        while (date_peek(cursor) == ' ')
            cursor->place++;
        return true;
    }
    cursor->place = start;
    char byte = date_peek(cursor);
    cursor->place += byte == '-' || byte == '/' || byte == '.';
    return byte == '-' || byte == '/' || byte == '.';
}

/* The month of a number, or 0: months beyond the twelfth are those of other calendars.
 */
static int month_of_number(int number)
{
    return number >= 1 && number <= 12 ? number : 0;
}

/* The year that a date starts with, of whatever calendar, or 0. */
static int read_year(struct date_cursor *cursor)
{
    int year = calendar_read_era(cursor);

    if (year == 0)
        year = date_read_number(cursor, 4);
    return year < PERSIAN_FIRST || (year < YEAR_FIRST && year > PERSIAN_LAST) ? 0
                                                                              : year;
}

/* Year, month, day; in words also: 2024 May 1. */
static bool read_year_first(struct date_cursor cursor, struct date *out)
{
    bool is_persian = date_peek(&cursor) < 0;

    out->year = read_year(&cursor);
    if (out->year == 0)
        return false; /* before the costly question which month it is */
    struct date_cursor numbers = cursor;
    if (skip_separator(
                &numbers, PALPATE_VIEW("\xE5\xB9\xB4"), PALPATE_VIEW("\xEB\x85\x84")) &&
            date_at_digit(&numbers)) {
        cursor = numbers;
        out->month = month_of_number(date_read_number(&cursor, 2));
        if (!skip_separator(&cursor, PALPATE_VIEW("\xE6\x9C\x88"),
                    PALPATE_VIEW("\xEC\x9B\x94")))
            return false;
        if (is_persian && out->year <= PERSIAN_LAST)
            out->month += MONTH_PERSIAN;
    } else {
        date_skip_gap(&cursor);
        out->month = date_read_month(&cursor);
        date_skip_gap(&cursor);
    }
    out->day = date_read_number(&cursor, 2);
    out->end = cursor.place;
    return true;
}

/* 20240501, where the text is nothing else. */
static bool read_digits(struct date_cursor cursor, struct date *out)
{
    int number = cursor.text.size == 8 ? date_read_number(&cursor, 8) : -1;

    out->year = number / 10000;
    out->month = month_of_number(number / 100 % 100);
    out->day = number % 100;
    out->end = cursor.place;
    return number > 0;
}

static bool read_numbers(struct date_cursor cursor, struct date *out, bool is_day_first)
{
    int first = date_read_number(&cursor, 2);
    char separator = date_peek(&cursor);

    if (first < 0 || (separator != '/' && separator != '.' && separator != '-'))
        return false;
    cursor.place++;
    int second = date_read_number(&cursor, 2);
    if (second < 0 || date_peek(&cursor) != separator)
        return false;
    cursor.place++;
    size_t start = cursor.place;
    out->year = date_read_number(&cursor, 4);
    if (out->year >= 0 && out->year < 100 && cursor.place - start == 2)
        out->year += out->year < CENTURY_TURN ? 2000 : 1900;
    out->end = cursor.place;
    if (first > 12 || (second <= 12 && (separator == '.' || is_day_first))) {
        out->day = first;
        out->month = month_of_number(second);
    } else {
        out->month = month_of_number(first);
        out->day = second;
    }
    return date_peek(&cursor) != separator;
}

static bool read_day_first(struct date_cursor cursor, struct date *out)
{
    out->day = date_read_number(&cursor, 2);
    if (out->day < 1 || out->day > DAY_LAST)
        return false;
    date_skip_ordinal(&cursor);
    date_skip_gap(&cursor);
    /* Months have numbers in Vietnamese. */
    out->month = date_skip_word(&cursor, PALPATE_VIEW("th\xC3\xA1ng "))
                         ? date_read_number(&cursor, 2)
                         : date_read_month(&cursor);
    if (out->month == 0)
        return false;
    date_skip_gap(&cursor);
    out->year = date_read_number(&cursor, 4);
    out->end = cursor.place;
    return true;
}

static bool read_month_first(struct date_cursor cursor, struct date *out)
{
    out->month = date_read_month(&cursor);
    date_skip_gap(&cursor);
    if (out->month == 0 || !date_at_digit(&cursor))
        return false;
    out->day = date_read_number(&cursor, 2);
    date_skip_ordinal(&cursor);
    date_skip_gap(&cursor);
    out->year = date_read_number(&cursor, 4);
    out->end = cursor.place;
    return true;
}

/* "T10:00:00+02:00" or " 10:00:00 +0200" after a date. */
static palpate_view time_behind(palpate_view text, size_t place)
{
    static const char SHAPE[] = "T99:99";
    size_t end = place;

    for (size_t i = 0; i < sizeof SHAPE - 1; i++) {
        if (place + i >= text.size)
            return (palpate_view){ NULL, 0 };
        char byte = text.data[place + i];
        bool fits = SHAPE[i] == '9'   ? ascii_is_digit(byte)
                    : SHAPE[i] == 'T' ? byte == 'T' || byte == ' '
                                      : byte == SHAPE[i];
        if (!fits)
            return (palpate_view){ NULL, 0 };
    }
    end += sizeof SHAPE - 1;
    while (end < text.size && end - place < 24 &&
            (ascii_is_digit(text.data[end]) ||
                    view_find(PALPATE_VIEW(":.+-Z"), view_slice(text, end, 1)) < 5))
        end++;
    return view_slice(text, place, end - place);
}

/* Whether what was read is a day of the calendar, once it is brought to the usual one.
 */
static bool is_date(struct date *date)
{
    calendar_convert(&date->year, &date->month, &date->day);
    return is_possible(date);
}

static bool read_at(struct date_cursor cursor, struct date *out, bool is_day_first)
{
    *out = (struct date){ .start = cursor.place };
    if (read_year_first(cursor, out) && is_date(out)) {
        out->time = time_behind(cursor.text, out->end);
        return true;
    }
    if (!date_at_digit(&cursor))
        return read_month_first(cursor, out) && is_date(out);
    return (read_numbers(cursor, out, is_day_first) && is_date(out)) ||
           (read_day_first(cursor, out) && is_date(out)) ||
           (read_digits(cursor, out) && is_date(out));
}

/* Whether a character of other scripts than the Latin one may start a date: a digit
   after none, a word after a space, or the name of an era. */
static bool is_start_beyond(palpate_view text, size_t place)
{
    size_t size = 0;
    unsigned char before = place == 0 ? ' ' : (unsigned char)text.data[place - 1];

    if ((unsigned char)text.data[place] < 0xC3)
        return false; /* the middle of a character, or a sign */
    if (letters_digit(text, place, &size) < 0)
        return before < 0x80 || text.data[place] == '\xE4' ||
               text.data[place] == '\xE5' || text.data[place] == '\xE6';
    return (place < 2 || letters_digit(text, place - 2, &size) < 0) &&
           (place < 3 || letters_digit(text, place - 3, &size) < 0);
}

/* Whether a date may start at a place: not within a word or the number of a version. */
static bool is_start(palpate_view text, size_t place)
{
    char byte = text.data[place];

    if (!ascii_is_alphanumeric(byte))
        return is_start_beyond(text, place);
    if (place > 0 && ascii_is_alphanumeric(text.data[place - 1]))
        return false;
    if (place > 1 && ascii_is_digit(byte) && ascii_is_digit(text.data[place - 2]))
        return text.data[place - 1] != '.' && text.data[place - 1] != '-';
    return true;
}

bool date_find(struct date *out, palpate_view text, bool is_day_first)
{
    struct date_cursor cursor = { text, 0 };

    for (; cursor.place < text.size && cursor.place < SEARCHED; cursor.place++)
        if (is_start(text, cursor.place) && read_at(cursor, out, is_day_first))
            return true;
    return false;
}

/* Days from a day long ago, in a calendar whose years begin in March. */
static int day_number(const struct date *date)
{
    const int year = date->month > 2 ? date->year : date->year - 1;
    const int month = date->month > 2 ? date->month - 3 : date->month + 9;

    return 365 * year + year / 4 - year / 100 + year / 400 + (153 * month + 2) / 5 +
           date->day;
}

bool date_are_next(const struct date *a, const struct date *b)
{
    const int apart = day_number(a) - day_number(b);

    return apart == 1 || apart == -1;
}

void date_print(const struct date *date, char *out, size_t size)
{
    (void)snprintf(out, size, "%04d-%02d-%02d", date->year, date->month, date->day);
}

palpate_view date_iso(struct arena *arena, const struct date *date)
{
    char iso[48];
    date_print(date, iso, sizeof iso);
    int size = 10;

    for (size_t i = 0; i < date->time.size && (size_t)size + 1 < sizeof iso; i++)
        iso[size++] = date->time.data[i];
    if (date->time.size > 0)
        iso[size - (int)date->time.size] = 'T';
    return arena_copy(arena, (palpate_view){ iso, (size_t)size });
}
