/* Any bytes are the head of a web server's answer, or refused: its fields lie inside,
   and the codings that count have room. */
#include "core/view.h"
#include "fuzz.h"
#include "indexer/source/http.h"

static void require_fields(palpate_view text)
{
    palpate_view rest = text;
    palpate_view name;
    palpate_view value;

    for (size_t before = rest.size; http_field_next(&rest, &name, &value);) {
        fuzz_require_inside(name, text);
        fuzz_require_inside(value, text);
        REQUIRE(name.size > 0);
        REQUIRE(rest.size < before);
        before = rest.size;
    }
    fuzz_require_inside(rest, text);
}

/* Each directive that is kept is one that was given. */
static void require_robots(palpate_view value)
{
    struct buffer robots = { 0 };

    http_robots_append(&robots, value);
    for (palpate_view rest = buffer_view(&robots); rest.size > 0;) {
        size_t end = view_find(rest, PALPATE_VIEW(", "));
        REQUIRE(view_find(value, view_slice(rest, 0, end)) < value.size);
        rest = view_slice(rest, end + 2, rest.size);
    }
    buffer_free(&robots);
}

void fuzz_one(palpate_view bytes)
{
    struct arena arena = { 0 };
    struct http_head head;
    palpate_error err;

    require_fields(bytes);
    require_robots(bytes);
    if (http_head_read(&head, &arena, bytes, &err) == PALPATE_OK) {
        REQUIRE(head.status > 0 && head.status <= 999);
        (void)http_is_html(head.content_type);
        for (unsigned i = 0; i < head.coding_count && i < MAX_HTTP_CODINGS; i++)
            REQUIRE(head.codings[i].size > 0);
    } else {
        fuzz_require_sentence(err.message);
    }
    arena_free(&arena);
}
