#include "indexer/shard/salvage.h"

#include <stdbool.h>

#include "core/arena.h"
#include "core/fail.h"
#include "core/link_text.h"
#include "core/record.h"

struct salvage {
    struct salvage_loss *loss;
    xc_database *database;
    struct arena arena; /* of the article at hand */
    uint32_t last;      /* document */
};

enum reading { READ, GONE, DAMAGED };

/* Reads the record of a document, if there is one of that number. */
static enum reading read_record(struct passage_record *passage,
        struct article_record *article, struct salvage *salvage, uint32_t docid)
{
    static const xc_search DATA_ONLY = { .limit = 0 };
    xc_hits *found = NULL;
    enum reading reading = DAMAGED;

    if (xc_database_fetch(&found, salvage->database, &docid, 1, &DATA_ONLY, NULL) !=
            XC_OK)
        return DAMAGED;
    if (found->count == 0) {
        reading = GONE;
    } else {
        const xc_bytes data = found->items[0].data;
        palpate_view copy =
                arena_copy(&salvage->arena, (palpate_view){ data.data, data.size });
        if (copy.data != NULL &&
                record_decode(passage, article, copy, NULL) == PALPATE_OK)
            reading = READ;
    }
    xc_hits_free(found);
    return reading;
}

static palpate_view unpack_fragment(struct arena *arena, palpate_view packed)
{
    char *text = arena_alloc(arena, packed.size * LINK_TEXT_GROWTH + 1);

    if (text == NULL || packed.size == 0)
        return (palpate_view){ NULL, 0 };
    return (palpate_view){ text, (size_t)(link_text_unpack(text, packed) - text) };
}

static void fill_passage(struct passage *passage, const struct passage_record *record,
        struct arena *arena)
{
    *passage = (struct passage){ .anchor = record->anchor,
        .fragment = unpack_fragment(arena, record->fragment),
        .text = record->text,
        .heading_count = record->heading_count,
        .kind = record->kind,
        .is_doubtful = record->is_doubtful };
    for (uint32_t i = 0; i < record->heading_count; i++)
        passage->heading[i] = record->heading[i];
}

/* Reads the passages after the first; false where one is not there as it should be. */
static bool read_article(struct article *article, struct salvage *salvage,
        const struct passage_record *first, uint32_t docid)
{
    uint32_t count = article->passage_count;

    if (count == 0 || count - 1 > salvage->last - docid)
        return false;
    article->passages = arena_zeroed(&salvage->arena, count, sizeof *article->passages);
    if (article->passages == NULL)
        return false;
    fill_passage(&article->passages[0], first, &salvage->arena);
    for (uint32_t i = 1; i < count; i++) {
        struct passage_record record;
        if (read_record(&record, NULL, salvage, docid + i) != READ ||
                record.ordinal != i)
            return false;
        fill_passage(&article->passages[i], &record, &salvage->arena);
    }
    return true;
}

/* Takes the document and, where it is the first of a whole article, those after it;
   `*docid` becomes the next to look at. */
static palpate_status take(uint32_t *docid, struct salvage *salvage,
        salvage_article *each, void *user, palpate_error *err)
{
    struct passage_record first;
    struct article_record header;
    enum reading reading = read_record(&first, &header, salvage, *docid);

    salvage->loss->passages += reading == DAMAGED;
    ++*docid;
    if (reading != READ || first.ordinal != 0)
        return PALPATE_OK;
    struct article article = { .title = first.title,
        .facts = header.facts,
        .passage_count = header.passage_count,
        .is_nosnippet = first.is_nosnippet };
    if (!read_article(&article, salvage, &first, *docid - 1)) {
        salvage->loss->articles++;
        return PALPATE_OK;
    }
    *docid += article.passage_count - 1;
    return each(user, &article, header.url, err);
}

palpate_status salvage_articles(struct salvage_loss *loss, xc_database *database,
        salvage_article *each, void *user, palpate_error *err)
{
    struct salvage salvage = { .loss = loss, .database = database };
    palpate_status status = PALPATE_OK;
    uint32_t docid = 1;

    *loss = (struct salvage_loss){ 0 };
    (void)xc_database_last_docid(&salvage.last, database, NULL);
    while (status == PALPATE_OK && docid != 0 && docid <= salvage.last) {
        arena_clear(&salvage.arena);
        status = take(&docid, &salvage, each, user, err);
    }
    arena_free(&salvage.arena);
    return status;
}
