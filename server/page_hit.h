/* A hit -> its element on the page. */
#ifndef SERVER_PAGE_HIT_H
#define SERVER_PAGE_HIT_H

#include <palpate/search.h>

#include "server/text.h"

/* `place` is that of the hit in the whole list, from 1.  What its article warns of is
   whole, or one line that opens; `answers` says that its snippet answers the question.
 */
void page_hit(struct text *text, const palpate_hit *hit, uint64_t place,
        bool is_care_whole, bool answers);

#endif
