#include <stdio.h>

#include "core/view.h"
#include "indexer/metadata.h"

static bool is_digit(char byte)
{
    return byte >= '0' && byte <= '9';
}

static int number_at(palpate_view text, size_t *place, size_t most)
{
    int number = 0;
    size_t start = *place;

    while (*place < text.size && is_digit(text.data[*place]) && *place - start < most)
        number = number * 10 + (text.data[(*place)++] - '0');
    return *place == start ? -1 : number;
}

/* 1 to 12 for an English month at `place`, by its first three letters; moves behind it.
 */
static int month_at(palpate_view text, size_t *place)
{
    static const char MONTHS[] = "janfebmaraprmayjunjulaugsepoctnovdec";

    for (int month = 0; month < 12; month++) {
        palpate_view name = { MONTHS + 3 * (size_t)month, 3 };
        if (!view_equals_ignoring_case(view_slice(text, *place, 3), name))
            continue;
        while (*place < text.size && text.data[*place] != ' ' &&
                text.data[*place] != ',' && text.data[*place] != '.' &&
                !is_digit(text.data[*place]))
            (*place)++;
        return month + 1;
    }
    return -1;
}

static void skip(palpate_view text, size_t *place)
{
    while (*place < text.size &&
            (text.data[*place] == ' ' || text.data[*place] == ',' ||
                    text.data[*place] == '.'))
        (*place)++;
}

static bool is_iso(palpate_view text)
{
    static const char SHAPE[] = "9999-99-99";

    for (size_t i = 0; i < sizeof SHAPE - 1; i++)
        if (i >= text.size ||
                (SHAPE[i] == '9' ? !is_digit(text.data[i]) : text.data[i] != SHAPE[i]))
            return false;
    return true;
}

/* A date in words that starts at `place`: day month year or month day year. */
static bool read_words(palpate_view text, size_t place, int date[3])
{
    int month = month_at(text, &place);
    int day = -1;

    if (month < 0) {
        day = number_at(text, &place, 2);
        while (place < text.size && text.data[place] >= 'a' && text.data[place] <= 'z')
            place++; /* 1st, 2nd */
        skip(text, &place);
        month = month_at(text, &place);
    } else {
        skip(text, &place);
        day = number_at(text, &place, 2);
        while (place < text.size && text.data[place] >= 'a' && text.data[place] <= 'z')
            place++;
    }
    skip(text, &place);
    int year = number_at(text, &place, 4);
    date[0] = year;
    date[1] = month;
    date[2] = day;
    return year >= 1900 && year < 2200 && month > 0 && day > 0 && day <= 31;
}

/* "12.12.2025" and "2024/5/3": the year tells which end is which.  Of "3/4/2025" nobody
   knows the month: it is read as American sites write, unless that is no month. */
static bool read_numbers(palpate_view text, size_t place, int date[3])
{
    int first = number_at(text, &place, 4);
    int separator = place < text.size ? text.data[place] : ' ';
    if (separator != '.' && separator != '/' && separator != '-')
        return false;
    place++;
    int second = number_at(text, &place, 2);
    if (place >= text.size || text.data[place] != separator)
        return false;
    place++;
    int third = number_at(text, &place, 4);
    if (third >= 0 && third < 100 && first <= 31)
        third += 2000;
    bool is_year_first = first > 31;
    bool is_day_first = separator == '.' || first > 12;

    date[0] = is_year_first ? first : third;
    date[1] = is_year_first || is_day_first ? second : first;
    date[2] = is_year_first ? third : is_day_first ? first : second;
    return date[0] >= 1990 && date[0] < 2100 && date[1] >= 1 && date[1] <= 12 &&
           date[2] >= 1 && date[2] <= 31;
}

palpate_view metadata_date(struct arena *arena, palpate_view text)
{
    char iso[32];
    int date[3];

    text = view_trim(text);
    if (is_iso(text))
        return arena_copy(arena, view_slice(text, 0, 32));
    for (size_t place = 0; place < text.size && place < 80; place++) {
        bool starts = place == 0 || text.data[place - 1] == ' ' ||
                      text.data[place - 1] == ':';
        if (!starts ||
                (!read_words(text, place, date) && !read_numbers(text, place, date)))
            continue;
        int size =
                snprintf(iso, sizeof iso, "%04d-%02d-%02d", date[0], date[1], date[2]);
        return arena_copy(arena, (palpate_view){ iso, (size_t)size });
    }
    return arena_copy(arena, (palpate_view){ "", 0 });
}
