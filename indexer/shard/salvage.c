#include "indexer/shard/salvage.h"

#include <stdbool.h>
#include <string.h>

#include "core/arena.h"
#include "core/index_tables.h"
#include "core/link_text.h"
#include "core/manifest.h"
#include "core/record.h"
#include "core/record_packing.h"
#include "core/schema.h"

static const palpate_view NOTHING = { NULL, 0 };

struct salvage {
    struct salvage_loss *loss;
    xc_database *database;
    struct manifest manifest;
    xc_values *records; /* in whole blocks; NULL where nothing tells which are */
    struct record_packing *packing;
    struct arena arena; /* of the article at hand */
    uint32_t last;      /* document */
    uint64_t headless;  /* article that was counted last as lost */
};

/* Opens the packing with a dictionary that is kept under `name`; false where it cannot
   be read. */
static bool take_dictionary(struct salvage *salvage, const char *name)
{
    char *stored = NULL;
    size_t size = 0;

    if (salvage->records == NULL)
        (void)xc_database_metadata(&stored, &size, salvage->database,
                (xc_bytes){ name, strlen(name) }, NULL);
    else
        (void)xc_values_metadata(&stored, &size, salvage->records,
                (xc_bytes){ name, strlen(name) }, NULL);
    bool is_taken =
            size > 0 && record_packing_open(&salvage->packing,
                                (palpate_view){ stored, size }, NULL) == PALPATE_OK;
    xc_free(stored);
    return is_taken;
}

/* Where no dictionary of the index can be read, it may have none: records that were
   made with another one are told by their sums. */
static palpate_status open_packing(struct salvage *salvage, palpate_error *err)
{
    return take_dictionary(salvage, META_DICTIONARY) ||
                           take_dictionary(salvage, META_DICTIONARY_COPY)
                   ? PALPATE_OK
                   : record_packing_open(&salvage->packing, NOTHING, err);
}

enum reading { READ, GONE, DAMAGED };

/* Finds the record without the blocks that lead to it, or, where nothing tells which
   blocks are whole, as anybody does. */
static palpate_status fetch(
        palpate_view *record, struct salvage *salvage, uint32_t docid)
{
    xc_bytes kept;

    if (salvage->records == NULL)
        return record_fetch(record, salvage->packing, salvage->database, docid, NULL);
    if (xc_values_find(&kept, salvage->records, docid, NULL) != XC_OK)
        return PALPATE_CORRUPT;
    return kept.data == NULL ? PALPATE_NO_INDEX
                             : record_unpack(record, salvage->packing,
                                       (palpate_view){ kept.data, kept.size }, NULL);
}

/* Reads the record of a document, if there is one of that number. */
static enum reading read_record(struct passage_record *passage,
        struct article_record *article, struct salvage *salvage, uint32_t docid)
{
    palpate_view record;
    palpate_status status = fetch(&record, salvage, docid);

    if (status == PALPATE_NO_INDEX)
        return GONE;
    if (status != PALPATE_OK)
        return DAMAGED;
    palpate_view copy = arena_copy(&salvage->arena, record);
    return copy.data != NULL &&
                           record_decode(passage, article, copy, NULL) == PALPATE_OK
                   ? READ
                   : DAMAGED;
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
    /* Here are only articles of which the first passage is lost. */
    if (reading == READ && first.ordinal != 0 && first.article != salvage->headless)
        salvage->loss->articles++;
    if (reading == READ && first.ordinal != 0)
        salvage->headless = first.article;
    if (reading != READ || first.ordinal != 0)
        return PALPATE_OK;
    struct article article = { .title = first.title,
        .facts = header.facts,
        .passage_count = header.passage_count,
        .is_nosnippet = first.is_nosnippet };
    if (!read_article(&article, salvage, &first, *docid - 1)) {
        salvage->loss->articles++;
        salvage->headless = first.article;
        return PALPATE_OK;
    }
    *docid += article.passage_count - 1;
    return each(user, &article, header.url, err);
}

palpate_status salvage_articles(struct salvage_loss *loss, xc_database *database,
        const char *path, salvage_article *each, void *user, palpate_error *err)
{
    struct salvage salvage = { .loss = loss, .database = database };
    uint32_t docid = 1;

    *loss = (struct salvage_loss){ 0 };
    (void)index_tables_salvage(&salvage.records, &salvage.manifest, path);
    palpate_status status = open_packing(&salvage, err);
    (void)xc_database_last_docid(&salvage.last, database, NULL);
    while (status == PALPATE_OK && docid != 0 && docid <= salvage.last) {
        arena_clear(&salvage.arena);
        status = take(&docid, &salvage, each, user, err);
    }
    arena_free(&salvage.arena);
    record_packing_close(salvage.packing);
    xc_values_close(salvage.records);
    manifest_free(&salvage.manifest);
    return status;
}
