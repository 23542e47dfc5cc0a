/* What an open index is made of: for the files that ask it. */
#ifndef QUERY_ENGINE_INSIDE_H
#define QUERY_ENGINE_INSIDE_H

#include <stdint.h>
#include <xapian-c/xapian-c.h>

#include "core/arena.h"
#include "core/curation.h"
#include "core/index_folder.h"
#include "core/manifest.h"
#include "core/record_packing.h"
#include "core/term.h"
#include "core/wide_index.h"
#include "query/index/engine.h"
#include "query/index/frequency_cache.h"
#include "query/index/record_cache.h"
#include "query/index/vocabulary.h"

struct engine {
    char *path;
    xc_database *database;
    struct manifest *manifests; /* what its shards are checked by */
    struct wide_index *wide;    /* where several indexes are asked as one; else NULL */
    struct wide_reach reach;    /* of the servers of `wide` */
    bool allows_partial;        /* shards may be missing */
    uint64_t asked_us;          /* when servers were asked for what is newer */
    bool has_failed;            /* a server of `wide` has, since it was opened */
    xc_database *head;          /* that has the metadata: the database, or of `wide` */
    struct record_packing *packings[MAX_SHARDS]; /* with the dictionary of each shard,
                                                    or one that all have */
    unsigned packing_count;
    xc_pool *pool;
    struct analyzer *analyzer;
    const struct stemming *language; /* of most passages; NULL for English */
    uint32_t passages;               /* also of servers that do not answer */
    uint32_t counted;                /* of the databases that are open */
    struct budget budget;            /* of the question that was begun last */
    uint32_t last; /* document ever added: numbers are not given again */
    struct index_folder
            folder;           /* when it was read: another stub is another generation */
    struct arena curated;     /* in which the curation lives */
    struct curation curation; /* of the state that is open, once it was asked for */
    palpate_view rules;       /* its text; without data, it is not known */
    palpate_view base;        /* what comes before paths of files; likewise */
    struct curation foreign_curation[SPOKEN_LANGUAGES]; /* once it was asked for */
    bool knows_curation;
    char *concept; /* the entry that was handed out last */
    struct frequency_cache frequencies;
    struct vocabulary words[256]; /* that start with each byte, once they were asked
                                     for: 9 bytes a term and the term itself */
    struct record_cache records; /* a document keeps its record as long as it lives, and
                                    its number is not given again */
};

/* What the record of a document is packed with. */
struct record_packing *engine_packing(const struct engine *engine, uint32_t document);

/* Learns which languages the articles of the index are in. */
palpate_status engine_learn_languages(struct engine *engine, palpate_error *err);

/* Forgets what it knows of terms: others may be in the index now. */
void engine_forget_terms(struct engine *engine);

/* Writes what of the metadata of an index answers depend on beside its passages. */
palpate_status engine_append_rules(
        struct buffer *out, struct engine *engine, palpate_error *err);

/* Lets other machines send the records of the first `most` documents that have `term`,
   for what asks for them now; nothing where all are here. */
palpate_status engine_prefetch(
        struct engine *engine, palpate_view term, uint32_t most, palpate_error *err);

/* Gives hits the records that came with them, likewise. */
palpate_status engine_keep_carried(struct engine_result *result, struct engine *engine,
        const xc_hits *found, bool is_kept, palpate_error *err);

/* Gives all hits their records: kept for the questions to come, or else the result's
   own.  PALPATE_CHANGED where a document is gone since it was found. */
palpate_status engine_read_hits(struct engine_result *result, struct engine *engine,
        bool is_kept, palpate_error *err);

#endif
