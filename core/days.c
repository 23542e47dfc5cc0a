#include "core/days.h"

#include <time.h>

#include "core/ascii.h"

enum { SECONDS_OF_DAY = 86400 };

/* Days from 1970-01-01 to a day of the Gregorian calendar.  Years start in March, so
   that a leap day is the last of its year. */
static int64_t days_of(int64_t year, int month, int day)
{
    enum { DAYS_OF_ERA = 146097, YEARS_OF_ERA = 400, DAYS_BEFORE_1970 = 719468 };

    year -= month <= 2;
    int64_t era = year / YEARS_OF_ERA;
    int64_t of_era = year - era * YEARS_OF_ERA;
    int64_t of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
    return era * DAYS_OF_ERA + of_era * 365 + of_era / 4 - of_era / 100 + of_year -
           DAYS_BEFORE_1970;
}

bool days_read(int64_t *days, palpate_view date)
{
    static const char FORM[] = "0000-00-00";
    int numbers[3] = { 0, 0, 0 };
    int part = 0;

    *days = 0;
    if (date.size < sizeof FORM - 1)
        return false;
    for (size_t i = 0; FORM[i] != '\0'; i++) {
        bool is_digit = ascii_is_digit(date.data[i]);
        if (FORM[i] == '-' ? date.data[i] != '-' : !is_digit)
            return false;
        if (is_digit)
            numbers[part] = numbers[part] * 10 + date.data[i] - '0';
        part += !is_digit;
    }
    if (numbers[1] < 1 || numbers[1] > 12 || numbers[2] < 1 || numbers[2] > 31)
        return false;
    *days = days_of(numbers[0], numbers[1], numbers[2]);
    return true;
}

int64_t days_now(void)
{
    return (int64_t)time(NULL) / SECONDS_OF_DAY;
}
