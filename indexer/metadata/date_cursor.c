#include "indexer/metadata/date_cursor.h"

#include "core/ascii.h"
#include "core/view.h"
#include "indexer/metadata/letters.h"
#include "indexer/metadata/months.h"

char date_peek(const struct date_cursor *cursor)
{
    if (cursor->place >= cursor->text.size)
        return '\0';
    return cursor->text.data[cursor->place];
}

bool date_at_digit(const struct date_cursor *cursor)
{
    size_t size = 0;

    return letters_digit(cursor->text, cursor->place, &size) >= 0;
}

bool date_skip_word(struct date_cursor *cursor, palpate_view word)
{
    palpate_view here = view_slice(cursor->text, cursor->place, word.size);

    if (!view_equals_ignoring_case(here, word))
        return false;
    cursor->place += word.size;
    return true;
}

int date_read_number(struct date_cursor *cursor, size_t most)
{
    size_t size = 0;
    size_t count = 0;
    int number = 0;

    for (; count < most; count++) {
        int digit = letters_digit(cursor->text, cursor->place, &size);
        if (digit < 0)
            break;
        number = number * 10 + digit;
        cursor->place += size;
    }
    return count == 0 || date_at_digit(cursor) ? -1 : number;
}

void date_skip_gap(struct date_cursor *cursor)
{
    static const palpate_view GAPS[] = {
        PALPATE_VIEW_INIT(","),
        PALPATE_VIEW_INIT("."),
        PALPATE_VIEW_INIT("/"),
        PALPATE_VIEW_INIT("-"),
        PALPATE_VIEW_INIT("d'"),
        PALPATE_VIEW_INIT("d\xE2\x80\x99"),
        PALPATE_VIEW_INIT("\xD8\x8C"), /* the comma of Arabic */
        PALPATE_VIEW_INIT("\xC2\xA0"),
        PALPATE_VIEW_INIT("\xE2\x80\xAF"),
#define WORD(word) PALPATE_VIEW_INIT(word " "),
#include "words/mul/date_gaps.inc"
#undef WORD
    };
    bool moved = true;

    while (moved) {
        moved = false;
        if (cursor->place < cursor->text.size &&
                (unsigned char)date_peek(cursor) <= ' ') {
            cursor->place++;
            moved = true;
        }
        for (size_t i = 0; i < sizeof GAPS / sizeof *GAPS; i++)
            moved = moved || date_skip_word(cursor, GAPS[i]);
    }
}

void date_skip_ordinal(struct date_cursor *cursor)
{
    static const palpate_view ORDINALS[] = {
#define WORD(word) PALPATE_VIEW_INIT(word),
#include "words/mul/ordinals.inc"
#undef WORD
    };

    for (size_t i = 0; i < sizeof ORDINALS / sizeof *ORDINALS; i++)
        if (date_skip_word(cursor, ORDINALS[i]))
            return;
}

/* Steps over letters, and over dots between them where they are a part of the word; a
   word ends at the first bytes of spaces, commas and dashes beyond ASCII. */
static palpate_view read_word(struct date_cursor *cursor, bool with_dots)
{
    size_t start = cursor->place;

    for (;; cursor->place++) {
        unsigned char byte = (unsigned char)date_peek(cursor);
        bool is_comma = byte == 0xD8 &&
                        view_starts_with(view_slice(cursor->text, cursor->place, 2),
                                PALPATE_VIEW("\xD8\x8C"));
        if (ascii_is_letter((char)byte) || (with_dots && byte == '.'))
            continue;
        if (byte < 0x80 || byte == 0xC2 || byte == 0xE2 || is_comma ||
                date_at_digit(cursor))
            break;
    }
    return view_slice(cursor->text, start, cursor->place - start);
}

int date_read_month(struct date_cursor *cursor)
{
    struct date_cursor longer = *cursor;
    palpate_view word = read_word(cursor, false);
    int month = month_of(word);

    if (month != 0 || word.size == 0 || (unsigned char)word.data[0] < 0x80)
        return month;
    /* Only beyond ASCII are there names of two words, and with dots in them. */
    palpate_view dotted = read_word(&longer, true);
    if (view_ends_with(dotted, PALPATE_VIEW(".")))
        dotted.size--;
    month = month_of(dotted);
    if (month == 0 && date_skip_word(&longer, PALPATE_VIEW(" "))) {
        palpate_view second = read_word(&longer, false);
        month = month_of((palpate_view){
                word.data, (size_t)(second.data + second.size - word.data) });
    }
    if (month != 0)
        *cursor = longer;
    return month;
}
