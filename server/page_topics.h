/* Topics of the index -> the part of the page that lists them from A to Z. */
#ifndef SERVER_PAGE_TOPICS_H
#define SERVER_PAGE_TOPICS_H

#include <palpate/palpate.h>

#include "server/text.h"
#include "server/topics.h"

/* Writes those for a language, empty for all; nothing where there are none. */
void page_topics(struct text *text, const struct topics *topics, palpate_view language);

#endif
