#include "pdf/pdf_text.h"

#include <string.h>

#include "core/ascii.h"
#include "core/utf8.h"
#include "core/view.h"

size_t pdf_mark_size(palpate_view text)
{
    static const palpate_view MARKS[] = { PALPATE_VIEW_INIT("\xE2\x80\xA2"),
        PALPATE_VIEW_INIT("\xE2\x96\xAA"), PALPATE_VIEW_INIT("\xE2\x97\x8F"),
        PALPATE_VIEW_INIT("\xE2\x97\xA6"), PALPATE_VIEW_INIT("\xE2\x80\xA3"),
        PALPATE_VIEW_INIT("\xE2\x96\xA0"), PALPATE_VIEW_INIT("\xE2\x80\x93 "),
        PALPATE_VIEW_INIT("\xE2\x97\x8B"), PALPATE_VIEW_INIT("\xEF\x82\xB7"),
        PALPATE_VIEW_INIT("\xEF\x82\xA7"), PALPATE_VIEW_INIT("\xC2\xB7"),
        PALPATE_VIEW_INIT("\xE2\x9E\xA2"), PALPATE_VIEW_INIT("\xE2\x9C\x93"),
        PALPATE_VIEW_INIT("- "), PALPATE_VIEW_INIT("* "), PALPATE_VIEW_INIT("o ") };

    for (size_t i = 0; i < sizeof MARKS / sizeof *MARKS; i++) {
        size_t size = MARKS[i].size;
        if (!view_starts_with(text, MARKS[i]))
            continue;
        while (size < text.size && ascii_is_space(text.data[size]))
            size++;
        return size;
    }
    return 0;
}

bool pdf_is_numbered(palpate_view text)
{
    size_t digits = 0;

    while (digits < text.size && ascii_is_digit(text.data[digits]))
        digits++;
    return digits > 0 && digits <= 2 && digits + 1 < text.size &&
           (text.data[digits] == '.' || text.data[digits] == ')') &&
           ascii_is_space(text.data[digits + 1]);
}

bool pdf_has_small_letter(palpate_view text, bool at_start)
{
    for (size_t place = 0; place < text.size;) {
        size_t size = 1;
        uint32_t letter = utf8_decode(text, place, &size);
        char upper = ascii_upper((int)letter);
        if (letter < 0x80 ? upper != (char)letter
                          : utf8_lower(letter) == letter && letter > 0xBF &&
                                    letter < 0x2000)
            return true;
        if (at_start)
            return false;
        place += size;
    }
    return false;
}

unsigned pdf_count_letters(palpate_view text)
{
    unsigned letters = 0;

    for (size_t i = 0; i < text.size; i++)
        letters += ascii_is_letter(text.data[i]) || (unsigned char)text.data[i] >= 0xC3;
    return letters;
}

bool pdf_ends_with_one(palpate_view text, const char *signs)
{
    return text.size > 0 && strchr(signs, text.data[text.size - 1]) != NULL;
}
