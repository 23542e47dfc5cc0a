/* Whatever is asked has an answer: hits in their order with marks inside their texts,
   and as JSON it parses. */
#include <jansson.h>
#include <palpate/render.h>

#include "core/utf8.h"
#include "fuzz.h"
#include "fuzz_index.h"

static void require_spans(palpate_view text, const palpate_span *marks, size_t count)
{
    size_t end = 0;

    REQUIRE(utf8_is_valid(text));
    for (size_t i = 0; i < count; i++) {
        REQUIRE(marks[i].size > 0 && marks[i].offset >= end);
        end = (size_t)marks[i].offset + marks[i].size;
        REQUIRE(end <= text.size);
    }
}

static void require_json(const palpate_answer *answer)
{
    const palpate_render_options options = { .format = PALPATE_FORMAT_JSON };
    palpate_view out;

    REQUIRE(palpate_render(&out, answer, &options, NULL) == PALPATE_OK);
    json_t *json = json_loadb(out.data, out.size, 0, NULL);
    REQUIRE(json_is_object(json));
    json_decref(json);
    palpate_rendering_free(out);
}

void fuzz_one(palpate_view bytes)
{
    unsigned how = fuzz_byte(&bytes);
    const palpate_search_options options = { .limit = 1 + (how & 3),
        .group = (how & 4) != 0 ? PALPATE_GROUP_NONE : PALPATE_GROUP_ARTICLE,
        .sort = (palpate_sort)((how >> 3 & 3) % 3),
        .facet_values = how >> 5 & 1,
        .explain = (how >> 6 & 1) != 0,
        .no_expand = (how >> 7 & 1) != 0 };
    palpate_answer *answer = NULL;

    REQUIRE(palpate_search(&answer, fuzz_searcher(), bytes, &options, NULL) ==
            PALPATE_OK);
    REQUIRE(answer->hit_count <= options.limit);
    REQUIRE(utf8_is_valid(answer->read_as));
    for (size_t i = 0; i < answer->hit_count; i++) {
        const palpate_hit *hit = &answer->hits[i];
        require_spans(hit->text, hit->marks, hit->mark_count);
        require_spans(hit->snippet, hit->snippet_marks, hit->snippet_mark_count);
    }
    require_json(answer);
    palpate_answer_free(answer);
}
