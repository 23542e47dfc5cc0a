/* A block among its neighbours -> what speaks for and against it being the article's.
 */
#ifndef INDEXER_EVIDENCE_H
#define INDEXER_EVIDENCE_H

#include <palpate/view.h>
#include <stdint.h>

#include "indexer/content/landscape.h"
#include "indexer/content/model.h"

/* What was observed of a block; the model says what each observation weighs. */
struct evidence {
    uint16_t items[MAX_EVIDENCE]; /* enum observation */
    uint32_t count;
};

/* What is observed of the block of this number; `title` is the text of the page's
 * <title>. */
void evidence_gather(struct evidence *out, const struct landscape *land,
        uint32_t number, palpate_view title);

/* Brothers of an element with the same class, as far as they matter: up to six. */
uint32_t evidence_siblings(const struct tree *tree, uint32_t node);

#endif
