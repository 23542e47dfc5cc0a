#include "indexer/metadata/dates.h"

#include <stdio.h>

#include "core/ascii.h"
#include "core/buffer.h"
#include "core/view.h"
#include "indexer/metadata/months.h"

enum {
    SEARCHED = 300, /* bytes: a date stands early or not at all */
    YEAR_FIRST = 1900,
    DAY_LAST = 31
};

/* Where in a text the reading is. */
struct cursor {
    palpate_view text;
    size_t place;
};

static char peek(const struct cursor *cursor)
{
    if (cursor->place >= cursor->text.size)
        return '\0';
    return cursor->text.data[cursor->place];
}

static bool skip_word(struct cursor *cursor, palpate_view word)
{
    palpate_view here = view_slice(cursor->text, cursor->place, word.size);

    if (!view_equals_ignoring_case(here, word))
        return false;
    cursor->place += word.size;
    return true;
}

/* A number of at most `most` digits with no digit after it, or -1. */
static int read_number(struct cursor *cursor, size_t most)
{
    size_t start = cursor->place;
    int number = 0;

    while (ascii_is_digit(peek(cursor)) && cursor->place - start < most)
        number = number * 10 + (cursor->text.data[cursor->place++] - '0');
    return cursor->place == start || ascii_is_digit(peek(cursor)) ? -1 : number;
}

/* What may stand between the parts of a date in words. */
static void skip_gap(struct cursor *cursor)
{
    static const palpate_view GAPS[] = {
        PALPATE_VIEW_INIT(","),
        PALPATE_VIEW_INIT("."),
        PALPATE_VIEW_INIT("/"),
        PALPATE_VIEW_INIT("-"),
        PALPATE_VIEW_INIT("\xC2\xA0"),
        PALPATE_VIEW_INIT("\xE2\x80\xAF"),
#define WORD(word) PALPATE_VIEW_INIT(word " "),
#include "words/mul/date_gaps.inc"
#undef WORD
    };
    bool moved = true;

    while (moved) {
        moved = false;
        if (cursor->place < cursor->text.size && (unsigned char)peek(cursor) <= ' ') {
            cursor->place++;
            moved = true;
        }
        for (size_t i = 0; i < sizeof GAPS / sizeof *GAPS; i++)
            moved = moved || skip_word(cursor, GAPS[i]);
    }
}

static void skip_ordinal(struct cursor *cursor)
{
    static const palpate_view ORDINALS[] = {
#define WORD(word) PALPATE_VIEW_INIT(word),
#include "words/mul/ordinals.inc"
#undef WORD
    };

    for (size_t i = 0; i < sizeof ORDINALS / sizeof *ORDINALS; i++)
        if (skip_word(cursor, ORDINALS[i]))
            return;
}

/* A word of letters; it ends at the first bytes of spaces and dashes beyond ASCII. */
static palpate_view read_word(struct cursor *cursor)
{
    size_t start = cursor->place;

    while (ascii_is_letter(peek(cursor)) ||
            ((unsigned char)peek(cursor) >= 0x80 &&
                    (unsigned char)peek(cursor) != 0xC2 &&
                    (unsigned char)peek(cursor) != 0xE2))
        cursor->place++;
    return view_slice(cursor->text, start, cursor->place - start);
}

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
static bool skip_separator(struct cursor *cursor, palpate_view sign, palpate_view other)
{
    char byte = peek(cursor);

    if (skip_word(cursor, sign) || skip_word(cursor, other)) {
        while (peek(cursor) == ' ')
            cursor->place++;
        return true;
    }
    cursor->place += byte == '-' || byte == '/' || byte == '.';
    return byte == '-' || byte == '/' || byte == '.';
}

/* Year, month, day; in words also: 2024 May 1. */
static bool read_year_first(struct cursor cursor, struct date *out)
{
    out->year = read_number(&cursor, 4);
    if (out->year < YEAR_FIRST)
        return false; /* before the costly question which month it is */
    if (skip_separator(
                &cursor, PALPATE_VIEW("\xE5\xB9\xB4"), PALPATE_VIEW("\xEB\x85\x84"))) {
        out->month = read_number(&cursor, 2);
        if (!skip_separator(&cursor, PALPATE_VIEW("\xE6\x9C\x88"),
                    PALPATE_VIEW("\xEC\x9B\x94")))
            return false;
    } else {
        skip_gap(&cursor);
        out->month = month_of(read_word(&cursor));
        skip_gap(&cursor);
    }
    out->day = read_number(&cursor, 2);
    out->end = cursor.place;
    return true;
}

/* 20240501, where the text is nothing else. */
static bool read_digits(struct cursor cursor, struct date *out)
{
    int number = cursor.text.size == 8 ? read_number(&cursor, 8) : -1;

    out->year = number / 10000;
    out->month = number / 100 % 100;
    out->day = number % 100;
    out->end = cursor.place;
    return number > 0;
}

static bool read_numbers(struct cursor cursor, struct date *out, bool is_day_first)
{
    int first = read_number(&cursor, 2);
    char separator = peek(&cursor);

    if (first < 0 || (separator != '/' && separator != '.' && separator != '-'))
        return false;
    cursor.place++;
    int second = read_number(&cursor, 2);
    if (second < 0 || peek(&cursor) != separator)
        return false;
    cursor.place++;
    size_t start = cursor.place;
    out->year = read_number(&cursor, 4);
    if (cursor.place - start == 2)
        out->year += 2000;
    out->end = cursor.place;
    if (first > 12 || (second <= 12 && (separator == '.' || is_day_first))) {
        out->day = first;
        out->month = second;
    } else {
        out->month = first;
        out->day = second;
    }
    return peek(&cursor) != separator;
}

static bool read_day_first(struct cursor cursor, struct date *out)
{
    out->day = read_number(&cursor, 2);
    if (out->day < 1 || out->day > DAY_LAST)
        return false;
    skip_ordinal(&cursor);
    skip_gap(&cursor);
    out->month = month_of(read_word(&cursor));
    skip_gap(&cursor);
    out->year = read_number(&cursor, 4);
    out->end = cursor.place;
    return true;
}

static bool read_month_first(struct cursor cursor, struct date *out)
{
    palpate_view month = read_word(&cursor);

    skip_gap(&cursor);
    if (!ascii_is_digit(peek(&cursor)))
        return false; /* before the costly question */
    out->month = month_of(month);
    out->day = read_number(&cursor, 2);
    skip_ordinal(&cursor);
    skip_gap(&cursor);
    out->year = read_number(&cursor, 4);
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

static bool read_at(struct cursor cursor, struct date *out, bool is_day_first)
{
    *out = (struct date){ .start = cursor.place };
    if (ascii_is_letter(peek(&cursor)))
        return read_month_first(cursor, out) && is_possible(out);
    if (read_year_first(cursor, out) && is_possible(out)) {
        out->time = time_behind(cursor.text, out->end);
        return true;
    }
    return (read_numbers(cursor, out, is_day_first) && is_possible(out)) ||
           (read_day_first(cursor, out) && is_possible(out)) ||
           (read_digits(cursor, out) && is_possible(out));
}

/* Whether a date may start at a place: not within a word or the number of a version. */
static bool is_start(palpate_view text, size_t place)
{
    char byte = text.data[place];

    if (place > 0 && ascii_is_alphanumeric(text.data[place - 1]))
        return false;
    if (place > 1 && ascii_is_digit(byte) && ascii_is_digit(text.data[place - 2]))
        return text.data[place - 1] != '.' && text.data[place - 1] != '-';
    return ascii_is_alphanumeric(byte);
}

bool date_find(struct date *out, palpate_view text, bool is_day_first)
{
    struct cursor cursor = { text, 0 };

    for (; cursor.place < text.size && cursor.place < SEARCHED; cursor.place++)
        if (is_start(text, cursor.place) && read_at(cursor, out, is_day_first))
            return true;
    return false;
}

palpate_view date_iso(struct arena *arena, const struct date *date)
{
    char iso[48];
    int size = snprintf(
            iso, sizeof iso, "%04d-%02d-%02d", date->year, date->month, date->day);

    for (size_t i = 0; i < date->time.size && (size_t)size + 1 < sizeof iso; i++)
        iso[size++] = date->time.data[i];
    if (date->time.size > 0)
        iso[size - (int)date->time.size] = 'T';
    return arena_copy(arena, (palpate_view){ iso, (size_t)size });
}
