/* What each asker asked last, until it is known whether that was finished: letters that
   were typed on the way to a question are no questions. */
#ifndef SERVER_ASKER_H
#define SERVER_ASKER_H

#include <palpate/view.h>
#include <stdbool.h>
#include <stdint.h>

#include "server/answer_facts.h"

enum {
    ASKER_QUESTION = 200, /* bytes of a question that is counted; longer ones are not */
    ASKER_SLOTS = 1024
};

/* A question that may still become another one. */
struct asked_once {
    uint64_t asker;          /* 0: none */
    struct answer_fact fact; /* what was found for it; without a key, that is unknown */
    uint64_t at_us;
    uint64_t failed_us;          /* when it asked what found nothing, or 0 */
    char failed[ASKER_QUESTION]; /* with a NUL */
    char question[ASKER_QUESTION];
};

struct askers {
    struct asked_once *slots; /* ASKER_SLOTS, or NULL */
};

/* Writes a question as it is counted: in small letters, with single spaces, without
   what would end a line or a column.  False for one that is not counted. */
bool asker_write_question(char out[ASKER_QUESTION], palpate_view question);

/* Whether one question became the other by typing: letters were added or taken away. */
bool asker_is_same(const char *before, const char *after);

/* The slot of an asker; what another one has there gives way. */
struct asked_once *asker_slot(struct askers *askers, uint64_t asker);

#endif
