/* The key of an answer -> what the answer said, as far as it is counted.  An answer
   that is kept is sent without being looked at. */
#ifndef SERVER_ANSWER_FACTS_H
#define SERVER_ANSWER_FACTS_H

#include <stdbool.h>
#include <stdint.h>

enum {
    FACT_SLOTS = 4096, /* answers; older ones give way */
    FACT_PAGES = 10,   /* the first hits of an answer */
    FACT_SPELLING = 200
};

struct answer_fact {
    uint64_t key;                  /* 0: none */
    uint64_t total;                /* hits; or what the curation says beside them */
    uint32_t pages[FACT_PAGES];    /* their numbers, or 0 */
    char corrected[FACT_SPELLING]; /* the spelling that was searched instead, or empty
                                    */
};

struct answer_facts {
    struct answer_fact *slots; /* FACT_SLOTS, or NULL */
};

void answer_facts_put(struct answer_facts *facts, const struct answer_fact *fact);

/* NULL where it is not known any more. */
const struct answer_fact *answer_facts_find(
        const struct answer_facts *facts, uint64_t key);

#endif
