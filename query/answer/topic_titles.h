/* An index -> what the titles of its articles name. */
#ifndef QUERY_TOPIC_TITLES_H
#define QUERY_TOPIC_TITLES_H

#include <palpate/status.h>
#include <palpate/view.h>
#include <stdbool.h>
#include <stddef.h>

#include "core/arena.h"
#include "query/index/engine.h"

/* An article, or a heading that is a name of the thesaurus; empty where it says less.
 */
struct topic_title {
    palpate_view key;      /* completion_key() of its head */
    palpate_view head;     /* topic_head() of the title */
    palpate_view name;     /* the longest name of the thesaurus in the key, as a key */
    palpate_view spelled;  /* that name as the head has it; empty for a heading */
    palpate_view language; /* without a region */
    palpate_view url;
    bool is_heading;
};

/* They live in the arena. */
struct topic_titles {
    struct arena *arena;
    struct topic_title *items;
    size_t count;
    size_t room;
};

/* Appends the titles of articles that are shown, with the names in them, and the
   headings that are names, as titles of their articles without an address. */
palpate_status topic_titles_find(
        struct topic_titles *titles, struct engine *engine, palpate_error *err);

#endif
