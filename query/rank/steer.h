/* Candidates, and what the owner of the index decided -> what addresses and dates are
   worth to them, and which of them are no answers. */
#ifndef QUERY_STEER_H
#define QUERY_STEER_H

#include <palpate/status.h>

#include "query/expand/question.h"
#include "query/index/engine.h"
#include "query/rank/candidates.h"

/* Adds to the candidates of a question that is answered by relevance what their
   addresses and their dates are worth, and ranks them again. */
palpate_status steer_weigh(struct candidates *candidates, struct engine *engine,
        const struct question *question, palpate_error *err);

/* Takes out the candidates whose pages are hidden, and counts them. */
palpate_status steer_hide(struct candidates *candidates, struct engine *engine,
        const struct question *question, palpate_error *err);

/* Whether any page of the index is hidden from a question. */
palpate_status steer_hides(bool *hides, struct engine *engine,
        const struct question *question, palpate_error *err);

/* Whether the page of a candidate is.  To be asked only where some pages are. */
palpate_status steer_is_hidden(bool *is_hidden, struct engine *engine,
        const struct candidate *candidate, palpate_error *err);

/* Whether rules hide the page at an address. */
bool steer_hides_url(const struct curation *curation, palpate_view url);

/* Whether rules hide an article, by its key; false for one that is not in the index. */
palpate_status steer_hides_article(
        bool *is_hidden, struct engine *engine, uint64_t key, palpate_error *err);

#endif
