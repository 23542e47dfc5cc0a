/* A hit -> its element on the page, the same that page/answer.js makes of JSON. */
#ifndef SERVER_PAGE_HIT_H
#define SERVER_PAGE_HIT_H

#include <palpate/search.h>

#include "text.h"

void page_hit(struct text *text, const palpate_hit *hit);

#endif
