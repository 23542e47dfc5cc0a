#include "question_report_json.h"

#include <inttypes.h>

/* What a character of UTF-8 may begin with, its bytes, and what the second may be. */
static const struct lead {
    unsigned char first, last, size, low, high;
} LEADS[] = {
    { 0x00, 0x7F, 1, 0x00, 0xFF },
    { 0xC2, 0xDF, 2, 0x80, 0xBF },
    { 0xE0, 0xE0, 3, 0xA0, 0xBF },
    { 0xE1, 0xEC, 3, 0x80, 0xBF },
    { 0xED, 0xED, 3, 0x80, 0x9F },
    { 0xEE, 0xEF, 3, 0x80, 0xBF },
    { 0xF0, 0xF0, 4, 0x90, 0xBF },
    { 0xF1, 0xF3, 4, 0x80, 0xBF },
    { 0xF4, 0xF4, 4, 0x80, 0x8F },
};

static bool goes_on(const unsigned char *text, const struct lead *lead)
{
    if (text[1] < lead->low || text[1] > lead->high)
        return false;
    for (size_t i = 2; i < lead->size; i++)
        if ((text[i] & 0xC0) != 0x80)
            return false;
    return true;
}

/* The bytes of the character that starts here; 0 where they are no UTF-8. */
static size_t character_at(const unsigned char *text)
{
    for (size_t i = 0; i < sizeof LEADS / sizeof *LEADS; i++) {
        const struct lead *lead = &LEADS[i];
        if (text[0] >= lead->first && text[0] <= lead->last)
            return lead->size == 1 || goes_on(text, lead) ? lead->size : 0;
    }
    return 0;
}

/* Bytes that are no UTF-8 become the character that says so. */
static void print_string(const char *text)
{
    (void)putchar('"');
    while (*text != '\0') {
        unsigned char byte = (unsigned char)*text;
        size_t size = character_at((const unsigned char *)text);
        if (byte == '"' || byte == '\\')
            (void)printf("\\%c", byte);
        else if (byte < ' ' || byte == 0x7F)
            (void)printf("\\u%04x", byte);
        else if (size == 0)
            (void)fputs("\\ufffd", stdout);
        else
            (void)fwrite(text, 1, size, stdout);
        text += size == 0 ? 1 : size;
    }
    (void)putchar('"');
}

static void print_row(const struct logged *item)
{
    (void)printf("{\"%s\":", item->kind == LOGGED_PAGE ? "url" : "query");
    print_string(item->text);
    (void)printf(",\"times\":%" PRIu64, item->times);
    if (item->kind == LOGGED_ASKED)
        (void)printf(",\"hits\":%" PRIu64, item->number);
    if (item->other[0] != '\0') {
        (void)fputs(
                item->kind == LOGGED_ASKED ? ",\"searched\":" : ",\"next\":", stdout);
        print_string(item->other);
    }
    (void)putchar('}');
}

static void print_rows(const struct question_log *log, const char *name,
        logged_test *is_wanted, uint32_t most)
{
    uint32_t count = 0;

    (void)printf(",\"%s\":[", name);
    for (size_t i = 0; i < log->count && count < most; i++) {
        if (!is_wanted(&log->items[i]))
            continue;
        if (count++ > 0)
            (void)putchar(',');
        print_row(&log->items[i]);
    }
    (void)putchar(']');
}

void question_report_json(const struct question_log *log, uint32_t most)
{
    (void)printf("{\"days\":%zu,\"questions\":%" PRIu64 ",\"found_nothing\":%" PRIu64
                 ",\"corrected\":%" PRIu64,
            log->days, question_log_sum(log, logged_is_asked),
            question_log_sum(log, logged_is_unanswered),
            question_log_sum(log, logged_is_corrected));
    print_rows(log, "most_asked", logged_is_asked, most);
    print_rows(log, "without_answer", logged_is_unanswered, most);
    print_rows(log, "in_another_spelling", logged_is_corrected, most);
    print_rows(log, "never_opened", logged_is_unopened,
            question_log_has_clicks(log) ? most : 0);
    print_rows(log, "asked_next", logged_is_next, most);
    (void)puts("}");
}
