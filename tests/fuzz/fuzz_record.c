/* Any bytes are a record or refused, and what is read of them lies inside them; what is
   read is written and read the same again; any fragment is unpacked into the room that
   it may take. */
#include <stdlib.h>

#include "core/link_text.h"
#include "core/record.h"
#include "core/view.h"
#include "fuzz.h"

static void require_room(palpate_view fragment)
{
    size_t room = fragment.size * LINK_TEXT_GROWTH;
    char *text = malloc(room + 1);

    REQUIRE(text != NULL);
    REQUIRE(link_text_unpack(text, fragment) <= text + room);
    free(text);
}

static void require_same(
        const struct passage_record *passage, const struct article_record *article)
{
    struct buffer bytes = { 0 };
    struct passage_record again;
    struct article_record again_article;

    record_encode(&bytes, passage, passage->ordinal == 0 ? article : NULL);
    REQUIRE(record_decode(&again, &again_article, buffer_view(&bytes), NULL) ==
            PALPATE_OK);
    REQUIRE(again.ordinal == passage->ordinal && again.kind == passage->kind);
    REQUIRE(again.signature == passage->signature);
    REQUIRE(again.heading_count == passage->heading_count);
    REQUIRE(view_equals(again.text, passage->text));
    REQUIRE(view_equals(again.title, passage->title));
    REQUIRE(view_equals(again.fragment, passage->fragment));
    REQUIRE(view_equals(again_article.url, article->url));
    REQUIRE(view_equals(again_article.facts.reviewed, article->facts.reviewed));
    buffer_free(&bytes);
}

static void require_record(palpate_view bytes)
{
    struct passage_record passage;
    struct article_record article;

    if (record_decode(&passage, &article, bytes, NULL) != PALPATE_OK)
        return;
    fuzz_require_inside(passage.title, bytes);
    fuzz_require_inside(passage.anchor, bytes);
    fuzz_require_inside(passage.fragment, bytes);
    fuzz_require_inside(passage.text, bytes);
    require_room(passage.fragment);
    for (uint32_t i = 0; i < passage.heading_count; i++)
        fuzz_require_inside(passage.heading[i], bytes);
    fuzz_require_inside(article.url, bytes);
    fuzz_require_inside(article.facts.description, bytes);
    fuzz_require_inside(article.facts.reviewed, bytes);
    require_same(&passage, &article);
}

/* As they are, and with the sum that a record of these bytes has. */
void fuzz_one(palpate_view bytes)
{
    char *copy = fuzz_string(bytes);

    require_record(bytes);
    record_sum(copy, bytes.size);
    require_record((palpate_view){ copy, bytes.size });
    free(copy);
}
