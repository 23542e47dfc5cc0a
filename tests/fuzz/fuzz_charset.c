/* A Content-Type, a NUL and any bytes become UTF-8 without NULs; UTF-8 stays as it is;
   and what came out is read the same again, unless it looks like an encoding that is
   made of ASCII. */
#include <string.h>

#include "core/utf8.h"
#include "core/view.h"
#include "fuzz.h"
#include "indexer/html/charset.h"

void fuzz_one(palpate_view bytes)
{
    static const palpate_view UTF8 = PALPATE_VIEW_INIT("text/html; charset=utf-8");
    palpate_view type = fuzz_part(&bytes);
    struct arena arena = { 0 };
    palpate_view text;
    palpate_view again;

    REQUIRE(charset_decode(&text, &arena, bytes, type, NULL) == PALPATE_OK);
    REQUIRE(utf8_is_valid(text));
    REQUIRE(text.size == 0 || memchr(text.data, '\0', text.size) == NULL);
    REQUIRE(charset_decode(&again, &arena, text, UTF8, NULL) == PALPATE_OK);
    bool is_ascii_alone = view_find(text, PALPATE_VIEW("\x1B")) < text.size;
    REQUIRE(is_ascii_alone || view_equals(again, text) ||
            view_starts_with(text, PALPATE_VIEW("\xEF\xBB\xBF")));
    (void)charset_is_wide(bytes, type);
    (void)charset_is_known(bytes, type);
    arena_free(&arena);
}
