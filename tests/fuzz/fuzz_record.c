/* Any bytes are a record or refused, as they are kept and as they are unpacked, and
   what is read of them lies inside them; what is read is written, kept and read the
   same again; any fragment is unpacked into the room that it may take. */
#include <stdlib.h>

#include "core/digest.h"
#include "core/label.h"
#include "core/link_text.h"
#include "core/record.h"
#include "core/record_dictionary.h"
#include "core/record_packing.h"
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

/* Whatever stands where labels do, each that is read of it lies inside it. */
static void require_labels(palpate_view labels)
{
    palpate_view rest = labels;
    struct label label;
    char key[LABEL_KEY_SIZE];

    while (label_next(&label, &rest)) {
        fuzz_require_inside(label.name, labels);
        fuzz_require_inside(label.value, labels);
        REQUIRE(label_key(&label, key) <= sizeof key);
    }
}

static void require_same(struct record_packing *packing,
        const struct passage_record *passage, const struct article_record *article)
{
    struct buffer bytes = { 0 };
    struct buffer kept = { 0 };
    palpate_view record;
    struct passage_record again;
    struct article_record again_article;

    record_encode(&bytes, passage, passage->ordinal == 0 ? article : NULL);
    REQUIRE(record_pack(&kept, packing, buffer_view(&bytes), NULL) == PALPATE_OK);
    REQUIRE(record_unpack(&record, packing, buffer_view(&kept), NULL) == PALPATE_OK);
    REQUIRE(record_decode(&again, &again_article, record, NULL) == PALPATE_OK);
    REQUIRE(again.article == passage->article);
    REQUIRE(again.ordinal == passage->ordinal && again.kind == passage->kind);
    REQUIRE(again.signature == passage->signature);
    REQUIRE(again.heading_count == passage->heading_count);
    REQUIRE(view_equals(again.text, passage->text));
    REQUIRE(view_equals(again.title, passage->title));
    REQUIRE(view_equals(again.fragment, passage->fragment));
    REQUIRE(view_equals(again_article.url, article->url));
    REQUIRE(view_equals(again_article.facts.reviewed, article->facts.reviewed));
    REQUIRE(view_equals(again_article.facts.labels, article->facts.labels));
    buffer_free(&bytes);
    buffer_free(&kept);
}

static void require_record(struct record_packing *packing, palpate_view bytes)
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
    fuzz_require_inside(article.facts.labels, bytes);
    require_labels(article.facts.labels);
    require_same(packing, &passage, &article);
}

/* Reads the bytes as an index keeps them, in a packing that the record does not share
   with what is packed again. */
static void require_kept(struct record_packing *packing, palpate_view bytes)
{
    struct record_packing *unpacking = NULL;
    palpate_view record;

    REQUIRE(record_packing_open(&unpacking, view_of(""), NULL) == PALPATE_OK);
    if (record_unpack(&record, unpacking, bytes, NULL) == PALPATE_OK)
        require_record(packing, record);
    record_packing_close(unpacking);
}

/* As they are, and with the sum that kept bytes like these have. */
void fuzz_one(palpate_view bytes)
{
    char *copy = fuzz_string(bytes);
    struct record_packing *packing = NULL;

    REQUIRE(record_packing_open(&packing, view_of(""), NULL) == PALPATE_OK);
    require_record(packing, bytes);
    require_kept(packing, bytes);
    record_sum(copy, bytes.size, hash_of(RECORD_DICTIONARY));
    require_kept(packing, (palpate_view){ copy, bytes.size });
    record_packing_close(packing);
    free(copy);
}
