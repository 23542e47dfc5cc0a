/* Bytes -> whether they are text at all. */
#ifndef INDEXER_NOT_TEXT_H
#define INDEXER_NOT_TEXT_H

#include <palpate/view.h>

/* Why `bytes` are no page, for people, or NULL where they may be one: a file of another
   kind by its first bytes, or bytes that no encoding makes text of.  `content_type` is
   the HTTP header, or empty. */
const char *not_text(palpate_view bytes, palpate_view content_type);

#endif
