/* The text that a page has only in its JSON-LD -> a page that shows it. */
#ifndef INDEXER_JSON_LD_BODY_H
#define INDEXER_JSON_LD_BODY_H

#include <palpate/view.h>

#include "core/arena.h"
#include "core/buffer.h"
#include "indexer/article.h"

/* Appends `body`, plain text or HTML, as the article of an HTML page in UTF-8. */
void json_ld_body_write(struct buffer *out, palpate_view body);

/* The questions that an article declares as HTML, for a page that shows nothing; lives
   in `arena`; data is NULL when memory is out. */
palpate_view json_ld_body_of_questions(
        struct arena *arena, const struct article *article);

#endif
