#include "server/answer_facts.h"

#include <stddef.h>

void answer_facts_put(struct answer_facts *facts, const struct answer_fact *fact)
{
    facts->slots[fact->key % FACT_SLOTS] = *fact;
}

const struct answer_fact *answer_facts_find(
        const struct answer_facts *facts, uint64_t key)
{
    const struct answer_fact *fact = &facts->slots[key % FACT_SLOTS];

    return key != 0 && fact->key == key ? fact : NULL;
}
