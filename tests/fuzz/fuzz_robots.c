/* Any bytes are a robots.txt, and after a NUL an address.  What is refused is refused
   by a rule of the file that would be obeyed alone, too. */
#include <stdio.h>

#include "core/view.h"
#include "fuzz.h"
#include "indexer/source/robots.h"

static void require_alone(palpate_view rule, palpate_view address)
{
    struct arena arena = { 0 };
    struct buffer text = { 0 };
    struct robots robots;
    palpate_view again = { NULL, 0 };

    buffer_append_string(&text, "User-agent: *\nDisallow: ");
    buffer_append(&text, rule);
    REQUIRE(robots_read(&robots, &arena, buffer_view(&text), NULL) == PALPATE_OK);
    REQUIRE(!robots_allow(&robots, address, &again));
    REQUIRE(view_equals(rule, again));
    buffer_free(&text);
    arena_free(&arena);
}

void fuzz_one(palpate_view bytes)
{
    struct arena arena = { 0 };
    struct robots robots;
    palpate_view text = fuzz_part(&bytes);
    palpate_view rule = { NULL, 0 };
    palpate_error err = { PALPATE_OK, "" };

    if (robots_read(&robots, &arena, text, &err) != PALPATE_OK)
        fuzz_require_sentence(err.message);
    else if (!robots_allow(&robots, bytes, &rule))
        require_alone(rule, bytes);
    arena_free(&arena);
}
