#include "query/spell/first_letter.h"

#include <stddef.h>
#include <string.h>

#include "query/spell/keyboard.h"

bool first_letter_may_be(char letter, char typed, const struct stemming *language)
{
    static const char *const GROUPS[] = { "ckqs", "szcx", "fpv", "iey", "gj", "nkgp",
        "aeou", "td", "bp", "mn", "wr" };

    for (size_t i = 0; i < sizeof GROUPS / sizeof *GROUPS; i++)
        if (strchr(GROUPS[i], typed) != NULL && strchr(GROUPS[i], letter) != NULL)
            return true;
    for (size_t i = 0; keyboard_pair(language, i).size > 0; i++) {
        palpate_view pair = keyboard_pair(language, i);
        if ((pair.data[0] == typed && pair.data[1] == letter) ||
                (pair.data[0] == letter && pair.data[1] == typed))
            return true;
    }
    return false;
}
