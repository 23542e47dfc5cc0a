#include "core/schema.h"
#include "core/view.h"
#include "indexer/run/update.h"
#include "indexer/shard/index_curation.h"
#include "indexer/shard/index_metadata.h"

/* Takes up files of other names that are not those the index knows. */
static palpate_status take_thesaurus(struct update *update, palpate_error *err)
{
    const struct run *run = update->run;
    bool differs = false;
    palpate_status status = PALPATE_OK;

    if (run->options->thesaurus_count == 0 || run->generation.live[0] == '\0')
        return PALPATE_OK;
    status = thesaurus_differs(&differs, run->generation.live, run->options, err);
    if (status != PALPATE_OK || !differs)
        return status;
    status = update_open_shard(update, err);
    if (status == PALPATE_OK && update->shard != NULL)
        status = thesaurus_replace(
                update->shard, run->generation.live, run->options, err);
    return status;
}

/* The same of another curation. */
static palpate_status take_curation(struct update *update, palpate_error *err)
{
    const struct run *run = update->run;
    palpate_view curation = run_curation(run);
    bool differs = false;

    if (curation.data == NULL || run->generation.live[0] == '\0')
        return PALPATE_OK;
    palpate_status status =
            index_curation_differs(&differs, run->generation.live, curation, err);
    if (status != PALPATE_OK || !differs)
        return status;
    status = update_open_shard(update, err);
    return status == PALPATE_OK && update->shard != NULL
                   ? index_curation_write(update->shard, curation, err)
                   : status;
}

/* Remembers what this run was given, if that is something else than before. */
static palpate_status remember(struct update *update, palpate_error *err)
{
    const struct run *run = update->run;
    palpate_view remembers = buffer_view(&run->remembers);

    if (run->generation.live[0] == '\0' ||
            view_equals(remembers, run->remembered.bytes))
        return PALPATE_OK;
    palpate_status status = update_open_shard(update, err);
    return status == PALPATE_OK && update->shard != NULL
                   ? shard_set(
                             update->shard, PALPATE_VIEW(META_OPTIONS), remembers, err)
                   : status;
}

palpate_status update_settings(struct update *update, palpate_error *err)
{
    palpate_status status = take_thesaurus(update, err);

    if (status == PALPATE_OK)
        status = take_curation(update, err);
    return status == PALPATE_OK ? remember(update, err) : status;
}
